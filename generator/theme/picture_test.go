package theme

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// pictureFiles are a theme whose pages show a picture.
func pictureFiles(call string) files {
	return files{
		"t/page.html":          "{{define \"main\"}}[{{" + call + "}}]{{end}}",
		"t/parts/picture.html": "{{.Name}}|{{.Title}}{{range .Drawings}}|{{$.Drawing .SVG}}{{end}}{{template \"parts/lines.html\" .Texts}}",
		"t/parts/lines.html":   "{{range .Lines}}({{if $.IsLink .}}<a href=\"{{$.View.Link .Page}}\">{{.Title}}</a>{{else}}{{.Title}}{{end}}{{template \"parts/lines.html\" $.In .}}){{end}}",
	}
}

// steppedSite is a site with a step, and the words of its picture.
func steppedSite() *guide.Site {
	s := site()
	l := s.Locales[0]
	step := l.Page("a")
	step.Number, step.Detail = 1, &guide.Step{Page: step}
	l.Kinds["step"] = []*guide.Page{step}
	l.Words["picture-steps-title"], l.Words["picture-steps-description"], l.Words["picture-here"] = "Vaiheet", "Ovat {list}.", "Tässä"
	return s
}

func TestAPictureIsShownInBothFormsWithLinksInItsText(t *testing.T) {
	all := made(t, pictureFiles(`.Picture "steps"`), steppedSite())
	expectFile(t, all, "fi/c.html", `[steps|Vaiheet|<svg class="wide" viewBox=`)
	expectFile(t, all, "fi/c.html", `</svg>|<svg class="narrow" viewBox=`)
	expectFile(t, all, "fi/c.html", `</svg>(<a href="g/a.html">1. A</a>)]`)
}

func TestAPageWithNothingToDrawShowsNothing(t *testing.T) {
	expectFile(t, made(t, pictureFiles(`.Picture "agenda"`), steppedSite()), "fi/c.html", "[]")
}

func TestAPageNamesThePicturesThatItTells(t *testing.T) {
	s := steppedSite()
	s.Locales[0].Page("c").Pictures.Sparrings = []guide.Sparring{{From: "a"}}
	all := made(t, pictureFiles(`range .Pictures}}{{.}}{{end`), s)
	expectFile(t, all, "fi/c.html", "[who]")
	expectFile(t, all, "fi/g/a.html", "[]")
}

func TestAnUnknownPictureIsReportedAtItsTemplate(t *testing.T) {
	_, err := render(folder(pictureFiles(`.Picture "stairs"`)), []string{"t"}, Options{Minify: true}, steppedSite())
	if err == nil || !strings.Contains(err.Error(), "t/page.html:1:") || !strings.Contains(err.Error(), "the pictures are agenda, course") {
		t.Errorf("the error is %v", err)
	}
}
