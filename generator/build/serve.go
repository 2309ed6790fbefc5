package build

import (
	"context"
	"fmt"
	"io"
	"time"

	"sparrausopas/generator/edit"
	"sparrausopas/generator/project"
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
	// Door lets people in who use no command line, and remembers what they open.
	// Program is how notes in new guides call the program.
	Door    bool
	Program string
	// Taken takes common pages into an edition.
	Taken Taken
}

// Taken returns the files to write when a common file is taken into an edition.
type Taken func(p *project.Project, file string) (map[string][]byte, error)

// Serve shows the guide while its author writes, until ctx ends. Where there is
// a door, the author can choose the guide if Settings.Dir is "".
func Serve(ctx context.Context, s Settings, o ServeOptions) (err error) {
	options := serve.Options{Host: o.Host, Port: o.Port, Printer: o.Printer, Writing: true, Log: o.Log}
	if o.Door {
		if serve.Join(noted(s.Dir)) {
			_, err := fmt.Fprintln(o.Log, o.Printer.Message("serve-joined", nil))
			return err
		}
		notes := &notes{}
		defer notes.end()
		options.Door = o.door(s, notes)
	}
	if s.Dir != "" {
		if options.Sources, err = o.sources(s); err != nil {
			return err
		}
	}
	if serve.HasScreen() && o.Browser {
		options.Ready = func(address string) { _ = serve.OpenInSystem(address) }
	}
	return serve.Run(ctx, options)
}

// sources opens a guide to be shown.
func (o ServeOptions) sources(s Settings) (serve.Sources, error) {
	states, err := newPreviews(s)
	if err != nil {
		return serve.Sources{}, err
	}
	states.taken = o.Taken
	if err := edit.Recover(states.guide()); err != nil {
		return serve.Sources{}, err
	}
	if o.Door {
		remember(s.Dir)
	}
	sources := serve.Sources{
		Poll: o.Poll, Watch: states.made, Ignore: ignores, Read: states.read,
		Build: func(context.Context) (serve.Site, report.Problems, error) { return states.next() },
		Editor: serve.Editor{
			Edit: states.edit, Writes: edit.IsSource, Settings: edit.Settings, Places: states.places, Pages: states.pages, Picture: states.picture,
			Word: states.readWord, Reading: states.reading, Publish: &serve.PublishWays{Do: states.publish, File: states.packedFile},
		},
	}
	if serve.HasScreen() {
		sources.Open = states.open
	}
	return sources, nil
}
