//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// terminalColumns returns how many letters a line of a terminal holds, 0 where
// that isn't known; ok is false for what is no terminal.
func terminalColumns(file *os.File) (columns int, ok bool) {
	size, err := unix.IoctlGetWinsize(int(file.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0, false
	}
	return int(size.Col), true
}

// ownsConsole and hideConsole are about the consoles of Windows.
func ownsConsole() bool { return false }

func hideConsole() {}
