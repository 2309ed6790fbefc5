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

// Parts such as the navigation are the same on all pages under one page, but
// for the mark that says where the reader is. They are rendered once, with a gap
// at each place where the mark can stand; a page fills the gaps.

// shared holds the parts of an edition that have been rendered.
type shared struct {
	template *template.Template
	parts    sync.Map
}

// sharedKey names a rendered part. Links in it start from a folder, and what
// it shows depends on the page above and on the section.
type sharedKey struct {
	name, folder    string
	parent, section *guide.Page
}

// sharedPart is a rendered part, made once.
type sharedPart struct {
	once  sync.Once
	texts []string
	// gaps are the pages whose marks stand between the texts.
	gaps []*guide.Page
	err  error
}

// gap is the byte that marks a gap; it can't stand in a template or a text.
const gap = "\x00"

// Shared renders a part that is the same for all pages under one page. In it a
// template can use the site, the edition, the pages above and those of the
// section, and Here.
func (v *View) Shared(name string) (template.HTML, error) {
	key := sharedKey{name, path.Dir(v.from), v.Page.Parent, v.Page.Section()}
	entry, _ := v.templates.shared.parts.LoadOrStore(key, &sharedPart{})
	part := entry.(*sharedPart)
	part.once.Do(func() { part.render(name, v) })
	if part.err != nil {
		return "", part.err
	}
	var out strings.Builder
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
