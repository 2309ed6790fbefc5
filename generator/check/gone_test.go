package check

import (
	"testing"

	"sparrausopas/generator/guide"
)

// publishedIn makes a guide of a section with these pages.
func publishedIn(section string, names ...string) *project {
	p := newProject()
	p.locale.Home.Address, p.locale.Home.Kind = "index.html", "home"
	p.locale.Home.Aliases = []string{"fi/index.html"}
	p.page(section+"/_index", "").Address = "fi/" + section + "/index.html"
	for _, name := range names {
		p.page(section+"/"+name, "")
	}
	return p
}

// promised is what a site of these addresses says of itself.
func promised(addresses ...string) []byte {
	text, _ := Published(newProject().site, nil, addresses)
	return text
}

func addresses(site *guide.Site) []string {
	var list []string
	for p := range pages(site) {
		list = append(append(list, p.Address), p.Aliases...)
	}
	return list
}

func TestALostAddressIsToldWhereItWouldLead(t *testing.T) {
	for name, c := range map[string]struct {
		before []string
		now    *project
		want   []string
	}{
		"nothing is lost": {nil, publishedIn("malli", "a", "b"), nil},
		"a new name": {nil, publishedIn("malli", "a", "neuvot"),
			[]string{`content/fi/malli/neuvot.md:1:1 address-gone addresses=fi/malli/b.html line=aliases = ["fi/malli/b.html"]`}},
		"much the same name beside another new page": {[]string{"fi/malli/vinkit.html"}, publishedIn("malli", "a", "b", "vinkki", "muu"),
			[]string{`content/fi/malli/vinkki.md:1:1 address-gone addresses=fi/malli/vinkit.html line=aliases = ["fi/malli/vinkit.html"]`}},
		"another section": {nil, publishedIn("uusi", "a", "b"), []string{
			`content/fi/uusi/_index.md:1:1 address-gone addresses=fi/malli/index.html line=aliases = ["fi/malli/index.html"]`,
			`content/fi/uusi/a.md:1:1 address-gone addresses=fi/malli/a.html line=aliases = ["fi/malli/a.html"]`,
			`content/fi/uusi/b.md:1:1 address-gone addresses=fi/malli/b.html line=aliases = ["fi/malli/b.html"]`}},
		"deleted pages": {nil, publishedIn("malli"),
			[]string{`content/fi/malli/_index.md:1:1 address-gone addresses=fi/malli/a.html, fi/malli/b.html line=aliases = ["fi/malli/a.html", "fi/malli/b.html"]`}},
		"a file": {[]string{"liite.pdf", "assets/icon-0f512f08.svg", "search/fi/texts-0-0f512f08aa.js", "sitemap.xml", ".htaccess"}, publishedIn("malli", "a", "b"),
			[]string{"content/static/liite.pdf address-gone-file name=liite.pdf"}},
		"documents": {[]string{"fi/malli/a.pdf", "fi/malli/b.pdf", "fi/malli/c.html", "fi/malli/c.docx"}, publishedIn("malli", "a", "b"), []string{
			`content/fi/malli/_index.md:1:1 address-gone addresses=fi/malli/c.html line=aliases = ["fi/malli/c.html"]`,
			"fi/malli/a.pdf address-gone-document count=2 format=pdf name=fi/malli/a.pdf"}},
		"the book of a section": {[]string{"fi/malli/malli.pdf"}, publishedIn("malli", "a", "b"), []string{
			"fi/malli/malli.pdf address-gone-document count=1 format=pdf name=fi/malli/malli.pdf"}},
		"a language": {[]string{"sv/a.html"}, publishedIn("malli", "a", "b"),
			[]string{`content/fi/_index.md:1:1 address-gone addresses=sv/a.html line=aliases = ["sv/a.html"]`}},
	} {
		before := append(addresses(publishedIn("malli", "a", "b").site), c.before...)
		t.Run(name, func(t *testing.T) {
			expect(t, found(Gone(c.now.site, c.now.fsys, promised(before...), addresses(c.now.site))), c.want)
		})
	}
}

func TestTheLineForALostAddressKeepsThoseThatAreThere(t *testing.T) {
	p := publishedIn("malli", "a", "neuvot")
	last := p.locale.Page("malli/neuvot")
	last.Aliases = []string{"fi/ohje.html"}
	before := addresses(p.site)
	last.Address = "fi/malli/ohjeet.html"
	expect(t, found(Gone(p.site, p.fsys, promised(before...), addresses(p.site))), []string{
		`content/fi/malli/neuvot.md:1:1 address-gone addresses=fi/malli/neuvot.html line=aliases = ["fi/ohje.html", "fi/malli/neuvot.html"]`})
}

func TestWhatIsPrintedOfALostPageIsNotToldApart(t *testing.T) {
	p := publishedIn("malli", "b")
	p.locale.Words = map[string]string{"address-sheet": "vetajalle"}
	before := append(addresses(p.site), "fi/malli/a.html", "fi/malli/a-vetajalle.html")
	expect(t, found(Gone(p.site, p.fsys, promised(before...), addresses(p.site))), []string{
		`content/fi/malli/_index.md:1:1 address-gone addresses=fi/malli/a.html line=aliases = ["fi/malli/a.html"]`})
}

func TestADraftPromisesNoAddress(t *testing.T) {
	p := publishedIn("malli", "a", "b")
	p.locale.Words = map[string]string{"address-sheet": "vetajalle"}
	p.locale.Page("malli/b").Draft = true
	topic := &guide.Topic{Page: &guide.Page{Kind: "topic", Address: "fi/aiheet/uusi.html"}, Pages: []*guide.Page{p.locale.Page("malli/b")}}
	topic.Detail = topic
	p.locale.Pages = append(p.locale.Pages, topic.Page)
	before, err := Published(p.site, nil, append(addresses(p.site), "fi/malli/b-vetajalle.html"))
	if err != nil {
		t.Fatal(err)
	}
	now := publishedIn("malli", "a")
	expect(t, found(Gone(now.site, now.fsys, before, addresses(now.site))), nil)
}

func TestAPageThatBecomesADraftIsStillPromised(t *testing.T) {
	p := publishedIn("malli", "a", "b")
	before := promised(addresses(p.site)...)
	p.locale.Page("malli/b").Draft = true
	between, err := Published(p.site, before, addresses(p.site))
	if err != nil {
		t.Fatal(err)
	}
	now := publishedIn("malli", "a")
	expect(t, found(Gone(now.site, now.fsys, between, addresses(now.site))), []string{
		`content/fi/malli/_index.md:1:1 address-gone addresses=fi/malli/b.html line=aliases = ["fi/malli/b.html"]`})
}
