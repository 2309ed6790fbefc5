package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

// sumsFile notes in an edition's folder which versions of the common files it
// was copied from, a line each: the hash and the path, as sha256sum writes
// them.
const sumsFile = "base.sum"

// copiesFolder keeps the texts beside the sums, so that a difference can be told
// to be the edition's own or new in the common guide.
const copiesFolder = "base.copies"

// sums are hashes of common files, by path.
type sums map[string]string

// sum is the hash of a file as it is read: line ends, which a version control
// may change, are no part of a text.
func sum(data []byte) string {
	hash := sha256.Sum256(read(data))
	return hex.EncodeToString(hash[:])
}

// readSums reads the notes of an edition; one without has none.
func readSums(fsys fs.FS) (sums, error) {
	// A pipe would be waited for if it were opened.
	if info, err := fs.Stat(fsys, sumsFile); err == nil && !info.Mode().IsRegular() {
		return nil, report.Unreadable(sumsFile, report.ErrNoFile)
	}
	text, err := fs.ReadFile(fsys, sumsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return sums{}, nil
	}
	if err != nil {
		return nil, err
	}
	source := report.Source{Name: sumsFile, Text: report.Clean(text)}
	noted := sums{}
	var problems report.Problems
	number := 0
	for line := range strings.Lines(string(source.Text)) {
		number++
		hash, name, found := strings.Cut(strings.TrimSpace(line), "  ")
		if raw, err := hex.DecodeString(hash); !found || err != nil || len(raw) != sha256.Size || !fs.ValidPath(name) {
			problems = append(problems, source.AtLine(number, 1, "sum-line", nil))
			continue
		}
		noted[name] = hash
	}
	return noted, problems.Err()
}

// text are the notes as they stand in the file.
func (s sums) text() []byte {
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&out, "%s  %s\n", s[name], name)
	}
	return out.Bytes()
}

// read returns a text as the program reads it, and all else as it is.
func read(data []byte) []byte {
	if isText(data) {
		return report.Clean(data)
	}
	return data
}

func isText(data []byte) bool { return utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 }
