package main

import (
	"runtime"
	"runtime/debug"

	"sparrausopas/generator/report"
)

func runHelp(args []string, c *console) error {
	if err := c.flags("help").parse(args, 0); err != nil {
		return err
	}
	return c.say("usage", nil)
}

func runVersion(args []string, c *console) error {
	if err := c.flags("version").parse(args, 0); err != nil {
		return err
	}
	version := "unreleased"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	return c.say("version", report.Values{"version": version, "system": runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH})
}
