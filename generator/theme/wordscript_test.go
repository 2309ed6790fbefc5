package theme

import (
	"regexp"
	"strings"
	"testing"
)

func TestWordsForThoseWhoUseAPageAreAScript(t *testing.T) {
	s := site()
	s.Locales[0].Words["undo"] = "Kumoa </script> ”nyt”"
	all := made(t, files{"t/page.html": `{{define "main"}}[{{.Words "undo" "skip"}}]{{end}}`}, s)
	name := regexp.MustCompile(`\[\.\./(assets/words-fi-[0-9a-f]{8}\.js)\]`).FindStringSubmatch(all["fi/c.html"])
	if name == nil {
		t.Fatalf("the page is %s", all["fi/c.html"])
	}
	if got, want := all[name[1]], `window.opas.words={"skip":"Siirry","undo":"Kumoa \u003c/script\u003e ”nyt”"}`; got != want {
		t.Errorf("the script is %s, want %s", got, want)
	}
}

func TestAScriptOfUnknownWordsIsAProblem(t *testing.T) {
	_, err := render(folder(files{"t/page.html": "{{define \"main\"}}\n{{.Words \"skip\" \"skp\"}}{{end}}"}), []string{"t"}, Options{}, site())
	if err == nil || !strings.HasPrefix(err.Error(), "t/page.html:2:18: the word `skp` is not in words/fi.toml") {
		t.Errorf("the error is %v", err)
	}
	_, err = render(folder(files{"t/page.html": "{{define \"main\"}}\n{{.Words `skip`}}{{end}}"}), []string{"t"}, Options{}, site())
	if err == nil || !strings.Contains(err.Error(), "no script has the words [\"skip\"]") {
		t.Errorf("the error is %v", err)
	}
}
