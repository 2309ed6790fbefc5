package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// terminalColumns returns how many letters a line of a terminal holds, 0 where
// that isn't known; ok is false for what is no terminal.
func terminalColumns(file *os.File) (columns int, ok bool) {
	var info windows.ConsoleScreenBufferInfo
	if windows.GetConsoleScreenBufferInfo(windows.Handle(file.Fd()), &info) != nil {
		return 0, false
	}
	return int(info.Window.Right-info.Window.Left) + 1, true
}
