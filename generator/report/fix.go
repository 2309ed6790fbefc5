package report

import "bytes"

// Fix is the edit that mends a problem, by who found it: in the file's clean text
// New takes the place of Old, which stands there from the byte At on. Where it
// doesn't any more, nothing may be changed. Where both are the same, the file
// isn't what it reads as, and to save it mends it.
type Fix struct {
	At  int    `json:"at"`
	Old string `json:"old"`
	New string `json:"new"`
	// Ask is the message that asks the author for what nobody else knows; the
	// answer takes the place of Asked in New.
	Ask Word `json:"ask,omitempty"`
}

// Asked stands in a Fix for what its author is asked.
const Asked = "…"

// Fix makes a fix that writes a text in place of what stands between two places.
func (s Source) Fix(start, stop int, text string) *Fix {
	return &Fix{At: start, Old: string(s.Text[start:stop]), New: text}
}

// Within returns a fix of a part of a text as one of the whole, in which that part
// begins at an offset; nil if something else stands there.
func (f *Fix) Within(text []byte, offset int) *Fix {
	if f == nil {
		return nil
	}
	moved := *f
	if moved.At += offset; !moved.fits(text) {
		return nil
	}
	return &moved
}

func (f *Fix) fits(text []byte) bool {
	return f.At >= 0 && f.At <= len(text) && bytes.HasPrefix(text[f.At:], []byte(f.Old))
}

// Apply mends a text; ok is false where it isn't what it was.
func (f *Fix) Apply(text []byte) (mended []byte, ok bool) {
	if !f.fits(text) {
		return text, false
	}
	return bytes.Join([][]byte{text[:f.At], []byte(f.New), text[f.At+len(f.Old):]}, nil), true
}

// Entry finds the key of a path where it has a value.
func (s Source) Entry(path string) (found Entry, ok bool) {
	for e := range s.entries() {
		if e.Path == path && e.Value > 0 {
			return e, true
		}
	}
	return Entry{}, false
}
