package main

import (
	"path"
	"regexp"
	"testing"

	"sparrausopas/generator/build"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/theme"
)

// A first visit to a page loads at most so many bytes of HTML, styles and
// scripts, unpacked and without search; a worksheet has fields and their tools,
// which say at each cell what goes there.
const (
	pageWeight      = 60_000
	worksheetWeight = 76_000
)

// heavy are the pages that hold so much themselves that they need more: all
// sources with the pages that use them, three quarters of its bytes; all questions
// on cards of two sides, each with what one wonders and where it is from; what
// makes one print of many, with a list of all that there is to print; a document
// of 118 fields, as many as three other worksheets have; and 24 questions to rate
// and to write about, with the result by area and its lowest questions by name.
var heavy = map[string]int{
	"fi/tietoa/lahteet.html":              70_000,
	"fi/kysymykset/kortit.html":           69_000,
	"fi/tyopohjat/tulostepaketti.html":    101_000,
	"fi/tyopohjat/ohjelma-asiakirja.html": 92_000,
	"fi/tyopohjat/itsearviointi.html":     100_500,
}

func TestPagesAreLight(t *testing.T) {
	files, site := withoutSearch(t)
	for _, page := range site.Locales[0].Pages {
		limit := pageWeight
		if page.Kind == "worksheet" {
			limit = worksheetWeight
		}
		if more, ok := heavy[page.Address]; ok {
			limit = more
		}
		if weight := weigh(t, files, page.Address); weight > limit {
			t.Errorf("%s: a visit loads %d bytes, %d are allowed", page.Address, weight, limit)
		}
	}
}

// withoutSearch makes the guide as readers get it, but for its search.
func withoutSearch(t *testing.T) (map[string]string, *guide.Site) {
	t.Helper()
	p, err := project.Open("..", content.Layer{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	site, _, err := build.Load(p.FS, build.Settings{Layers: p.Layers})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range site.Locales {
		delete(l.Kinds, "search")
	}
	return rendered(t, p.FS, site, theme.Options{Minify: true, Settings: site.Settings}), site
}

var loadedFile = regexp.MustCompile(`<(?:script [^>]*src|link rel="stylesheet" href)="([^"]*)"`)

// weigh adds up a page and the files that it loads, each once.
func weigh(t *testing.T, files map[string]string, page string) int {
	t.Helper()
	seen := map[string]bool{}
	weight := len(files[page])
	for _, found := range loadedFile.FindAllStringSubmatch(files[page], -1) {
		name := path.Join(path.Dir(page), found[1])
		if seen[name] {
			continue
		}
		seen[name] = true
		if files[name] == "" {
			t.Errorf("%s loads %s, which isn't made", page, name)
		}
		weight += len(files[name])
	}
	return weight
}
