package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"strconv"
	"unicode/utf8"

	"sparrausopas/generator/language"
)

// scripts writes the files of a locale's index.
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
	Inflection language.Inflection `json:"inflection"`
	Kinds      []string            `json:"kinds"`
	Synonyms   [][]string          `json:"synonyms"`
	Postings   []part              `json:"postings"`
	Texts      []part              `json:"texts"`
	Foreign    map[int]string      `json:"foreign,omitempty"`

	forms, lemmas, parts, shape, pages []byte
}

// writeIndex writes the first script. The long texts in it are written straight
// into it: they are most of what an index takes in memory.
func (s *scripts) writeIndex(i index) error {
	long := []struct {
		name string
		text []byte
	}{{"forms", i.forms}, {"lemmas", i.lemmas}, {"parts", i.parts}, {"shape", i.shape}, {"pages", i.pages}}
	size := 0
	for _, l := range long {
		size += len(l.text)
	}
	head, err := literal(i)
	if err != nil {
		return err
	}
	script := make([]byte, 0, size+size/16+len(head)+100)
	script = append(script, "opas.searchIndex("...)
	script = append(script, bytes.TrimSuffix(head, []byte("}"))...)
	for _, l := range long {
		script = append(script, `,"`+l.name+`":"`...)
		script = append(appendEscaped(script, l.text), '"')
	}
	return s.emit(path.Join(s.folder, indexName), append(script, "});\n"...))
}

// writePart writes a part of a kind, texts or postings. It makes the script in
// a buffer, which it gives back for the next.
func (s *scripts) writePart(kind string, first int, data, buffer []byte) (part, []byte, error) {
	p := part{first, hashOf(data)}
	name := kind + "-" + strconv.Itoa(first) + "-" + p.hash
	script := append(buffer[:0], `opas.searchPart("`+name+`","`...)
	script = append(appendEscaped(script, data), "\");\n"...)
	return p, script, s.emit(path.Join(s.folder, name+".js"), script)
}

// appendEscaped writes text as it stands between the quotation marks of a
// script, harmless in a page too.
func appendEscaped(out, text []byte) []byte {
	for {
		next := bytes.IndexAny(text, "\"\\\n\r\t<")
		if next < 0 {
			return append(out, text...)
		}
		out = append(out, text[:next]...)
		switch text[next] {
		case '\n':
			out = append(out, `\n`...)
		case '\r':
			out = append(out, `\r`...)
		case '\t':
			out = append(out, `\t`...)
		case '<':
			out = append(out, `\u003c`...)
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
	// textsSize is how big a part with texts is as a rule: for ten results, ten
	// of them are loaded. The lists of words that begin alike are in few parts
	// if these are big.
	textsSize    = 32 << 10
	postingsSize = 62 << 10
	// mostText is how much of a section's text a part holds, as it stands in a
	// script.
	mostText = partLimit - 200
)

// postingsWriter writes the lists of lemmas that follow each other.
type postingsWriter struct {
	out          *scripts
	parts        []part
	data, script []byte
	first        int
}

// add takes the list of the next lemma. Signs of lists stand for themselves in
// a script.
func (w *postingsWriter) add(lemma int, list []uint32, frequency int) error {
	start := len(w.data)
	w.data = encodePostings(w.data, best(list), frequency)
	if len(w.data) > postingsSize && start > 0 {
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
	p, script, err := w.out.writePart("postings", w.first, w.data, w.script)
	w.parts = append(w.parts, p)
	w.data, w.script = w.data[:0], script
	return err
}

// textWriter writes the texts of sections that follow each other.
type textWriter struct {
	out          *scripts
	parts        []part
	data, script []byte
	// size is that of data in a script.
	size, first int
	// err is the first error; after it nothing is written.
	err error
}

// add takes the text of the next section. A text that no part can hold is cut:
// it is only shown.
func (w *textWriter) add(section int, text []byte) {
	text, size := cut(text, mostText-len(`\n`))
	size += len(`\n`)
	if w.size+size > textsSize {
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
	p, w.script, w.err = w.out.writePart("texts", w.first, w.data, w.script)
	w.parts = append(w.parts, p)
	w.data, w.size = w.data[:0], 0
}

// escapedSize returns how long a text is in a script.
func escapedSize(text []byte) int {
	return len(text) + bytes.Count(text, []byte(`"`)) + bytes.Count(text, []byte(`\`)) + 5*bytes.Count(text, []byte("<"))
}

// cut returns as much of a text as has room in a script, in whole letters, and
// its size there.
func cut(text []byte, room int) ([]byte, int) {
	size := escapedSize(text)
	for size > room {
		end := len(text) - max(1, (size-room)/6)
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
		size = escapedSize(text)
	}
	return text, size
}
