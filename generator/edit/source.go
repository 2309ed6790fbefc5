// Package edit reads and writes the sources of a guide's pages for an author who
// writes in the browser. Nothing that anybody wrote is ever lost by it:
//
//   - a file is saved whole or not at all, and only if it is what was opened;
//     else both texts are there, to be put together by hand
//   - its mark of encoding, its line ends and every line that wasn't touched stay
//     byte for byte; a text that is saved as it was opened writes nothing
//   - what a save replaces is kept as a version, and so is what it writes
//   - a text that isn't saved yet is kept, too, until it is: it outlives the
//     browser and the program, and a preview shows it in the place of the file
//   - of what happens to several files at once, as when a page moves, all is done
//     or nothing (Apply)
//   - a key of the front matter that is set by a form is written alone: all that
//     stands around it stays byte for byte
//   - a picture that is put in takes no other file's place; see ReadPicture for what
//     becomes of it
//
// All of it lies in the guide's own folder, as files that anybody can open:
//
//	content/fi/model/tips.md                                  the source
//	.sparrausopas/versions/content/fi/model/tips.md/20261129T211503.250Z-1f0c….md
//	.sparrausopas/unsaved/content/fi/model/tips.md/1f0c….md   on the file of that sum
//
// The package knows nothing of pages and browsers: what a text means is read by
// package content, and how it gets here is for package serve.
package edit

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

// Guide is a guide on the disk.
type Guide struct {
	// Own is the guide's own folder, All that with the guides on which it lies.
	Own, All fs.FS
	// Replace writes a file of the own folder whole or not at all, with the
	// folders above it, Create one that isn't there yet. Remove removes one.
	Replace func(name string, data []byte) error
	Create  func(name string, data []byte) error
	Remove  func(name string) error
	// Limit is that of the versions.
	Limit Limit
	// Decode reads a text in the encoding of an older program, ok is false for
	// what is none. It may be nil: then all texts have to be in UTF-8.
	Decode func(raw []byte) (text string, ok bool)
}

// inUTF8 returns what is in a file; what is in an old encoding is read in that, and
// saved in UTF-8.
func (g Guide) inUTF8(raw []byte) []byte {
	if g.Decode != nil && !isText(string(raw)) {
		if text, ok := g.Decode(raw); ok {
			return []byte(text)
		}
	}
	return raw
}

// text returns what is in a file as its author sees it.
func (g Guide) text(raw []byte) string { return string(report.Clean(g.inUTF8(raw))) }

// isText reports whether bytes are a text in UTF-8.
func isText(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// Most is how many bytes a text may have: as many as a page.
const Most = 1_000_000

// Text is the text of a source as its author sees it: without a mark of
// encoding, its lines ended by \n.
type Text struct {
	Text string
	// Version is the sum of the file that the text was opened from, or was
	// written to; Gone says that there is no file any more.
	Version string
	Gone    bool
	// Unsaved is the text that was being written when the last author stopped,
	// nil for none. Its Version may be an older one than that of the file.
	Unsaved *Unsaved
}

// Open opens the source of a page of the guide's own. The error is a
// report.Refusal where there is nothing to edit.
func Open(g Guide, file string) (Text, error) {
	raw, missing := read(g, file)
	if missing != nil && !isGone(missing) {
		return Text{}, missing
	}
	unsaved, err := unsavedOf(g, file)
	if err == nil && unsaved == nil {
		err = missing
	}
	if err != nil {
		return Text{}, err
	}
	return Text{Text: g.text(raw), Version: sum(raw), Gone: missing != nil, Unsaved: unsaved}, nil
}

// isGone reports whether an error of read says that a source isn't there, though it
// could be. Its version is that of an empty file; a text that was written on it, or
// on one that is gone by now, is kept and can be saved as any other.
func isGone(err error) bool {
	refused, ok := errors.AsType[*report.Refusal](err)
	return ok && refused.Rule == "edit-missing"
}

// Save writes a text in place of the file that was opened with a version. If the
// file is another by now, nothing is written but a version, saved is false and the
// Text returned is that of the file. What it replaces and what it writes are kept
// before: without versions nothing is written. Before is the unsaved text that its
// author knows of, as for Keep.
func Save(g Guide, file string, t Text, before string, now time.Time) (there Text, saved bool, err error) {
	t.Text = string(report.Clean([]byte(t.Text)))
	if err := fits(file, t.Text); err != nil {
		return Text{}, false, err
	}
	old, missing := read(g, file)
	if missing != nil && !isGone(missing) {
		return Text{}, false, missing
	}
	raw := LikeLines(g.inUTF8(old), t.Text)
	// Its line ends may be longer.
	if err := fits(file, string(raw)); err != nil {
		return Text{}, false, err
	}
	if _, err := keepOther(g, file, old, t.Text, before, now); err != nil {
		return Text{}, false, err
	}
	if sum(old) != t.Version && string(raw) != string(old) {
		err := keepVersion(g, file, raw, now)
		return Text{Text: g.text(old), Version: sum(old), Gone: missing != nil}, false, err
	}
	if string(raw) != string(old) {
		var err error
		if missing == nil {
			err = keepVersion(g, file, old, now)
		}
		if err == nil {
			err = keepVersion(g, file, raw, now)
		}
		if err == nil {
			err = g.Replace(file, raw)
		}
		if err != nil {
			return Text{}, false, err
		}
	}
	return Text{Text: string(report.Clean(raw)), Version: sum(raw)}, true, forget(g, file, "")
}

// read reads the source of a page of the guide's own.
func read(g Guide, file string) ([]byte, error) {
	if !IsSource(file) {
		return nil, &report.Refusal{Rule: "edit-outside", Values: report.Values{"file": file}}
	}
	if !isFile(g.Own, file) {
		rule := "edit-missing"
		if isFile(g.All, file) {
			rule = "edit-common"
		}
		return nil, &report.Refusal{Rule: rule, Values: report.Values{"file": file}}
	}
	raw, err := fs.ReadFile(g.Own, file)
	if err != nil {
		return nil, err
	}
	return raw, fits(file, string(g.inUTF8(raw)))
}

func isFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// fits reports why something can't be the text of a page.
func fits(file, text string) error {
	switch {
	case len(text) > Most:
		return &report.Refusal{Rule: "edit-large", Values: report.Values{"file": file}}
	case !isText(text):
		return &report.Refusal{Rule: "edit-no-text", Values: report.Values{"file": file}}
	}
	return nil
}

// Settings is the path of a guide's settings.
const Settings = "config.toml"

// IsSource reports whether a path is one at which an author's texts stand: pages,
// and what the guide knows beside them, such as its sources and synonyms.
func IsSource(file string) bool {
	if file == Settings {
		return true
	}
	hidden := strings.Contains(file, "/.") || strings.ContainsAny(file, `\:`)
	return fs.ValidPath(file) && strings.HasPrefix(file, "content/") && !hidden && slices.Contains([]string{".md", ".toml", ".txt"}, path.Ext(file))
}

// isSum reports whether a text is one that sum returns.
func isSum(text string) bool {
	raw, err := hex.DecodeString(text)
	return err == nil && len(raw) == sumBytes
}

// sumBytes is how many bytes of the whole sum are enough to tell files apart.
const sumBytes = 12

// sum tells the bytes of a file from all others.
func sum(raw []byte) string {
	whole := sha256.Sum256(raw)
	return hex.EncodeToString(whole[:sumBytes])
}
