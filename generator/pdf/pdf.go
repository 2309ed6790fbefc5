// Package pdf makes tagged PDF documents of pages of the site, and forms of
// worksheets. It is the only one that knows a browser.
//
//	made, err := pdf.Print(ctx, pdf.Site{File: files}, []pdf.Page{{Address: "fi/x.html", Title: "X", Date: day}})
//
// Chromium prints each page, in several tabs of one browser, to which the site's
// files are all there is: every request is answered here. What it prints has the
// tag tree, the outline and the language already. Before that, fields.js
// exchanges each control of a worksheet for a link to an address that means
// nothing; Chromium writes its place on paper and in the tag tree, and finish
// makes a field of it:
//
//	answer, date, cell of a table   a text field: NAME, NAME/ROW/COLUMN
//	box of a checklist              a check box: NAME/N, its text in Opt
//	choice, scale                   a group of radio buttons: NAME, texts in Opt
//
// A page with a Book gives way to many pages and a list of them: book.js puts
// them together, and a first print tells on what page each begins.
//
// A hidden field "opas" says what the form is (Page.Form). What is read aloud of
// a field is its label; what is typed is set in a font that lies in the file.
//
// The same page makes the same bytes with the same Chromium: dates come from the
// page, the identifier from the content, and what Chromium says of itself and of
// its own order is left out.
//
// The parser knows what Chromium writes and what the writer does, and no more:
// anything else is a problem that names Chromium's version. It isn't a reader of
// other people's files.
package pdf

import (
	"cmp"
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/report"
)

// Page is a page of the site that is printed.
type Page struct {
	// Address is its file.
	Address string
	// Pack is the id of the ready pack that is printed in place of the page of
	// packs, "" for other pages.
	Pack string
	// Book is what is printed in place of the page, nil for other pages.
	Book  *Book
	Title string
	// Date is when what it says was changed last.
	Date time.Time
	// Form says of a worksheet what it is, for those who open what was filled; ""
	// for a page that isn't filled in. Row is what rows of its tables are called,
	// such as "row {number}".
	Form, Row string
}

// Site is the site that pages are of.
type Site struct {
	// Base is its address on the web, with a slash at its end, to which links in
	// documents lead; "" if it has none, and only links to elsewhere stay.
	Base string
	// File returns a file of the site. It is called by several at a time.
	File func(address string) ([]byte, error)
	// Progress is told how many pages are done of how many.
	Progress func(done, total int)
}

// tabs is how many pages are printed at a time.
func tabs() int { return min(runtime.GOMAXPROCS(0)+1, 6) }

// Print prints pages, each as a document of its own, until ctx ends. That of a
// pack that the page of packs doesn't have is nil.
func Print(ctx context.Context, site Site, pages []Page) ([][]byte, error) {
	if len(pages) == 0 {
		return nil, nil
	}
	browser, version, stop, err := start(ctx)
	if err != nil {
		return nil, err
	}
	defer stop()
	made := make([][]byte, len(pages))
	var next atomic.Int64
	var done progress
	group, going := errgroup.WithContext(ctx)
	for range min(tabs(), len(pages)) {
		group.Go(report.Rescued(func() error {
			t, err := newTab(browser, site)
			for i := next.Add(1) - 1; err == nil && going.Err() == nil && i < int64(len(pages)); i = next.Add(1) - 1 {
				if made[i], err = t.document(pages[i], version); err == nil {
					done.tell(site.Progress, len(pages))
				}
			}
			return err
		}))
	}
	return made, cmp.Or(group.Wait(), ctx.Err())
}

// document prints a page and makes a document of that.
func (t *tab) document(p Page, version string) ([]byte, error) {
	printed, said, err := t.print(p)
	if printed == nil && err == nil {
		return nil, nil
	}
	if err != nil {
		return nil, report.Fault(p.Address, "pdf-page-fails", report.Reason(firstLine(err), report.Values{"version": version}))
	}
	made, err := finish(printed, p, said)
	if err != nil {
		return nil, report.Fault(p.Address, "pdf-unknown", report.Reason(err, report.Values{"version": version}))
	}
	return made.bytes(), nil
}

// progress counts what is done, in order.
type progress struct {
	mu   sync.Mutex
	done int
}

func (p *progress) tell(listener func(done, total int), total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if listener != nil {
		listener(p.done, total)
	}
}
