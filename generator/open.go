package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"sparrausopas/generator/build"
	"sparrausopas/generator/project"
)

// runOpen shows a guide in the browser to somebody who needs no command line
// from there on, or lets them choose one.
func runOpen(args []string, c *console) error {
	f := c.flags("open")
	open := f.Bool("open", true, "")
	if err := f.parse(args, 1); err != nil {
		return err
	}
	switch {
	case f.word() != "":
		f.dir = f.word()
	case f.dir == ".":
		f.dir = guideNear()
	}
	ctx, stop := untilStopped(exitDone)
	defer stop()
	return build.Serve(ctx, f.build(true), build.ServeOptions{Taken: taken,
		Port: firstPort, Printer: c.printer, Log: c.stdout, Browser: *open, Door: true, Program: c.noteName()})
}

// guideNear returns the folder of a guide near the program or the folder at hand,
// else of the one that was open last; "" if there is none.
func guideNear() string {
	var near []string
	if program, err := os.Executable(); err == nil {
		near = append(near, filepath.Dir(program))
	}
	if here, err := os.Getwd(); err == nil {
		near = append(near, here)
	}
	for _, folder := range near {
		for _, folder := range []string{folder, filepath.Dir(folder)} {
			if project.Is(folder) {
				return folder
			}
		}
	}
	return build.LastGuide()
}

// isDoubleClicked reports whether the program was started by a double-click. On
// Windows it then has a console of its own, in other systems none; macOS runs it
// in a terminal by its whole path, from the home folder.
func isDoubleClicked() bool {
	if runtime.GOOS == "windows" {
		return ownsConsole()
	}
	if runtime.GOOS == "darwin" && filepath.IsAbs(os.Args[0]) {
		here, _ := os.Getwd()
		home, err := os.UserHomeDir()
		return err == nil && here == home
	}
	for _, file := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		if _, ok := terminalColumns(file); ok {
			return false
		}
	}
	return build.HasScreen()
}

// runDoubleClicked opens the door. Nobody sees what is said on a screen, so why it
// can't be opened shows in the browser, too.
func runDoubleClicked(c *console) error {
	hideConsole()
	err := runOpen(nil, c)
	if err != nil {
		c.showFailure(err)
	}
	return err
}

// showFailure shows in the browser why the program doesn't start.
func (c *console) showFailure(err error) {
	var said strings.Builder
	deaf := *c
	deaf.stderr = &said
	deaf.exitCode(err)
	build.ShowInBrowser(c.printer.Message("door-failed", nil), said.String(), c.printer.Language)
}
