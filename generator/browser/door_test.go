package browser_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestAnOfficialGetsFromTheFirstPageToAnEditionByTheKeyboard begins an edition as
// somebody does who double-clicked the program, on a phone's width.
func TestAnOfficialGetsFromTheFirstPageToAnEditionByTheKeyboard(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	program, err := buildProgram()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	door := exec.Command(program, "open", "-open=false", "-lang", "fi")
	door.Dir, door.Env = home, append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "config"), "AppData="+home)
	address, enter := startProgram(t, door)
	tab := openTab(t, address)
	tab.resize(360, 740)
	tab.open(enter)
	tab.until(`location.pathname === '/.preview/start' && document.readyState === 'complete'`)
	checkWidth(tab)
	fill := func(field, text string) {
		t.Helper()
		if !soon(func() bool {
			tab.press("\t")
			return ask[string](tab, `document.activeElement.id`) == field
		}) {
			t.Fatalf("no way to %s by the keyboard", field)
		}
		tab.press(text)
	}
	fill("title", "Kunnan opas")
	fill("colour", "#ffee00\r")
	// The colour is too pale: another is offered, which the same key takes.
	tab.until(`document.activeElement.id === 'colour' && document.querySelector('#colour-wrong') && document.querySelector('[name=instead]').checked`)
	tab.press("\r")
	tab.until(`!location.pathname.startsWith('/.preview') && document.readyState === 'complete'`)
	tab.until(`document.body.textContent.includes('Kunnan opas')`)
	if _, err := os.Stat(filepath.Join(home, "kunnan-opas", "config.toml")); err != nil {
		t.Error(err)
	}
	tab.until(`(b => b && (b.click(), true))(document.querySelector('preview-layer').shadowRoot.querySelector('.quit'))`)
	awaitEnd(t, door)
	// The browser complains of the form's page as of one that isn't there, and of
	// the program that is gone.
	tab.takeTroubles()
}
