package theme

import (
	"bytes"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
)

// marks are the places in a common page where something stands that is each
// site's own, such as its title. While the page is made there is a mark at each,
// between bytes that can't stand in a template or a text.
type marks struct{ owns []own }

// own writes what stands at a mark, by the view of a site's own page.
type own struct {
	write func(*View, *bytes.Buffer) error
	// html tells that it is HTML; all else is text.
	html bool
}

// A mark has a number between these. That of a text is written with a plus,
// which is escaped where html/template escapes texts in HTML.
const (
	edge    = "\x01"
	opening = edge + " &#43;/"
	closing = "/ " + edge
)

// ownText gives a text that is each site's own; in a common page a mark.
func (v *View) ownText(text func(*View) (string, error)) (any, error) {
	switch {
	case v.marks != nil:
		return markedText{v.marks, text}, nil
	case v.site == nil:
		return "", errCommon
	}
	made, err := text(v)
	return made, err
}

// markedText is a text that isn't known yet. A template can show it and nothing
// else: it is no string.
type markedText struct {
	marks *marks
	text  func(*View) (string, error)
}

// String gives a mark for each time that the text is shown. Where the text would
// be written in another way than elsewhere in HTML, the mark comes out broken:
// by the edge in addresses, by the slash in scripts and styles, by the space in
// attributes without quotes, and by the plus where a template escapes by itself.
func (t markedText) String() string {
	n := t.marks.add(own{write: func(v *View, out *bytes.Buffer) error {
		text, err := t.text(v)
		escaper.WriteString(out, text)
		return err
	}})
	return edge + " +/" + n + closing
}

// escaper writes a text as html/template does in HTML.
var escaper = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// ownHTML gives the mark of HTML that is each site's own. It comes out broken
// in all places but between elements.
func (m *marks) ownHTML(write func(*View, *bytes.Buffer) error) template.HTML {
	n := m.add(own{html: true, write: write})
	return template.HTML("<" + opening + n + closing + ">")
}

func (m *marks) add(one own) string {
	m.owns = append(m.owns, one)
	return strconv.Itoa(len(m.owns) - 1)
}

// markShared gives a shared part that is the same on all sites, or marks it.
func (v *View) markShared(name string, of []*guide.Page) (template.HTML, error) {
	bare := *v
	bare.marks = nil
	if html, err := bare.Shared(name, of...); err == nil {
		return html, nil
	}
	if len(of) == 0 || of[0] == nil {
		none := of
		return v.marks.ownHTML(func(v *View, out *bytes.Buffer) error { return v.writeShared(out, name, none...) }), nil
	}
	id := of[0].ID
	if v.edition.Page(id) != of[0] {
		return "", errCommon
	}
	return v.marks.ownHTML(func(v *View, out *bytes.Buffer) error { return v.writeShared(out, name, v.edition.Page(id)) }), nil
}

// Own shows a part that depends both on the settings and on the page.
func (v *View) Own(name string) (template.HTML, error) {
	write := func(v *View, out *bytes.Buffer) error { return v.templates.common.ExecuteTemplate(out, name, v) }
	if v.marks != nil {
		return v.marks.ownHTML(write), nil
	}
	var out bytes.Buffer
	err := write(v, &out)
	return template.HTML(out.String()), err
}

// cut parts a page at its marks: texts, and between them the numbers of marks.
// Each must be there once and unbroken.
func (m *marks) cut(page string) (texts []string, numbers []int, err error) {
	seen := map[int]bool{}
	broken := strings.Contains(page, "%01") || strings.Contains(page, `\u0001`)
	for {
		text, rest, found := strings.Cut(page, opening)
		if !found {
			break
		}
		mark, after, _ := strings.Cut(rest, closing)
		n, err := strconv.Atoi(mark)
		if err != nil || n >= len(m.owns) || seen[n] {
			return nil, nil, errCommon
		}
		if m.owns[n].html {
			broken = broken || !strings.HasSuffix(text, "<") || !strings.HasPrefix(after, ">")
			text, after = strings.TrimSuffix(text, "<"), strings.TrimPrefix(after, ">")
		}
		seen[n] = true
		texts, numbers, page = append(texts, text), append(numbers, n), after
	}
	texts = append(texts, page)
	if broken || len(numbers) < len(m.owns) || strings.Contains(strings.Join(texts, ""), edge) {
		return nil, nil, errCommon
	}
	return texts, numbers, nil
}

// haveHTML tells whether one of the marks stands for HTML.
func (m *marks) haveHTML() bool {
	return slices.ContainsFunc(m.owns, func(o own) bool { return o.html })
}
