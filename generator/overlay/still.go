package overlay

import (
	"bytes"
	"io"
	"io/fs"
	"sync"
)

// Still is a folder whose files are read once and stay as they were then, for
// many guides that lie on the same one. It is safe for concurrent use.
type Still struct {
	fsys                    fs.FS
	infos, entries, letters sync.Map
}

// StillOf gives a folder as it is when it's read. The folder must stay open.
func StillOf(fsys fs.FS) *Still { return &Still{fsys: fsys} }

// stillLimit is the most bytes that a file may have to be kept in memory. More
// have only files that are copied as they are.
const stillLimit = 1 << 20

// once gives what was found out about a name, or finds it out.
func once[T any](found *sync.Map, name string, find func() (T, error)) (T, error) {
	entry, known := found.Load(name)
	if !known {
		entry, _ = found.LoadOrStore(name, sync.OnceValues(find))
	}
	return entry.(func() (T, error))()
}

// Stat tells of a file or folder.
func (s *Still) Stat(name string) (fs.FileInfo, error) {
	return once(&s.infos, name, func() (fs.FileInfo, error) { return fs.Stat(s.fsys, name) })
}

// ReadDir lists a folder. The list is nobody's to change.
func (s *Still) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := once(&s.entries, name, func() ([]fs.DirEntry, error) { return fs.ReadDir(s.fsys, name) })
	return list[:len(list):len(list)], err
}

// ReadFile reads a file.
func (s *Still) ReadFile(name string) ([]byte, error) {
	info, err := s.Stat(name)
	if err == nil && info.Mode().IsRegular() && info.Size() <= stillLimit {
		text, err := s.text(name)
		return bytes.Clone(text), err
	}
	return fs.ReadFile(s.fsys, name)
}

func (s *Still) text(name string) ([]byte, error) {
	return once(&s.letters, name, func() ([]byte, error) { return fs.ReadFile(s.fsys, name) })
}

// Open opens a file or folder.
func (s *Still) Open(name string) (fs.File, error) {
	info, err := s.Stat(name)
	switch {
	case err == nil && info.IsDir():
		entries, err := s.ReadDir(name)
		return &folder{info: info, entries: entries}, err
	case err == nil && info.Mode().IsRegular() && info.Size() <= stillLimit:
		text, err := s.text(name)
		return &stillFile{bytes.NewReader(text), info}, err
	}
	return s.fsys.Open(name)
}

// stillFile is an open file that is in memory.
type stillFile struct {
	io.ReadSeeker
	info fs.FileInfo
}

func (f *stillFile) Stat() (fs.FileInfo, error) { return f.info, nil }

func (f *stillFile) Close() error { return nil }
