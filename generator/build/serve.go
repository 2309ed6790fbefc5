package build

import (
	"context"
	"io"
	"time"

	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// ServeOptions say where a preview is shown and to whom.
type ServeOptions struct {
	Host string
	Port int
	// Poll is how often the files are looked through; 0 trusts the events of
	// the file system.
	Poll    time.Duration
	Printer report.Printer
	// Log is where the author reads what happens.
	Log io.Writer
	// Browser opens the preview on a machine that has a screen.
	Browser bool
}

// Serve shows the guide while its author writes, until ctx ends.
func Serve(ctx context.Context, s Settings, o ServeOptions) error {
	states, err := newPreviews(s)
	if err != nil {
		return err
	}
	options := serve.Options{
		Host: o.Host, Port: o.Port, Printer: o.Printer, Writing: true, Log: o.Log,
		Sources: serve.Sources{
			Poll: o.Poll, Watch: states.made, Ignore: ignores, Read: states.read, Edit: states.edit,
			Build: func(context.Context) (serve.Site, report.Problems, error) { return states.next() },
		},
	}
	if serve.HasScreen() {
		options.Open = states.open
		if o.Browser {
			options.Ready = func(address string) { _ = serve.OpenInSystem(address) }
		}
	}
	return serve.Run(ctx, options)
}
