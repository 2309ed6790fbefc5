package publish

import (
	"cmp"
	"path"
	"slices"
	"sync"
)

// ledger holds the names emitted so far, and the first error. It is safe for
// concurrent use.
type ledger struct {
	mu     sync.Mutex
	taken  map[string]entry // by fold of the name
	result Result
	err    error
}

// entry is a file of the site, or a folder above one.
type entry struct {
	name   string
	folder bool
}

func newLedger() *ledger { return &ledger{taken: map[string]entry{}} }

// collect runs render and passes what it emits on to write. Its error is that
// of render, or the first one of an Emit that render let pass.
func (l *ledger) collect(render func(Emit) error, write Emit) error {
	err := render(func(name string, data []byte) error {
		err := l.enter(name, len(data))
		if err == nil {
			err = write(name, data)
		}
		l.mu.Lock()
		defer l.mu.Unlock()
		l.err = cmp.Or(l.err, err)
		return err
	})
	l.mu.Lock()
	defer l.mu.Unlock()
	return cmp.Or(err, l.err)
}

// enter adds the name of a file and those of its folders.
func (l *ledger) enter(name string, size int) error {
	if err := checkName(name); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.take(entry{name: name}); err != nil {
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if err := l.take(entry{name: dir, folder: true}); err != nil {
			return err
		}
	}
	l.result.Files++
	l.result.Bytes += int64(size)
	return nil
}

// take adds a name. It may be there already only if it is a folder both times.
func (l *ledger) take(e entry) error {
	key := fold(e.name)
	was, found := l.taken[key]
	switch {
	case !found:
		l.taken[key] = e
	case was.name != e.name:
		return &Error{Fault: "name-case", Values: values{"name": min(was.name, e.name), "other": max(was.name, e.name)}}
	case was.folder != e.folder:
		return &Error{Fault: "name-folder", Values: values{"name": e.name}}
	case !e.folder:
		return &Error{Fault: "name-twice", Values: values{"name": e.name}}
	}
	return nil
}

// names returns the names of the files emitted and some more, sorted.
func (l *ledger) names(more ...string) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	names := slices.Clone(more)
	for _, e := range l.taken {
		if !e.folder {
			names = append(names, e.name)
		}
	}
	slices.Sort(names)
	return names
}
