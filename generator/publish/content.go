package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// Copy takes a file of the site that is copied as it is, in pieces, so that it
// may be of any size. It calls open once or twice; an error of that, or of
// reading, is returned as it is.
type Copy func(name string, open func() (fs.File, error)) error

// content is what a file of the site holds: data, or what open opens.
type content struct {
	size int64
	data []byte
	open func() (fs.File, error)
}

// piece is how many bytes of a file are held in memory.
const piece = 64 << 10

// readError is an error of reading what is copied.
type readError struct{ error }

// source is a file that is copied.
type source struct{ fs.File }

func (s source) Read(p []byte) (int, error) {
	n, err := s.File.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = readError{err}
	}
	return n, err
}

// newContent returns the content of a file that is copied.
func newContent(open func() (fs.File, error)) (content, error) {
	f, err := open()
	if err != nil {
		return content{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return content{}, err
	}
	return content{size: info.Size(), open: open}, nil
}

// writeTo writes the content.
func (c content) writeTo(w io.Writer) error {
	if c.open == nil {
		_, err := w.Write(c.data)
		return err
	}
	f, err := c.open()
	if err != nil {
		return readError{err}
	}
	defer f.Close()
	_, err = io.CopyBuffer(struct{ io.Writer }{w}, source{f}, make([]byte, piece))
	return err
}

// equals reports whether a file of a size has the same content.
func (c content) equals(f io.Reader, size int64) (same bool, err error) {
	if size != c.size {
		return false, nil
	}
	if c.open == nil {
		was := make([]byte, size)
		_, err := io.ReadFull(f, was)
		return err == nil && bytes.Equal(was, c.data), nil
	}
	own, err := c.open()
	if err != nil {
		return false, readError{err}
	}
	defer own.Close()
	a, b := make([]byte, piece), make([]byte, piece)
	for rest := size; rest > 0; rest -= piece {
		n := min(rest, piece)
		if _, err := io.ReadFull(source{own}, a[:n]); err != nil {
			return false, err
		}
		if _, err := io.ReadFull(f, b[:n]); err != nil || !bytes.Equal(a[:n], b[:n]) {
			return false, nil
		}
	}
	return true, nil
}
