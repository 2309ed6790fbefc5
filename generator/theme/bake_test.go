package theme

import "testing"

// A word that is put into a template as text reads as the one that the function
// would have written there: here each stands beside one that is asked for by a
// name that no literal has, which stays a call.
func TestAWordReadsTheSameWhereverItStands(t *testing.T) {
	for _, word := range []string{"Siirry", `<b>&"'+ä`, "a\x00b", "javascript:alert(1)", "", "a b"} {
		s := site()
		s.Locales[0].Words["skip"] = word
		for place, around := range map[string][2]string{
			"text":            {"<p>", "</p>"},
			"attribute":       {`<p title="`, `">`},
			"single quotes":   {`<p title='`, `'>`},
			"no quotes":       {`<p title=`, `>`},
			"an address":      {`<a href="`, `">`},
			"part of one":     {`<a href="a?b=`, `">`},
			"a title element": {`<title>`, `</title>`},
			"a script":        {`<script>f(`, `)</script>`},
			"a style":         {`<style>p{color:`, `}</style>`},
			"a comment":       {`<!-- `, ` -->`},
		} {
			page := func(call string) string { return `{{define "main"}}` + around[0] + call + around[1] + `{{end}}` }
			body := func(call string) string {
				return made(t, files{"t/page.html": page(call)}, s)["fi/c.html"]
			}
			if baked, called := body(`{{word "skip"}}`), body(`{{word (print "sk" "ip")}}`); baked != called {
				t.Errorf("%q in %s: %q, by the function %q", word, place, baked, called)
			}
		}
	}
}

func TestAWordThatChangesWithThePageIsAskedForEachTime(t *testing.T) {
	s := site()
	s.Locales[0].Words["kind-page"], s.Locales[0].Words["kind-section"] = "sivu", "osa"
	template := `{{define "main"}}{{template "label" .}}{{end}}{{define "label"}}{{word (print "kind-" .Page.Kind)}} {{with .Page}}{{word "skip"}}{{end}}{{range .Page.Children}}{{word "skip"}}{{else}}-{{end}}{{end}}`
	all := made(t, files{"t/page.html": template, "t/section.html": template}, s)
	expectFile(t, all, "fi/c.html", "sivu Siirry-")
	expectFile(t, all, "fi/g/index.html", "osa SiirrySiirrySiirry")
}
