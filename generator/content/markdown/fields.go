package markdown

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Each kind of field is a file of its own here and a rule in the theme's
// worksheet.css.

// fieldKind is a kind of field.
type fieldKind struct {
	name string
	// form is how the theme's script reads and fills the field: an entry of the
	// table in worksheet-fields.js. Kinds whose values are alike share one. It
	// is empty for a kind that makes fields of other kinds.
	form string
	// attributes are those that the kind knows.
	attributes []string
	// example is a block of the kind, its words called $question, $option, $from,
	// $to, $column and $numbers, those of questions.
	example string
	// offers reports whether lines with a hyphen are options to choose from.
	offers bool
	// read makes the fields of a block; it says what is wrong with w.issue.
	read func(w *walker, b *fieldBlock) []guide.Field
	// isGroup says that the field has several controls under one legend.
	isGroup bool
	// render writes the HTML that is within a field's element.
	render func(out fieldWriter, f guide.Field)
}

// fieldKinds is the table of the kinds.
func fieldKinds() []fieldKind {
	return []fieldKind{answerKind(), dateKind(), choiceKind(), checklistKind(), scaleKind(), rowsKind(), questionsKind()}
}

// FieldExample is a block that makes a field of a kind.
type FieldExample struct{ Kind, Block string }

// FieldExamples returns an example of each kind of field, with the words that are
// given for their names.
func FieldExamples(word func(name string) string) (list []FieldExample) {
	for _, kind := range fieldKinds() {
		list = append(list, FieldExample{kind.name, "```" + os.Expand(kind.example, word) + "\n```"})
	}
	return list
}

func findFieldKind(name string) (fieldKind, bool) {
	kinds := fieldKinds()
	i := slices.IndexFunc(kinds, func(k fieldKind) bool { return k.name == name })
	if i < 0 {
		return fieldKind{}, false
	}
	return kinds[i], true
}

// fieldBlock is a fenced block taken apart.
type fieldBlock struct {
	offset     int
	attributes map[string]string
	label      string
	// hints are the lines behind the label that are no options.
	hints   []string
	options []string
}

// field reads a fenced block of a worksheet and its lines, and writes its
// fields. It reports whether the block is of a kind that is known.
func (w *walker) field(n *ast.FencedCodeBlock, lines string) bool {
	at := offset(n, w.source)
	info := ""
	if n.Info != nil {
		at = n.Info.Segment.Start
		info = string(n.Info.Segment.Value(w.source))
	}
	name, rest, _ := strings.Cut(strings.TrimSpace(info), " ")
	kind, known := findFieldKind(name)
	if !known {
		values := report.Unknown(name, report.Names(fieldKinds(), func(k fieldKind) string { return k.name }))
		w.issue(at, "field-unknown", values)
		w.mendWord(at, name, values["suggestion"])
		return false
	}
	block := &fieldBlock{offset: at}
	block.attributes = w.attributes(at, rest, kind.attributes)
	block.readLines(lines)
	w.fieldMarks(n, kind, lines)
	if len(block.options) > 0 && !kind.offers {
		w.issue(at, "field-no-options", report.Values{"kind": kind.name})
	}
	fields := kind.read(w, block)
	for i := range fields {
		own, _ := findFieldKind(fields[i].Kind)
		fields[i].Form = own.form
		w.nameField(block, &fields[i])
	}
	w.result.Fields = append(w.result.Fields, fields...)
	w.noteFields(n, fields)
	for _, f := range fields {
		own, _ := findFieldKind(f.Kind)
		fieldWriter{w.writer, w.lang()}.field(own, f)
	}
	return true
}

// readLines parts a block's text into label, options and hint.
func (b *fieldBlock) readLines(text string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		option, isOption := strings.CutPrefix(line, "- ")
		switch {
		case line == "":
		case isOption:
			b.options = append(b.options, strings.TrimSpace(option))
		case b.label == "":
			b.label = line
		default:
			b.hints = append(b.hints, line)
		}
	}
}

// nameField sets the label and the name of a field, which must be its own.
func (w *walker) nameField(b *fieldBlock, f *guide.Field) {
	if f.Label == "" {
		w.issue(b.offset, "field-label", report.Values{"kind": f.Kind})
		return
	}
	if f.Name == "" {
		f.Name = w.renderer.language.Slug(f.Label)
	}
	if slices.ContainsFunc(w.result.Fields, func(other guide.Field) bool { return other.Name == f.Name }) {
		w.issue(b.offset, "field-name-twice", report.Values{"name": f.Name})
	}
}

// common makes a field of what all kinds have.
func (b *fieldBlock) common(w *walker, kind string) guide.Field {
	name := w.renderer.language.Slug(b.attributes["name"])
	return guide.Field{Kind: kind, Name: name, Label: w.plain(b.label), Hint: w.plain(strings.Join(b.hints, " "))}
}

// plain returns a text of a field as readers see it.
func (w *walker) plain(text string) string { return Plain(w.renderer.language, text) }

// attributes reads key=value and key="more words", with no space around =.
func (w *walker) attributes(at int, text string, known []string) map[string]string {
	attributes := map[string]string{}
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		key, rest, found := strings.Cut(text, "=")
		if strings.HasSuffix(key, " ") || strings.HasPrefix(rest, " ") {
			w.issue(at, "field-attribute-form", report.Values{"text": text})
			return attributes
		}
		value := ""
		if quoted, ok := strings.CutPrefix(rest, `"`); ok {
			value, text, found = strings.Cut(quoted, `"`)
		} else {
			value, text, _ = strings.Cut(rest, " ")
		}
		switch {
		case !found:
			w.issue(at, "field-attribute-form", report.Values{"text": key})
		case !slices.Contains(known, key):
			values := report.Unknown(key, known)
			w.issue(at, "field-attribute", values)
			w.mendWord(at, key, values["suggestion"])
		default:
			attributes[key] = value
		}
	}
	return attributes
}

// number reads an attribute that counts something.
func (w *walker) number(b *fieldBlock, key string, missing, least, most int) int {
	text, ok := b.attributes[key]
	if !ok {
		return missing
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < least || number > most {
		w.issue(b.offset, "field-number", report.Values{"name": key, "value": text, "least": strconv.Itoa(least), "most": strconv.Itoa(most)})
		return missing
	}
	return number
}

// wantOptions says that a field needs something to choose from.
func (w *walker) wantOptions(b *fieldBlock, kind string) {
	if len(b.options) < 2 {
		w.issue(b.offset, "field-options", report.Values{"kind": kind})
	}
	for i, option := range b.options {
		if slices.Contains(b.options[:i], option) {
			w.issue(b.offset, "field-option-twice", report.Values{"option": option})
		}
	}
}
