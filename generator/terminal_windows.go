package main

import (
	"os"
	"unsafe"

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

var (
	kernel             = windows.NewLazySystemDLL("kernel32.dll")
	consoleProcessList = kernel.NewProc("GetConsoleProcessList")
	freeConsole        = kernel.NewProc("FreeConsole")
)

// ownsConsole reports whether the program is the only one in its console, which
// the system opened for it.
func ownsConsole() bool {
	var ids [2]uint32
	count, _, _ := consoleProcessList.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return count == 1
}

// hideConsole lets go of the console; with its last program it closes.
func hideConsole() { _, _, _ = freeConsole.Call() }
