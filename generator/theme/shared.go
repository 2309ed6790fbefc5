package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
)

// Parts such as the navigation are the same on many pages, but for the mark
// that says where the reader is. They are rendered once, with a gap
// at each place where the mark can stand; a page fills the gaps.

// shared holds the parts of a locale that have been rendered.
type shared struct {
	template *template.Template
	parts    sync.Map
}

// sharedKey names a rendered part. Links in it start from a folder; what it
// shows may depend on one page, such as the section.
type sharedKey struct {
	name, folder string
	of           *guide.Page
}

// sharedPart is a rendered part, made once.
type sharedPart struct {
	once  sync.Once
	texts []string
	// gaps are the pages whose marks stand between the texts.
	gaps []*guide.Page
	// size is enough for the texts and the marks of one page.
	size int
	err  error
}

// gap is the byte that marks a gap; it can't stand in a template or a text.
const gap = "\x00"

// Shared renders a part that is the same for all pages of a folder, or for
// those that have the page "of" in common: their section, the page above them.
// In it a template can use the site, the locale, Here, and of the page that
// happens to be the first only what it has in common with the others.
func (v *View) Shared(name string, of ...*guide.Page) (template.HTML, error) {
	key := sharedKey{name: name, folder: path.Dir(v.from)}
	if len(of) > 0 {
		key.of = of[0]
	}
	entry, ok := v.templates.shared.parts.Load(key)
	if !ok {
		entry, _ = v.templates.shared.parts.LoadOrStore(key, &sharedPart{})
	}
	part := entry.(*sharedPart)
	part.once.Do(func() { part.render(name, v) })
	if part.err != nil {
		return "", part.err
	}
	if len(part.gaps) == 0 {
		return template.HTML(part.texts[0]), nil
	}
	var out strings.Builder
	out.Grow(part.size)
	for i, p := range part.gaps {
		out.WriteString(part.texts[i])
		out.WriteString(string(v.here(p)))
	}
	out.WriteString(part.texts[len(part.gaps)])
	return template.HTML(out.String()), nil
}

func (s *sharedPart) render(name string, v *View) {
	own := *v
	own.gaps = &s.gaps
	var out bytes.Buffer
	if s.err = v.templates.shared.template.ExecuteTemplate(&out, name, &own); s.err != nil {
		return
	}
	s.texts = strings.Split(out.String(), gap)
	s.size = out.Len() + 64
	if len(s.texts) != len(s.gaps)+1 {
		s.err = fmt.Errorf("%s shows a control character", name)
	}
}

// Here is the attribute that marks a link to the page that the reader is on,
// or to a section that it is in.
func (v *View) Here(p *guide.Page) template.HTMLAttr {
	if v.gaps != nil {
		*v.gaps = append(*v.gaps, p)
		return gap
	}
	return v.here(p)
}

func (v *View) here(p *guide.Page) template.HTMLAttr {
	switch {
	case p == v.Page:
		return ` aria-current="page"`
	case p.Parent != nil && v.In(p):
		return ` aria-current="true"`
	}
	return ""
}
