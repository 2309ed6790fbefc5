package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"slices"
	"strconv"
	"unicode/utf8"
)

// scripts writes the files of an edition's index.
type scripts struct {
	folder string
	emit   Emit
}

// part is a script that is loaded on demand: the number of the first section or
// lemma in it, and the end of its name.
type part struct {
	first int
	hash  string
}

// MarshalJSON writes a part as the index has it.
func (p part) MarshalJSON() ([]byte, error) { return json.Marshal([]any{p.first, p.hash}) }

// index is the first script.
type index struct {
	Language string     `json:"language"`
	Forms    string     `json:"forms"`
	Lemmas   string     `json:"lemmas"`
	Parts    string     `json:"parts"`
	Kinds    []string   `json:"kinds"`
	Shape    string     `json:"shape"`
	Pages    string     `json:"pages"`
	Synonyms [][]string `json:"synonyms"`
	Postings []part     `json:"postings"`
	Texts    []part     `json:"texts"`
}

// writeIndex writes the first script.
func (s *scripts) writeIndex(i index) error {
	data, err := literal(i)
	if err != nil {
		return err
	}
	return s.emit(path.Join(s.folder, indexName), slices.Concat([]byte("opas.searchIndex("), data, []byte(");\n")))
}

// writePart writes a part of a kind, texts or postings.
func (s *scripts) writePart(kind string, first int, data []byte) (part, error) {
	p := part{first, hashOf(data)}
	name := kind + "-" + strconv.Itoa(first) + "-" + p.hash
	script := make([]byte, 0, len(data)+len(data)/32+100)
	script = append(script, `opas.searchPart("`+name+`","`...)
	script = append(appendEscaped(script, data), "\");\n"...)
	return p, s.emit(path.Join(s.folder, name+".js"), script)
}

// appendEscaped writes text as it stands between the quotation marks of a
// script, harmless in a page too.
func appendEscaped(out, text []byte) []byte {
	for {
		next := bytes.IndexAny(text, "\"\\\n\r<")
		if next < 0 {
			return append(out, text...)
		}
		out = append(out, text[:next]...)
		switch text[next] {
		case '\n':
			out = append(out, `\n`...)
		case '\r':
			out = append(out, `\r`...)
		case '<':
			out = append(out, `\x3c`...)
		default:
			out = append(out, '\\', text[next])
		}
		text = text[next+1:]
	}
}

// literal writes a value as a script has it, harmless in a page too.
func literal(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.ReplaceAll(bytes.TrimSpace(out.Bytes()), []byte("<"), []byte(`\u003c`)), err
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:5])
}

const (
	// partSize is how big a part is as a rule: for ten results, parts of ten
	// texts are loaded.
	partSize = 32 << 10
	// mostText is how much of a section's text a part holds, as it stands in a
	// script.
	mostText = partLimit - 200
)

// postingsWriter writes the lists of lemmas that follow each other.
type postingsWriter struct {
	out   *scripts
	parts []part
	data  []byte
	first int
}

// add takes the list of the next lemma. Signs of lists stand for themselves in
// a script.
func (w *postingsWriter) add(lemma int, list []uint32, frequency int) error {
	start := len(w.data)
	w.data = encodePostings(w.data, best(list), frequency)
	if len(w.data) > partSize && start > 0 {
		own := bytes.Clone(w.data[start:])
		w.data = w.data[:start]
		if err := w.flush(); err != nil {
			return err
		}
		w.data, w.first = append(w.data, own...), lemma
	}
	w.data = append(w.data, ' ')
	return nil
}

func (w *postingsWriter) flush() error {
	p, err := w.out.writePart("postings", w.first, w.data)
	w.parts = append(w.parts, p)
	w.data = w.data[:0]
	return err
}

// textWriter writes the texts of sections that follow each other.
type textWriter struct {
	out   *scripts
	parts []part
	data  []byte
	// size is that of data in a script.
	size, first int
	// err is the first error; after it nothing is written.
	err error
}

// add takes the text of the next section. A text that no part can hold is cut:
// it is only shown.
func (w *textWriter) add(section int, text []byte) {
	text = cut(text, mostText-len(`\n`))
	size := escapedSize(text) + len(`\n`)
	if w.size+size > partSize {
		w.flush()
	}
	if len(w.data) == 0 {
		w.first = section
	}
	w.data = append(append(w.data, text...), '\n')
	w.size += size
}

func (w *textWriter) flush() {
	if len(w.data) == 0 || w.err != nil {
		return
	}
	var p part
	p, w.err = w.out.writePart("texts", w.first, w.data)
	w.parts = append(w.parts, p)
	w.data, w.size = w.data[:0], 0
}

// escapedSize gives how long a text is in a script.
func escapedSize(text []byte) int {
	return len(text) + bytes.Count(text, []byte(`"`)) + bytes.Count(text, []byte(`\`)) + 3*bytes.Count(text, []byte("<"))
}

// cut gives as much of a text as has room in a script, in whole letters.
func cut(text []byte, room int) []byte {
	for escapedSize(text) > room {
		end := len(text) - max(1, (escapedSize(text)-room)/4)
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	return text
}
