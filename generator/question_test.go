package main

import (
	"os"
	"strings"
	"testing"

	"sparrausopas/generator/build"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/theme"
)

// TestEachQuestionSaysWhoseItIs reads the pages of the questions: each says
// that it is the guide's own, and leads to where those of THL are.
func TestEachQuestionSaysWhoseItIs(t *testing.T) {
	fsys := os.DirFS("..")
	site, _, err := build.Load(fsys, build.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{Settings: site.Settings})
	if err != nil {
		t.Fatal(err)
	}
	own := map[string]string{}
	for _, q := range site.Locales[0].Questions() {
		own[q.Address] = `<p class="own">Kysymys on tämän oppaan oma. <a href="` + guide.Relative(q.Address, q.Section().Address) + `">`
	}
	err = look.Render(site, nil, func(name string, data []byte) error {
		if !strings.Contains(string(data), own[name]) {
			t.Errorf("%s doesn't say that it is the guide's own", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
