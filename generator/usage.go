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
	return c.say("version", report.Values{"version": version(), "system": runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH})
}

// version names the release that this program is, or the message that says
// that it is none.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "@version-none"
	}
	return info.Main.Version
}
