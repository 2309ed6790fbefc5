package theme

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
)

// Pages remembers pages for sites that have most in common: the editions of
// municipalities over one guide. What a page shows of settings is each site's
// own and is put in anew: the title, and all parts that it shows by Shared or
// Own. The rest depends on the theme's templates, on the page's text and on all
// else that the guide holds but the texts of other pages; where these are the
// same, so is the rest. A page that asks for settings elsewhere is made for each
// site anew. A site that adds, hides or renames a page has another guide, and
// shares pages with those that do the same.
//
// What comes out is the same with it and without. Several sites can share one
// at the same time; nil remembers nothing.
type Pages struct {
	mutex sync.Mutex
	pages map[pageKey]*commonPage
	// lexicons are those of guides whose fingerprints are in use.
	lexicons map[guide.Fingerprint][]map[string]guide.Word
}

// NewPages makes a memory without pages.
func NewPages() *Pages {
	return &Pages{pages: map[pageKey]*commonPage{}, lexicons: map[guide.Fingerprint][]map[string]guide.Word{}}
}

// pageKey names all that a common page is made of.
type pageKey struct {
	theme [sha256.Size]byte
	guide guide.Fingerprint
	// text and headings are the page's own.
	text, headings string
	// form is the template, file the address of what is made.
	form, file string
}

// commonPage is a page with places for what is a site's own.
type commonPage struct {
	once    sync.Once
	texts   []string
	numbers []int
	owns    []own
	// size is about how big the page is.
	size int
	// err tells why the page can't be common.
	err error
}

func (p *Pages) page(key pageKey) *commonPage {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.pages[key] == nil {
		p.pages[key] = &commonPage{}
	}
	return p.pages[key]
}

// background is what the common pages of an edition are made before.
type background struct {
	pages    *Pages
	theme    [sha256.Size]byte
	guide    guide.Fingerprint
	editions []*guide.Edition
	edition  *guide.Edition
	// templates know of the theme only what doesn't depend on settings.
	templates *templates
}

// addBackgrounds readies the editions' templates for common pages.
func (t *Theme) addBackgrounds(site *guide.Site, sets map[*guide.Edition]*templates) {
	pages := t.options.Pages
	if pages == nil {
		return
	}
	print := pages.fingerprint(t, site)
	editions := make([]*guide.Edition, len(site.Editions))
	for i, e := range site.Editions {
		own := *e
		own.Title = ""
		editions[i] = &own
	}
	bare := &Theme{files: t.files, assets: t.plainAssets()}
	for i, e := range site.Editions {
		set := *sets[e]
		set.theme, set.index, set.shared = bare, "", &shared{template: set.common}
		sets[e].background = &background{pages, bare.key(set.forms), print, editions, editions[i], &set}
	}
}

// fingerprint stands for all of a guide that a common page can show.
func (p *Pages) fingerprint(t *Theme, site *guide.Site) guide.Fingerprint {
	without := []guide.Member{{Type: "Edition", Name: "Title"}}
	if !t.showsTexts() {
		without = append(without, guide.Member{Type: "Page", Name: "Text"})
	}
	print := guide.FingerprintOf(without, site.Editions, site.Sources)
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.lexicons[print] == nil {
		for _, e := range site.Editions {
			p.lexicons[print] = append(p.lexicons[print], e.Lexicon)
		}
	}
	return print
}

// textFields are what a template would have to name to show the text of
// another page. It could show all of them at once by .Text, as the program
// writes down a value, but that is nothing for readers; items of agendas and
// headings have a Text of their own.
var textFields = regexp.MustCompile(`\.(HTML|Headings|HasHeading|Links|Local)\b`)

// showsTexts tells whether templates may show the texts of other pages.
func (t *Theme) showsTexts() bool {
	for name, file := range t.files {
		if strings.HasSuffix(name, ".html") && textFields.MatchString(strings.ReplaceAll(string(file.Text), "$.HTML ", "")) {
			return true
		}
	}
	return false
}

// plainAssets are the addresses of the assets that no brand changes.
func (t *Theme) plainAssets() map[string]string {
	plain := maps.Clone(t.assets)
	maps.DeleteFunc(plain, func(name, _ string) bool { return slices.Contains(t.branded, t.files[assetsDir+name].Name) })
	return plain
}

// key stands for all of a theme that a common page can show.
func (t *Theme) key(f *forms) (key [sha256.Size]byte) {
	lines := append([]string{string(f.key[:])}, t.names("")...)
	for _, name := range slices.Sorted(maps.Keys(t.assets)) {
		lines = append(lines, name, t.assets[name])
	}
	return sha256.Sum256([]byte(strings.Join(lines, "\n")))
}

// makeCommon writes a page out of the common one, and tells whether it could.
// The work makes the page itself.
func (v *View) makeCommon(out *bytes.Buffer, form string, work func(*View, *bytes.Buffer) error) bool {
	b := v.templates.background
	if b == nil {
		return false
	}
	common := b.pages.page(pageKey{b.theme, b.guide, v.Page.HTML, told(v.Page.Headings), form, v.from})
	common.once.Do(func() { common.make(v, work) })
	if common.err != nil || common.fill(out, v) != nil {
		out.Reset()
		return false
	}
	return true
}

// told writes headings down, with bytes between that no text has.
func told(headings []guide.Heading) string {
	var out strings.Builder
	for _, h := range headings {
		out.WriteString(strconv.Itoa(h.Level) + "\x00" + h.ID + "\x00" + h.Text + "\x00")
	}
	return out.String()
}

func (c *commonPage) make(v *View, work func(*View, *bytes.Buffer) error) {
	b, m := v.templates.background, &marks{}
	bare := &View{Page: v.Page, View: v.View, from: v.from, sources: v.sources, editions: b.editions, edition: b.edition, templates: b.templates, marks: m}
	var out bytes.Buffer
	if c.err = work(bare, &out); c.err == nil {
		c.owns = m.owns
		c.texts, c.numbers, c.err = m.cut(out.String())
		c.size = out.Len()
	}
}

// fill writes the page with what is the site's own.
func (c *commonPage) fill(out *bytes.Buffer, v *View) error {
	out.Grow(c.size)
	for i, n := range c.numbers {
		out.WriteString(c.texts[i])
		if err := c.owns[n].write(v, out); err != nil {
			return err
		}
	}
	out.WriteString(c.texts[len(c.texts)-1])
	return nil
}
