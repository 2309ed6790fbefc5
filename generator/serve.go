package main

import (
	"context"
	"path/filepath"
	"strconv"
	"time"

	"sparrausopas/generator/build"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

const (
	// firstPort is where the preview is, unless somebody else is there.
	firstPort = 8080
	// oftenest is the shortest time after which the files are looked at again.
	oftenest = 100 * time.Millisecond
)

// runServe shows the site while its author writes.
func runServe(args []string, c *console) error {
	f := c.flags("serve")
	drafts := f.Bool("drafts", true, "")
	host := f.String("host", "127.0.0.1", "")
	port := f.Int("port", firstPort, "")
	poll := f.Duration("poll", 0, "")
	open := f.Bool("open", true, "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	switch {
	case *port < 0 || *port > 65535:
		return f.wrong("port-value", report.Values{"value": strconv.Itoa(*port)})
	case *poll != 0 && *poll < oftenest:
		return f.wrong("poll-value", report.Values{"value": poll.String()})
	}
	states, err := build.NewPreviews(f.build(*drafts))
	if err != nil {
		return err
	}
	ctx, stop := untilStopped()
	defer stop()
	o := serve.Options{
		Host: *host, Port: *port, Voice: c.voice, Log: c.stdout,
		Sources: serve.Sources{
			Poll: *poll, Watch: states.Dirs, Ignore: isNoSource, Read: states.Read,
			Build: func(context.Context) (serve.Site, report.Problems, error) { return states.Next() },
		},
	}
	if serve.HasScreen() {
		o.Open = func(name string) error { return openSource(states, name) }
		if *open {
			o.Ready = func(address string) { _ = serve.OpenInSystem(address) }
		}
	}
	return serve.Run(ctx, o)
}

// openSource shows a source file in the system's program for it.
func openSource(states *build.Previews, name string) error {
	file, err := states.OnDisk(name)
	if err != nil {
		return err
	}
	return serve.OpenInSystem(file)
}

// isNoSource tells of folders that no guide is made of: they change without the
// guide, and can hold many files.
func isNoSource(name string) bool {
	switch filepath.Base(name) {
	case "public", "generator", "node_modules":
		return true
	}
	return false
}
