package theme

import (
	"bytes"
	"encoding/json"
	"html/template"
	"path"
	"regexp"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
)

// addPack makes the forms of items. A form can use what the templates of its
// kind and of the kind that its view is named after define.
func (f *templateSet) addPack(t *Theme, l *library) {
	f.pack, f.packViews = map[string]func() *template.Template{}, map[string][]string{}
	for _, name := range t.names(packDir) {
		form, ok := strings.CutSuffix(strings.TrimPrefix(name, packDir), ".html")
		if !ok {
			continue
		}
		kind, view, _ := strings.Cut(form, ".")
		f.pack[name] = sync.OnceValue(func() *template.Template {
			return l.set(baseFile, kind+".html", view+".html", name)
		})
		f.packViews[kind] = append(f.packViews[kind], view)
	}
}

// addPackItem adds the script of a page in one of its forms, if it has one.
func (p *Plan) addPackItem(v *View, view string) error {
	own := *v
	own.View = view
	name := packForm(v.Page.Kind, view)
	item, address, err := own.startPackItem()
	if err != nil {
		return v.templates.explainPackItem(name, &own, err)
	}
	if item != nil {
		p.add(address, func(out *bytes.Buffer) error { return own.renderPackItem(name, item, out) })
	}
	return nil
}

func (v *View) renderPackItem(name string, item *PackItem, out *bytes.Buffer) error {
	var form strings.Builder
	if err := v.templates.pack[name]().ExecuteTemplate(&form, name, v); err != nil {
		own := *v
		return v.templates.explainPackItem(name, &own, err)
	}
	return v.packScript(out, item, v.rebase(form.String()))
}

// startPackItem readies a view for the form of an item: links are made from
// the printable page and lead from the pack page later, as those of its text
// do.
func (v *View) startPackItem() (item *PackItem, address string, err error) {
	if v.from, err = v.packPage(v.Page, v.View); err != nil {
		return nil, "", err
	}
	if item, err = v.PackItem(v.Page, v.View); item == nil || err != nil {
		return nil, "", err
	}
	address, err = packAddress(v.Locale, item)
	return item, address, err
}

// explainPackItem runs a form that failed again as it was written.
func (s *templates) explainPackItem(name string, v *View, err error) error {
	if set := s.unshrunk(v.Locale); set != nil {
		v.templates = set
		if again := set.pack[name]().ExecuteTemplate(&bytes.Buffer{}, name, v); again != nil {
			err = again
		}
	}
	return s.onPage(v, err)
}

// targets finds links and pictures in HTML that the program made: it writes
// attributes in double quotes, and quotes in text as entities.
var targets = regexp.MustCompile(` (href|src)="([^"?#]*)`)

// scheme is the start of an address that isn't one of the site's files.
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// rebase turns links that lead from this page into links from the pack page.
func (v *View) rebase(html string) string {
	return retarget(html, func(target string) string {
		return guide.Relative(v.Pack().Address, path.Join(path.Dir(v.from), target))
	})
}

// retarget changes the links of HTML to files of the site.
func retarget(html string, change func(target string) string) string {
	return targets.ReplaceAllStringFunc(html, func(link string) string {
		attribute, target, _ := strings.Cut(link, `"`)
		if target == "" || strings.HasPrefix(target, "/") || scheme.MatchString(target) {
			return link
		}
		return attribute + `"` + change(target)
	})
}

// packScript writes the statement that hands over an item. It stays harmless
// when it is put into a page.
func (v *View) packScript(out *bytes.Buffer, item *PackItem, html string) error {
	var data bytes.Buffer
	data.Grow(len(html) + len(html)/4)
	encoder := json.NewEncoder(&data)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(struct {
		ID    string `json:"id"`
		Lang  string `json:"lang"`
		Text  string `json:"text,omitempty"`
		Title string `json:"title"`
		Kind  string `json:"kind"`
		View  string `json:"view,omitempty"`
		Paper string `json:"paper"`
		HTML  string `json:"html"`
	}{item.ID, v.Locale.Language, item.Page.Original.Language, item.Title, item.Page.Kind, item.View, item.Paper.Size, html})
	out.WriteString("opas.packItem(")
	rest := bytes.TrimSpace(data.Bytes())
	for {
		text, after, found := bytes.Cut(rest, []byte("</"))
		out.Write(text)
		if !found {
			break
		}
		out.WriteString(`<\/`)
		rest = after
	}
	out.WriteString(");\n")
	return err
}
