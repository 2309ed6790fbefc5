package theme

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func TestProblemsOfAThemeHaveTheirFileAndLineAlsoWhenMinified(t *testing.T) {
	for _, c := range []struct {
		rule  string
		files files
		want  string
	}{
		{"a template that isn't closed", files{"t/page.html": "{{define \"main\"}}\n<p>\n{{if .Page}}</p>{{end}}"},
			"t/page.html:3:1: the template doesn't work: unexpected EOF"},
		{"an unknown function", files{"t/parts/a.html": "<p>\n\n{{nope}}</p>"}, "t/parts/a.html:3:1: the template doesn't work: function \"nope\" not defined"},
		{"an unknown field", files{"t/page.html": "{{define \"main\"}}\n<p>\n\n</p>\n{{.Page.Nope}}{{end}}"},
			"t/page.html:5:8: the template doesn't work: executing \"main\" at <.Page.Nope>: can't evaluate field Nope in type *guide.Page (page content/fi/"},
		{"an unknown part", files{"t/page.html": "{{define \"main\"}}\n\n{{template \"parts/nope.html\"}}{{end}}"},
			"t/page.html:3:12: the template doesn't work: no such template \"parts/nope.html\" (page content/fi/"},
		{"a place where escaping fails", files{"t/page.html": "{{define \"main\"}}\n\n<a href={{if .Page}}\"{{end}}>{{end}}"}, "t/page.html:3:"},
		{"an unknown word", files{"t/page.html": "{{define \"main\"}}\n<p>\n  {{word \"skp\"}}</p>{{end}}"}, "t/page.html:3:11: the word `skp` is not in words/fi.toml"},
		{"an unknown asset", files{"t/assets/a.css": "", "t/page.html": "{{define \"main\"}}\n<p>\n  {{.Asset \"b.css\"}}</p>{{end}}"},
			"t/page.html:3:13: the theme has no file `b.css`"},
		{"an unknown asset among others", files{"t/assets/a.css": "", "t/page.html": "{{define \"main\"}}\n<p>\n  {{.Asset \"a.css\" \"b.css\"}}</p>{{end}}"},
			"t/page.html:3:21: the theme has no file `b.css`"},
		{"a word that is known too late", files{"t/page.html": "{{define \"main\"}}\n\n{{word `nope`}}{{end}}"},
			"t/page.html:3:3: the template doesn't work: executing \"main\" at <word `nope`>: error calling word: the word \"nope\" is missing (page content/fi/"},
		{"an asset that is known too late", files{"t/page.html": "{{define \"main\"}}\n\n{{.Asset `nope`}}{{end}}"},
			"t/page.html:3:3: the template doesn't work: executing \"main\" at <.Asset>: error calling Asset: the theme has no asset \"nope\" (page content/fi/"},
		{"an unknown kind", files{"t/page.html": "-", "t/pages.html": "", "content/fi/a.md": "+++\ntitle = 1\nkind = \"page\"\n+++\n"},
			"content/fi/a.md:3:1: unknown kind of page `page`"},
		{"no frame", files{"t/base.html": "-"}, "base.html: the theme lacks this template"},
		{"no page for old addresses", files{"t/redirect.html": "-"}, "redirect.html: the theme lacks this template"},
		{"a redirect that isn't closed", files{"t/redirect.html": "<p>\n{{"}, "t/redirect.html:2:"},
	} {
		for _, minify := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, minified %t", c.rule, minify), func(t *testing.T) {
				all, err := render(folder(c.files), []string{"t"}, Options{Minify: minify}, site())
				var problems report.Problems
				if !errors.As(err, &problems) || !strings.HasPrefix(problems[0].Error(), c.want) {
					t.Errorf("got  %v\nwant %s", err, c.want)
				}
				if strings.HasPrefix(c.rule, "an unknown") && c.rule != "an unknown field" && c.rule != "an unknown part" && len(all) > 0 {
					t.Errorf("%d files are made all the same", len(all))
				}
			})
		}
	}
}

func TestProblemsOfAThemeSayWhatWasMeant(t *testing.T) {
	for text, want := range map[string]string{
		"{{word \"skp\"}}": "did you mean `skip`?", "{{word \"zzzzzz\"}}": "add it: zzzzzz = \"…\"",
		"{{.Asset \"a.cs\"}}": "did you mean `a.css`?", "{{.Asset \"zzz.png\"}}": "put it into the theme's folder assets",
	} {
		_, err := render(folder(files{"t/assets/a.css": "", "t/page.html": text}), []string{"t"}, Options{}, site())
		var problems report.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || (report.Printer{}).Hint(problems[0]) != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestAllProblemsOfAThemeAreFoundAtOnce(t *testing.T) {
	_, err := render(folder(files{
		"t/page.html": "{{word \"a\"}}", "t/section.html": "{{.Asset \"b\"}}", "t/home.html": "{{word \"c\"}}{{word \"d\"}}",
	}), []string{"t"}, Options{}, site())
	var problems report.Problems
	if !errors.As(err, &problems) || len(problems) != 4 {
		t.Errorf("the error is %v", err)
	}
}

func TestThemeThatIsNotThereIsAProblem(t *testing.T) {
	_, err := Load(folder(nil), []string{"t", "nowhere"}, Options{})
	if err == nil || err.Error() != "nowhere: the file is missing" {
		t.Errorf("the error is %v", err)
	}
}

func TestAnAssetThatCannotBeMadeSmallIsAProblem(t *testing.T) {
	_, err := Load(folder(files{"t/assets/a.js": "let = = ("}), []string{"t"}, Options{Minify: true})
	if err == nil || !strings.HasPrefix(err.Error(), "t/assets/a.js: the file of the theme can't be understood: ") {
		t.Errorf("the error is %v", err)
	}
}

func TestARedirectThatFailsHasItsLineAlsoWhenMinified(t *testing.T) {
	s := site()
	s.Locales[0].Page("a").Aliases = []string{"fi/old.html"}
	_, err := render(folder(files{"t/redirect.html": "<p>\n\n</p>\n\n{{.Page.Nope}}"}), []string{"t"}, Options{Minify: true}, s)
	if err == nil || !strings.HasPrefix(err.Error(), "t/redirect.html:5:") {
		t.Errorf("the error is %v", err)
	}
}

func TestAPageThatTheProgramMadeHasAPlaceForItsProblems(t *testing.T) {
	s := site()
	p, namer := s.Locales[0].Page("a"), s.Locales[0].Page("c")
	p.File, p.Kind, p.Detail = "", "topic", &guide.Topic{Page: p, Pages: []*guide.Page{namer}}
	_, err := render(folder(files{namer.File: "+++\r\ntitle = 1\r\ntopics = [\"A\"]\r\n+++\r\n"}), []string{"t"}, Options{}, s)
	if err == nil || !strings.HasPrefix(err.Error(), namer.File+":3:1: unknown kind of page `topic`") {
		t.Errorf("the error is %v", err)
	}
}

func TestHiddenFilesOfAThemeArePassedOver(t *testing.T) {
	all, err := render(folder(files{
		"t/assets/.DS_Store": "x", "t/assets/Thumbs.db": "x", "t/.page.html": "{{", "t/.git/page.html": "{{"}), []string{"t"}, Options{}, site())
	if err != nil || len(all) != 6 {
		t.Errorf("%v, %v", all, err)
	}
}
