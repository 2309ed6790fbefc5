package publish

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"sync"
	"time"
)

// ledger holds the names emitted so far, and the first error. It is safe for
// concurrent use.
type ledger struct {
	mu     sync.Mutex
	taken  map[string]entry     // by fold of the name
	kept   map[string]time.Time // files of earlier sites, and since when the site hasn't them
	result Result
	err    error
}

// entry is a file of the site, or a folder above one.
type entry struct {
	name   string
	folder bool
	size   int64
}

func newLedger() *ledger { return &ledger{taken: map[string]entry{}, kept: map[string]time.Time{}} }

// collect runs render and passes what it emits on to write. Its error is that
// of render, or the first one of an Emit that render let pass.
func (l *ledger) collect(render func(Emit) error, write func(string, content) error) error {
	err := render(func(name string, data []byte) error {
		return l.add(name, content{size: int64(len(data)), data: data}, write)
	})
	l.mu.Lock()
	defer l.mu.Unlock()
	return cmp.Or(err, l.err)
}

// add enters a file of the site, passes it on to write and counts it.
func (l *ledger) add(name string, c content, write func(string, content) error) error {
	err := l.enter(name, c.size)
	if err == nil {
		err = write(name, c)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.result.Files++
	l.result.Bytes += c.size
	l.err = cmp.Or(l.err, err)
	return err
}

// enter adds the name of a file and those of its folders.
func (l *ledger) enter(name string, size int64) error {
	if err := checkName(name); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.take(entry{name: name, size: size}); err != nil {
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if err := l.take(entry{name: dir, folder: true}); err != nil {
			return err
		}
	}
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

// compare returns the name of a file that a folder lacks or has another size
// of, "" if it holds the whole site.
func (l *ledger) compare(folder fs.FS) (lacking string, err error) {
	found := map[string]bool{}
	err = fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err == nil && e.IsDir() && isForeign(name):
			return fs.SkipDir
		case err != nil || e.IsDir():
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && info.Size() == l.taken[fold(name)].size {
			found[name] = true
		}
		return err
	})
	for _, name := range l.names() {
		if !found[name] {
			return name, err
		}
	}
	return "", err
}

// inTheWay parts files that the site hasn't: beside some it can't have its own,
// as they are folders in it, or differ from its names only in case.
func (l *ledger) inTheWay(files []string) (inTheWay, rest []string) {
	for _, name := range files {
		clear := l.isFree(entry{name: name})
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			clear = clear && l.isFree(entry{name: dir, folder: true})
		}
		if clear {
			rest = append(rest, name)
		} else {
			inTheWay = append(inTheWay, name)
		}
	}
	return inTheWay, rest
}

// isFree reports whether the site could have an entry, too.
func (l *ledger) isFree(e entry) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	was, taken := l.taken[fold(e.name)]
	return !taken || was.name == e.name && was.folder == e.folder
}

// hasFile reports whether the site has a file of that name.
func (l *ledger) hasFile(name string) bool {
	e := l.taken[fold(name)]
	return !e.folder && e.name == name
}

// hasFolder reports whether the site has a folder of that name.
func (l *ledger) hasFolder(name string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	e := l.taken[fold(name)]
	return e.folder && e.name == name
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
