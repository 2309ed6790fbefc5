package main

import (
	"cmp"
	"runtime"
	"strings"
	"time"

	"sparrausopas/generator/build"
	"sparrausopas/generator/report"
)

// runHelp says how the program is used, or a command of it.
func runHelp(args []string, c *console) error {
	f := c.flags("help")
	if err := f.parse(args, 1); err != nil {
		return err
	}
	return c.help(cmp.Or(f.word(), "help"))
}

// help says how a command is used. Its name may have more words behind it, as
// in "new site".
func (c *console) help(name string) error {
	name, _, _ = strings.Cut(name, " ")
	command, err := commandOf(name)
	if err != nil {
		return err
	}
	c.write(c.printer.Message(command.help, nil) + "\n")
	return nil
}

// moreHelp says where more is said of a command, or of all of them.
func (c *console) moreHelp(name string) string {
	if name, _, _ = strings.Cut(name, " "); name != "" {
		return c.printer.Message("usage-command", report.Values{"command": name})
	}
	return c.printer.Message("usage-more", nil)
}

// runVersion names the program's version, what it was made with, and how new
// the guide in it is: what to tell who is asked for help.
func runVersion(args []string, c *console) error {
	if err := c.flags("version").parse(args, 0); err != nil {
		return err
	}
	updated, err := build.LastUpdate(c.builtIn())
	if err != nil {
		return err
	}
	c.say("version", report.Values{"version": report.Version(),
		"system": runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH, "day": updated.Format(time.DateOnly)})
	return nil
}
