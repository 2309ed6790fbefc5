package publish

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// Where locks don't work, a lease is renewed so often, and holds so long.
const (
	leaseRenewed = 20 * time.Second
	leaseHolds   = 10 * time.Minute
)

// errHeld says that a living process holds a lease.
var errHeld = errors.New("another process holds it")

// locker locks an open file for as long as it stays open, unless another
// process has locked it: then the error is errHeld. Where locks don't work it
// is errors.ErrUnsupported.
type locker func(*os.File) error

// lease shows that the process lives that made a folder: the folder's manifest
// is locked or, where locks don't work, gets a new time again and again. A
// number of the process would be another's in another container.
type lease struct {
	file *os.File // nil where locks don't work
	done chan struct{}
}

// newLease makes the manifest of a new folder, which is its lease as well.
func newLease(folder *os.Root, lock locker) (*lease, error) {
	f, err := folder.OpenFile(manifestName, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	l := &lease{done: make(chan struct{})}
	switch err = lock(f); {
	case err == nil:
		l.file = f
		if info, err := f.Stat(); err != nil || !isAt(info, folder, manifestName) {
			// Before it was locked another Write took it for a leftover.
			l.end()
			return nil, errHeld
		}
		return l, nil
	case errors.Is(err, errors.ErrUnsupported):
		go l.renew(folder)
		return l, f.Close()
	}
	f.Close()
	return nil, err
}

// renew renews the lease until it ends; then the folder may be closed.
func (l *lease) renew(folder *os.Root) {
	tick := time.NewTicker(leaseRenewed)
	defer tick.Stop()
	for {
		select {
		case <-l.done:
			return
		case now := <-tick.C:
			// If it fails the lease runs out, which costs this Write alone.
			_ = folder.Chtimes(manifestName, now, now)
		}
	}
}

func (l *lease) end() {
	close(l.done)
	if l.file != nil {
		l.file.Close()
	}
}

// isOver reports whether the process has ended that made the open manifest of a
// name in folder. Then this one holds the lease until it closes the file. Where
// locks don't work that is closed already: Windows renames no folder with an
// open file in it.
func isOver(folder *os.Root, name string, manifest *os.File, lock locker) bool {
	held, err := manifest.Stat()
	if err != nil {
		return false
	}
	switch err := lock(manifest); {
	case errors.Is(err, errors.ErrUnsupported):
		manifest.Close()
		return time.Since(held.ModTime()) > leaseHolds
	case err != nil:
		return false
	}
	return isAt(held, folder, name)
}

// isAt reports whether a folder holds a file under a name.
func isAt(file fs.FileInfo, folder *os.Root, name string) bool {
	now, err := folder.Lstat(name)
	return err == nil && os.SameFile(file, now)
}

// isMissing reports whether it is sure that a folder holds nothing of a name.
func isMissing(folder *os.Root, name string) bool {
	_, err := folder.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}
