package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

const (
	// brief is how long work goes on before it is worth a line.
	brief = time.Second
	// redrawn is the time from one state of the line to the next.
	redrawn = 200 * time.Millisecond
)

// progress is a line on a terminal that says how far long work is: what is
// being done, n of m and how long that will go on. A nil one shows nothing.
type progress struct {
	terminal io.Writer
	columns  func() int
	printer  report.Printer

	mu    sync.Mutex
	phase string
	began time.Time
	// done and total are of the phase; no total is one that isn't known.
	done, total int
	// shown is how many letters the line has.
	shown int
	ended chan struct{}
}

// watch shows the progress of work that may be long, if it is wanted and stderr
// is a terminal, until end is called.
func (c *console) watch(wanted bool) (p *progress, end func()) {
	columns := columnsOf(c.stderr)
	if !wanted || c.quiet || columns == nil {
		return nil, func() {}
	}
	return c.watchOn(columns)
}

// watchOn shows the progress on stderr, a terminal of so many columns. What the
// console says in the meantime takes the place of the line.
func (c *console) watchOn(columns func() int) (p *progress, end func()) {
	before := *c
	p = &progress{terminal: c.stderr, columns: columns, printer: c.printer, ended: make(chan struct{})}
	c.stdout, c.stderr = aside{p, c.stdout}, aside{p, c.stderr}
	stopped := make(chan struct{})
	go func() { defer close(stopped); p.run() }()
	return p, func() {
		close(p.ended)
		<-stopped
		c.stdout, c.stderr = before.stdout, before.stderr
	}
}

// columnsOf returns how wide a terminal is, each time that it is asked; nil for
// what is none, or one that can only write on.
func columnsOf(w io.Writer) func() int {
	file, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return nil
	}
	if _, ok := terminalColumns(file); !ok {
		return nil
	}
	return func() int {
		if columns, ok := terminalColumns(file); ok && columns > 0 {
			return columns
		}
		return 80
	}
}

// note takes in how much of a phase is done; several may do so at a time.
func (p *progress) note(phase string, done, total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if phase != p.phase || total != p.total {
		p.phase, p.began, p.done, p.total = phase, time.Now(), 0, total
	}
	p.done = max(p.done, done)
}

// of returns what notes how much of a phase is done.
func (p *progress) of(phase string) func(done, total int) {
	return func(done, total int) { p.note(phase, done, total) }
}

// run draws the line over and over, once the work has gone on for a while.
func (p *progress) run() {
	next := time.NewTimer(brief)
	defer next.Stop()
	for {
		select {
		case <-p.ended:
			p.mu.Lock()
			defer p.mu.Unlock()
			p.draw("")
			return
		case <-next.C:
			next.Reset(redrawn)
			p.mu.Lock()
			p.draw(p.text())
			p.mu.Unlock()
		}
	}
}

// text is what the line says.
func (p *progress) text() string {
	if p.phase == "" {
		return ""
	}
	name, values := "progress", report.Values{"what": report.Word("progress-" + p.phase), "done": p.done, "total": p.total}
	took := time.Since(p.began)
	switch {
	case p.total == 0:
		name = "progress-some"
	case p.done > 0 && p.done < p.total && took >= brief:
		left := took * time.Duration(p.total-p.done) / time.Duration(p.done)
		values["left"], values["count"] = report.Word("progress-seconds"), int((left+time.Second-1)/time.Second)
		if left > 2*time.Minute {
			values["left"], values["count"] = report.Word("progress-minutes"), int((left+time.Minute-1)/time.Minute)
		}
		name = "progress-left"
	}
	return p.printer.Message(name, values)
}

// draw puts a text in the place of the line, or nothing.
func (p *progress) draw(text string) {
	if letters := []rune(text); len(letters) >= p.columns() {
		text = string(letters[:p.columns()-1])
	}
	letters := utf8.RuneCountInString(text)
	if letters == 0 && p.shown == 0 {
		return
	}
	// Where the terminal can't be written to, nothing can be said.
	fmt.Fprint(p.terminal, "\r"+text+strings.Repeat(" ", max(0, p.shown-letters)))
	if p.shown = letters; letters == 0 {
		fmt.Fprint(p.terminal, "\r")
	}
}

// aside is a writer whose texts take the place of the line.
type aside struct {
	progress *progress
	io.Writer
}

func (a aside) Write(text []byte) (int, error) {
	a.progress.mu.Lock()
	defer a.progress.mu.Unlock()
	a.progress.draw("")
	return a.Writer.Write(text)
}
