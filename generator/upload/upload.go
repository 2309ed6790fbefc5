// Package upload puts a site onto a host, over WebDAV or SFTP, so that readers
// find a whole site there at any moment:
//
//   - only what differs is sent: the host has a record of what it holds
//   - first what pages load, under new names before those that are taken; then
//     pages; what the site has no more is removed last
//   - each file is sent under another name and takes its place when it is whole
//   - the record is written before anything else, as what isn't known any more,
//     and again when all is done; whatever ends a Send, the next one goes on
//   - only files of the record are removed, and no site is replaced that has none
//
// Nothing is ever written to the author's disk but the key of a host that the
// author has confirmed: passwords come from whoever calls, for one connection.
//
// The package knows nothing of guides: a site is a folder.
package upload

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/report"
)

// Host is where a site goes. Names are relative to its folder, with slashes.
type Host interface {
	// Read returns a file, of at most so many bytes; fs.ErrNotExist if there is
	// none.
	Read(name string, most int64) ([]byte, error)
	// Write makes a file or replaces it in one step, with the folders above it.
	Write(name string, from io.Reader, size int64) error
	// Remove removes a file, which may be gone already.
	Remove(name string) error
	Close() error
}

const (
	// atOnce is how many files are on their way at a time.
	atOnce = 4
	// each is after how many files the record is written, so that a Send that is
	// ended needn't be begun anew.
	each = 100
)

// Options say whose site it is, and who is told of it.
type Options struct {
	// Known is what the host is known to hold; Kept is told each new record.
	Known Record
	Kept  func(Record) error
	// Progress is told how many files are done of how many.
	Progress func(done, total int)
	// Lasting reports whether no other content will ever have a name.
	Lasting func(name string) bool
}

// sending is a site on its way.
type sending struct {
	Options
	host    Host
	site    fs.FS
	want    Record
	mu      sync.Mutex
	record  Record
	done    int
	all     int
	written int
}

// Send makes a host hold the files of a site that want names, all of which the
// site has. When it fails, the host has the old site or parts of both of which
// each works.
func Send(ctx context.Context, host Host, site fs.FS, want Record, o Options) error {
	s := &sending{Options: o, host: host, site: site, want: want, record: o.Known.clone(want.Guide)}
	steps, gone := s.steps()
	for _, names := range steps {
		s.all += len(names)
		for _, name := range names {
			s.record.Files[name] = File{Title: want.Files[name].Title}
		}
	}
	s.all += len(gone)
	if s.all == 0 {
		return s.keep(true)
	}
	if err := s.keep(true); err != nil {
		return err
	}
	for _, names := range steps {
		if err := s.each(ctx, names, s.send); err != nil {
			return s.fail(err)
		}
	}
	if err := s.each(ctx, gone, s.remove); err != nil {
		return s.fail(err)
	}
	return s.keep(true)
}

// fail keeps what is known, as far as the host can still be told. The first
// error matters more.
func (s *sending) fail(err error) error {
	_ = s.keep(true)
	return err
}

// steps are the files to be sent, those of each after all of the one before, and
// those to be removed.
func (s *sending) steps() (steps [4][]string, gone []string) {
	for _, name := range slices.Sorted(maps.Keys(s.want.Files)) {
		was, there := s.Known.Files[name]
		if there && was.Sum == s.want.Files[name].Sum {
			continue
		}
		at := 1
		switch {
		case name == "service-worker.js" || path.Ext(name) == ".json":
			// These tell of all others.
			at = 3
		case path.Ext(name) == ".html":
			at = 2
		case !there || s.Lasting(name):
			at = 0
		}
		steps[at] = append(steps[at], name)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Known.Files)) {
		if _, stays := s.want.Files[name]; !stays {
			gone = append(gone, name)
		}
	}
	return steps, gone
}

// each does something with each of some files, a few at a time.
func (s *sending) each(ctx context.Context, names []string, do func(name string) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, name := range names {
		group.Go(report.Rescued(func() error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err := do(name); err != nil {
				return err
			}
			return s.count()
		}))
	}
	return group.Wait()
}

func (s *sending) send(name string) error {
	file, err := s.site.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil {
		err = s.host.Write(name, file, info.Size())
	}
	if err != nil {
		return failed(name, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.record.Files[name] = s.want.Files[name]
	return nil
}

func (s *sending) remove(name string) error {
	if err := s.host.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed(name, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.record.Files, name)
	return nil
}

func (s *sending) count() error {
	s.mu.Lock()
	s.done++
	now := s.done
	s.mu.Unlock()
	if s.Progress != nil {
		s.Progress(now, s.all)
	}
	return s.keep(false)
}

// keep writes the record, unless it needn't be written yet.
func (s *sending) keep(now bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !now && s.done-s.written < each {
		return nil
	}
	s.written = s.done
	text := s.record.text()
	if err := s.host.Write(RecordFile, strings.NewReader(text), int64(len(text))); err != nil {
		return failed(RecordFile, err)
	}
	if s.Kept == nil {
		return nil
	}
	return s.Kept(s.record.clone(s.record.Guide))
}

// failed says which file is concerned, unless the error says what is to be done.
func failed(name string, err error) error {
	if _, ok := errors.AsType[*report.Refusal](err); ok || errors.Is(err, context.Canceled) {
		return err
	}
	return &report.Refusal{Rule: "upload-failed", Values: report.Reason(err, report.Values{"file": name})}
}
