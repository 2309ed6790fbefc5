package main

import (
	"strconv"
	"time"

	"sparrausopas/generator/build"
	"sparrausopas/generator/edition"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
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
	ctx, stop := untilStopped(exitDone)
	defer stop()
	return build.Serve(ctx, f.build(*drafts), build.ServeOptions{Taken: taken,
		Host: *host, Port: *port, Poll: *poll, Printer: c.printer, Log: c.stdout, Browser: *open})
}

// taken returns the files to write when a common page is taken into an edition.
func taken(p *project.Project, file string) (map[string][]byte, error) {
	_, files, err := edition.Taken(p, []string{file}, false)
	return files, err
}
