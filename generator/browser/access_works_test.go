package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A page with all the faults that checkAccess looks for. Each thing at fault
// has a word of its own in its text.
const faultyPage = `<!DOCTYPE html><html lang="fi"><title>Vikoja</title>
<style>
.plain:focus { outline: none }
.lid { position: fixed; inset: 0 0 auto; height: 100px; background: white }
.under { position: absolute; top: 20px; left: 20px; padding: 20px }
.tiny { display: block; font-size: 8px; line-height: 8px; width: 8px }
</style>
<div class="under"><a href="#">peitossa</a></div><div class="lid"></div>
<div style="margin-top: 150px"><h1>Otsikko</h1>
<p><a href="#">hyvä</a></p>
<a class="plain" href="#">näkymätön</a>
<p>Rivissä on <a href="#">tekstiä</a>.</p>
<a class="tiny" href="#">pieni</a><a class="tiny" href="#">pikku</a>
<h3>hyppy</h3><nav aria-label="samat"></nav><nav aria-label="samat"></nav></div>`

func TestFaultsOfAPageAreFound(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "viat.html"), []byte(faultyPage), 0o644); err != nil {
		t.Fatal(err)
	}
	tab := openTab(t, fileURL(folder))
	tab.open(fileURL(folder) + "viat.html")
	tab.press(kb.Tab)
	for _, c := range []struct {
		script string
		want   []string
	}{
		{unseenFocus, []string{"peitossa", "näkymätön"}},
		{smallTargets, []string{"pieni", "pikku"}},
		{outlineFaults, []string{"hyppy", "samat"}},
	} {
		found := ask[[]string](tab, c.script)
		if len(found) != len(c.want) {
			t.Errorf("found are\n\t%s\nwant %q", strings.Join(found, "\n\t"), c.want)
			continue
		}
		for i, want := range c.want {
			if !strings.Contains(found[i], want) {
				t.Errorf("found is %s, want %s", found[i], want)
			}
		}
	}
}
