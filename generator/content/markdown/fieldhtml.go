package markdown

import (
	"fmt"
	"html"
	"strings"

	"sparrausopas/generator/guide"
)

// fieldWriter writes fields as HTML. Texts in attributes go through text,
// which escapes them; those that are read are shown.
type fieldWriter struct {
	*writer
	// lang is the attribute of a field in another language, "" for none.
	lang string
}

// shown is a text that a reader sees.
type shown string

// printf writes HTML with values; a shown one gets soft hyphens, and what
// stands on either side of it is another text.
func (w fieldWriter) printf(format string, values ...any) {
	var texts []shown
	for i, value := range values {
		if text, ok := value.(shown); ok {
			texts = append(texts, text)
			values[i] = placeholder
		}
	}
	for i, tags := range strings.Split(fmt.Sprintf(format, values...), placeholder) {
		if i > 0 {
			w.writer.text(html.EscapeString(string(texts[i-1])))
		}
		w.block(tags)
	}
}

// placeholder is a sign that no text has.
const placeholder = "\x00"

func (w fieldWriter) text(s string) string { return html.EscapeString(s) }

// field writes a field. The theme's script knows it by data-form and data-name
// alone: what it guessed from the elements, it would guess wrong for the next
// kind, and lose what people type.
func (w fieldWriter) field(kind fieldKind, f guide.Field) {
	element, described := "div", ""
	if kind.isGroup {
		element, described = "fieldset", w.describedBy(f)
	}
	if f.Scale.Area != "" {
		described += fmt.Sprintf(" data-area=\"%s\" data-area-title=\"%s\"", w.text(f.Scale.Area), w.text(f.Scale.AreaTitle))
	}
	w.printf("<%s class=\"field %s\" data-form=\"%s\" data-name=\"%s\"%s>\n", element, f.Kind, f.Form, w.text(f.Name), described+w.lang)
	if kind.isGroup {
		w.printf("<legend>%s</legend>\n", shown(f.Label))
		w.hint(f)
	}
	kind.render(w, f)
	w.printf("</%s>\n", element)
}

// label writes the label of a field that is one control, and its hint.
func (w fieldWriter) label(f guide.Field) {
	w.printf("<label for=\"field-%s\">%s", w.text(f.Name), shown(f.Label))
	if f.About != "" {
		w.printf(" <span class=\"about\">%s</span>", shown(f.About))
	}
	w.printf("</label>\n")
	w.hint(f)
}

// hint writes the hint, to which describedBy ties the field.
func (w fieldWriter) hint(f guide.Field) {
	if f.Hint != "" {
		w.printf("<p class=\"hint\" id=\"hint-%s\">%s</p>\n", w.text(f.Name), shown(f.Hint))
	}
}

func (w fieldWriter) describedBy(f guide.Field) string {
	if f.Hint == "" {
		return ""
	}
	return fmt.Sprintf(" aria-describedby=\"hint-%s\"", w.text(f.Name))
}

// height is how many lines high a textarea is, which is 2 unless it says so.
func height(lines int) string {
	if lines == 2 {
		return ""
	}
	return fmt.Sprintf(" rows=\"%d\"", lines)
}

// lines writes the ruled lines that are printed where nothing was typed.
func (w fieldWriter) lines(count int) {
	w.printf("<div class=\"lines\" aria-hidden=\"true\">%s</div>\n", strings.Repeat("<hr>", count))
}
