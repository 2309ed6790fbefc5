// Package serve shows a site while an author writes.
//
// Run builds the site, serves it on this machine, watches the author's files
// and builds it anew after each save. A browser that shows a page of it
// follows:
//
//   - a page that changed is loaded again and keeps its scroll place, its focus
//     and what was typed into its fields
//   - a page whose stylesheets alone changed gets the new ones without loading
//   - a fault is shown over the last good page, with file, line and what to do,
//     until it is mended
//   - a bar in the corner has a mark for drafts, the page's source file and the
//     warnings about it
//
// Pages are made when they are requested. What has changed isn't guessed from
// the files that were saved: each open page is made anew and compared with what
// its browser shows, and so is what its scripts have loaded, such as the index
// of a search. What no open page has loaded isn't made.
//
// Only this machine is served unless Options.Host says otherwise, and only to
// pages of the preview itself: a request that calls the server by another name
// or comes from another site is refused. Of the author's disk, only the sources
// of pages and files with a problem can be read. Only a browser that the author
// let in can do more, where Options.Writing says so (see pass): write the guide
// beside what becomes of it and publish it (Editor), and begin or open a guide
// before there is one, for which it sees the names of folders (Door).
//
// All that the preview adds is under /.preview/: its script, which each page
// gets, its style, the events that the script listens to, sources, the editor.
// The package doesn't depend on a guide: a Site is anything that has files, and
// what an Editor does is for who made it to know.
package serve

import (
	"context"
	"crypto/rand"
	"io"
	"io/fs"
	"time"

	"sparrausopas/generator/report"
)

// Site is one state of the site.
type Site interface {
	// File returns a file of the site by its address, such as "fi/index.html";
	// the error is fs.ErrNotExist or report.Problems. It is made when it is
	// requested, by several goroutines at once.
	File(address string) ([]byte, error)
	// Copy returns a file of the site that the guide has as it is, of any size;
	// nil for others.
	Copy(address string) *Copy
	// Page returns what the preview shows of the page at an address; ok is
	// false for other files.
	Page(address string) (page Page, ok bool)
	// Retire ends a site: no file of it will be requested any more.
	Retire()
}

// Copy is a file that is shown as it is.
type Copy struct {
	// Open opens it; the error is report.Problems.
	Open func() (fs.File, error)
	// Version is another one once the file has changed.
	Version string
}

// Page is what the preview shows of a page beside the page.
type Page struct {
	// Source is the path of the source file from the guide's folder, "" if the
	// program made the page.
	Source string `json:"source,omitempty"`
	Title  string `json:"title"`
	Draft  bool   `json:"draft,omitempty"`
}

// Options say what is shown, to whom and how.
type Options struct {
	Sources
	// Host is the address to serve at, "127.0.0.1" if it is "".
	Host string
	// Port is taken if it is free, else the next free one of the twenty from
	// it.
	Port    int
	Printer report.Printer
	// Door, which may be nil, lets people in who use no command line. Without
	// Sources it lets them choose the guide.
	Door *Door
	// Writing says that a browser which is let in may write; see writers.
	Writing bool
	// Ready, which may be nil, is called once when the site is served with what
	// to open in a browser: its address or a file that leads there.
	Ready func(address string)
	// Log is where the author reads what happens.
	Log io.Writer
}

// Sources are the files that an author writes, and the way from them to a site.
type Sources struct {
	// Poll is how often the files are looked through; 0 trusts the events of
	// the file system.
	Poll time.Duration
	// Watch returns folders and files on disk, watched with all that is below
	// them but for hidden ones and what Ignore, which may be nil, says: copies
	// that editors keep, for one.
	Watch  func() []string
	Ignore func(path string) bool
	// Build makes the site: beside it what stops no build, and as the error
	// what does, report.Problems or another.
	Build func(ctx context.Context) (Site, report.Problems, error)
	// Read returns the text of a source file by its path from the guide's
	// folder, and Open shows it in the system's program. Where one is nil, the
	// preview has no link or button for it.
	Read func(file string) ([]byte, error)
	Open func(file string) error
	Editor
}

// Editor is what an author does to the guide in the browser; all but Publish is nil
// where texts can't be written there. One of the errors is report.Refusal.
type Editor struct {
	// Edit opens and saves texts of the author's. Writes reports whether a path is
	// that of such a text, Settings is that of the guide's own.
	Edit     func(Edit) (Edited, error)
	Writes   func(file string) bool
	Settings string
	// Places are what of a kind can be put into the text of a source, as far as
	// it fits what somebody looks for: "link", "term", "field" or "language".
	Places func(file, kind, query string) []Place
	// Picture puts a picture among the guide's, Word makes a text of the guide's of
	// what was written in Word.
	Picture func(Picture) (PictureMade, error)
	Word    func(Word) (WordMade, error)
	// Pages does something to whole pages.
	Pages func(Pages) (PagesDone, error)
	// Reading makes a page a file to be read and commented.
	Reading func(Reading) ([]byte, error)
	// Publish publishes the guide; where it is nil, the browser can't.
	Publish *PublishWays
}

// Run serves until ctx ends. The error says why it can't serve.
func Run(ctx context.Context, o Options) error {
	listener, err := listen(o)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := newBroadcaster(o)
	s.pass, s.stop = newPass(listener.Addr()), stop
	if o.Door != nil {
		s.visitors = newVisitors(afterLast, stop)
		s.running = Running{listener.Addr().String(), rand.Text()}
		o.Door.Note(s.running)
	}
	address, others := addresses(listener)
	s.log(s.Printer.Message("serve-address", report.Values{"address": address}))
	if others != "" {
		s.log(s.Printer.Message("serve-open-to-all", report.Values{"address": others}))
	}
	invitation := s.invite(address)
	defer s.uninvite()
	server := newServer(ctx, s, newOriginGuard(o.Host, listener.Addr()))
	served := make(chan error, 1)
	go func() {
		served <- server.Serve(listener)
		stop()
	}()
	if o.Ready != nil {
		o.Ready(invitation)
	}
	select {
	case <-s.entrance.opened:
		s.author(ctx)
	case <-ctx.Done():
	}
	return closeServer(server, served)
}
