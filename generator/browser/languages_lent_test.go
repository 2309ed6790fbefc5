package browser_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// buildLent builds the real site without one worksheet in Swedish, in whose
// place stands the Finnish one.
var buildLent = sync.OnceValues(func() (string, error) {
	program, err := buildProgram()
	guide := filepath.Join(temp, "lent")
	for _, folder := range []string{"content", "originals", "themes"} {
		err = errors.Join(err, os.CopyFS(filepath.Join(guide, folder), os.DirFS(filepath.Join(project, folder))))
	}
	settings, also := os.ReadFile(filepath.Join(project, "config.toml"))
	folder := filepath.Join(guide, "public")
	err = errors.Join(err, also, os.WriteFile(filepath.Join(guide, "config.toml"), settings, 0o644), os.Remove(filepath.Join(guide, "content/sv/worksheets/goals.md")))
	return folder, errors.Join(err, output(program, "build", "-dir", guide, "-out", folder))
})

func TestAPageThatIsNotTranslatedSaysItsLanguageInSearchAndPacksAndIsPrintedOnce(t *testing.T) {
	t.Parallel()
	home := fileURL(builtBy(t, buildLent))
	tab := openPack(t, home)
	tab.open(home + "sv/sok.html?q=sparrauksen+tavoitteet")
	tab.until(`document.querySelector('.search-results a') !== null`)
	if got := ask[string](tab, `(({firstElementChild: link, lastElementChild: text}) => [link.textContent, link.lang, text.lang].join())(document.querySelector('.search-results li'))`); got != "Sparrauksen tavoitteet,fi,fi" {
		t.Errorf("the result is %q", got)
	}
	tab.open(home + "sv/sok.html?q=arbetsblad")
	tab.until(`document.querySelector('.search-results a') !== null`)
	if ask[bool](tab, `document.querySelector('.search-results [lang]') !== null`) {
		t.Error("what is in the page's language is marked")
	}
	for _, c := range []struct{ page, also, says string }{
		{"sv/arbetsblad/utskriftspaket.html", "fi", "Sparrauksen tavoitteet"},
		{"fi/tyopohjat/tulostepaketti.html", "sv", "Sparrauksen tavoitteet"},
	} {
		tab.open("about:blank")
		tab.open(home + c.page + "#items=worksheets%2Fgoals")
		expectPacked(tab, "worksheets/goals")
		if lang := ask[string](tab, `document.querySelector('.pack-name').lang || document.documentElement.lang`); lang != "fi" {
			t.Errorf("%s: the title is marked as %s", c.page, lang)
		}
		chooseOption(tab, "[name=also]", c.also)
		if pages := pagesOfPDF(t, printPack(tab)); strings.Count(strings.Join(pages, ""), "Luonnos ennen sparrausta") != 1 {
			t.Errorf("%s: what isn't translated is printed twice: %q", c.page, pages)
		}
		if says := packSays(tab); !strings.Contains(says, c.says) {
			t.Errorf("%s: it isn't said what is in one language: %q", c.page, says)
		}
	}
}
