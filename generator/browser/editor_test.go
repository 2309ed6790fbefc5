package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// openEditor opens the editor of the page of tips by its button, and returns the
// page's file.
func openEditor(t *testing.T) (tab *tab, file string) {
	t.Helper()
	return openEditorOf(t, "model/tips.md", "fi/malli/vinkit.html")
}

func openEditorOf(t *testing.T, source, page string) (tab *tab, file string) {
	t.Helper()
	guide := ownGuide(t, project)
	file = filepath.Join(guide, "content", "fi", filepath.FromSlash(source))
	address, enter := startWriting(t, guide)
	tab = openTab(t, address)
	tab.open(enter)
	tab.until(`location.pathname === '/'`)
	tab.open(tab.own.String() + page)
	const button = `document.querySelector('preview-layer')?.shadowRoot.querySelector('.edit')`
	tab.until("!!" + button)
	tab.open(ask[string](tab, button+".href"))
	tab.until(`!document.getElementById('text').disabled`)
	return tab, file
}

// typeBefore types a text in front of another one in the editor.
func typeBefore(tab *tab, before, text string) {
	tab.t.Helper()
	ask[bool](tab, fmt.Sprintf(`((text) => { const at = text.value.indexOf(%q); text.focus(); text.setSelectionRange(at, at); return document.execCommand('insertText', false, %q) })(document.getElementById('text'))`, before, text))
}

const heading = "\n## Käyttäkää jo sovittuja"

// beside is true if the page beside the text shows a text.
func beside(text string) string {
	return fmt.Sprintf(`!!document.querySelector('iframe').contentDocument?.body?.innerText.includes(%q)`, text)
}

// says is true if the editor says something of the catalogue.
func says(text string) string {
	return fmt.Sprintf(`document.querySelector('.state').textContent === %q`, text)
}

// saveKeys presses Control and S.
const saveKeys = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true })), true`

const (
	keptSays  = "Not saved. The text is kept even if the browser closes."
	savedSays = "Saved"
)

func contentOf(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAnAuthorWritesAndSavesInTheBrowser(t *testing.T) {
	t.Parallel()
	tab, file := openEditor(t)
	before := contentOf(t, file)
	typeBefore(tab, heading, "\nUusi kappale [rikki](ei.md).\n")
	tab.until(`document.querySelector('.wrong').innerText.includes('ei.md')`)
	if contentOf(t, file) != before {
		t.Error("the file is another before it was saved")
	}
	ask[bool](tab, `document.querySelector('.wrong button').click(), true`)
	if line := ask[string](tab, `((t) => t.value.slice(t.selectionStart, t.selectionEnd))(document.getElementById('text'))`); line != "Uusi kappale [rikki](ei.md)." {
		t.Errorf("the problem leads to %q", line)
	}
	ask[bool](tab, `document.execCommand('insertText', false, 'Uusi kappale.')`)
	tab.until(beside("Uusi kappale.") + ` && document.querySelector('.wrong').hidden && ` + says(keptSays))
	ask[bool](tab, saveKeys)
	tab.until(says(savedSays))
	if want := strings.Replace(before, heading, "\nUusi kappale.\n"+heading, 1); contentOf(t, file) != want {
		t.Errorf("the file is %s", contentOf(t, file))
	}

	ask[bool](tab, `document.querySelector('[data-do=versions]').click(), true`)
	tab.until(`document.querySelectorAll('.versions option').length === 2`)
	ask[bool](tab, `((list) => { list.selectedIndex = 1; return list.dispatchEvent(new Event('change')) })(document.querySelector('.versions select'))`)
	tab.until(`document.querySelector('.versions ins')?.textContent.includes('Uusi kappale.')`)
	ask[bool](tab, `document.querySelector('[data-do=restore]').click(), true`)
	tab.until("!(" + beside("Uusi kappale.") + ")")
	ask[bool](tab, saveKeys)
	tab.until(says(savedSays))
	if contentOf(t, file) != before {
		t.Error("the version that was restored isn't what it was")
	}
}

func TestATextThatIsNotSavedOutlivesTheBrowser(t *testing.T) {
	t.Parallel()
	tab, file := openEditor(t)
	typeBefore(tab, heading, "\nKesken jäänyt.\n")
	tab.until(says(keptSays))
	tab.open(ask[string](tab, `location.href`))
	tab.until(`document.getElementById('text').value.includes('Kesken jäänyt.') && !document.querySelector('.notice').hidden`)
	ask[bool](tab, `document.querySelector('.notice button').click(), true`)
	tab.until(`!document.getElementById('text').value.includes('Kesken jäänyt.') && document.querySelector('.notice').hidden`)
	if strings.Contains(contentOf(t, file), "Kesken") {
		t.Error("it was saved")
	}
}

func TestAFileThatWasSavedElsewhereMeanwhileIsNotLost(t *testing.T) {
	t.Parallel()
	tab, file := openEditor(t)
	typeBefore(tab, heading, "\nOma.\n")
	tab.until(says(keptSays))
	edit(t, file, heading, "\nToisen.\n"+heading)
	ask[bool](tab, saveKeys)
	tab.until(`document.querySelector('.notice del')?.textContent.includes('Toisen.')`)
	if text := contentOf(t, file); !strings.Contains(text, "Toisen.") || strings.Contains(text, "Oma.") {
		t.Error(text)
	}
	typeBefore(tab, heading, "\nToisen.\n")
	ask[bool](tab, `document.querySelector('.notice button').click(), true`)
	tab.until(says(savedSays) + ` && document.querySelector('.notice').hidden`)
	if text := contentOf(t, file); !strings.Contains(text, "Toisen.") || !strings.Contains(text, "Oma.") {
		t.Error(text)
	}
}

// What is typed may break the guide: the way back to it stays open.
func TestATextThatBreaksTheGuideIsMendedInTheBrowser(t *testing.T) {
	t.Parallel()
	guide := ownGuide(t, project)
	file := filepath.Join(guide, "content", "fi", "model", "tips.md")
	edit(t, file, "title = ", "title = \"rikki\ntitle = ")
	address, enter := startWriting(t, guide)
	tab := openTab(t, address)
	tab.open(enter)
	const link = `document.querySelector('.problems a[href*="/edit?"]')`
	tab.until("!!" + link)
	tab.open(ask[string](tab, link+".href"))
	tab.until(`!document.getElementById('text').disabled && document.querySelector('.wrong').innerText.includes('2:')`)
	ask[bool](tab, `((t) => { t.setSelectionRange(t.selectionStart, t.selectionEnd + 1); return document.execCommand('delete') })(document.getElementById('text'))`)
	tab.until(says(keptSays) + ` && document.querySelector('.wrong').hidden`)
	ask[bool](tab, saveKeys)
	tab.until(says(savedSays))
	// The browser tells of the pages that couldn't be made.
	tab.takeTroubles()
	if strings.Contains(contentOf(t, file), "rikki") {
		t.Error(contentOf(t, file))
	}
}
