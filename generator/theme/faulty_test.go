package theme

import (
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestAFaultOfATemplateIsToldAtItsOwnFile(t *testing.T) {
	main := "{{define \"main\"}}{{template \"parts/a.html\" .}}{{end}}"
	for name, c := range map[string]struct {
		files files
		want  string
	}{
		"a manifest that is no JSON":      {files{"t/manifest.webmanifest": "{"}, "t/manifest.webmanifest template-error"},
		"a script that isn't closed":      {files{"t/parts/a.html": "<script>var a = \"{{.Page.Title}}", "t/page.html": main}, "t/parts/a.html template-error"},
		"a part that includes itself":     {files{"t/parts/a.html": "{{template \"parts/a.html\" .}}", "t/page.html": main}, "t/parts/a.html:1:3 template-circle"},
		"a condition that always holds":   {files{"t/parts/a.html": "{{if .Page}}{{template \"parts/a.html\" .}}{{end}}", "t/page.html": main}, "t/parts/a.html:1:15 template-circle"},
		"parts that include each other":   {files{"t/parts/a.html": "{{template \"parts/b.html\" .}}", "t/parts/b.html": "{{template \"parts/a.html\" .}}", "t/page.html": main}, "t/parts/a.html:1:3 template-circle"},
		"a part that ends by a condition": {files{"t/parts/a.html": "{{if .Page.Parent}}{{end}}{{if false}}{{template \"parts/a.html\" .Page}}{{end}}", "t/page.html": main}, ""},
	} {
		_, err := render(folder(c.files), []string{"t"}, Options{}, site())
		got := ""
		if problems := report.Faults(err); len(problems) > 0 {
			got = problems[0].Place.String() + " " + problems[0].Rule
		}
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: got %s (%v), want %s", name, got, err, c.want)
		}
	}
}
