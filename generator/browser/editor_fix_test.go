package browser_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// mistake is what an author did to a text, and what a press of the button makes
// of it. It stands in front of a heading; one that begins with a key, among those.
type mistake struct{ kind, wrong, right, answer string }

func mistakes() []mistake {
	return []mistake{
		{"curly quotes", "short = ”Vinkit”", `short = "Vinkit"`, ""},
		{"no quotes", "short = Vinkit", `short = "Vinkit"`, ""},
		{"a Finnish day", "updated = 21.11.2026", "updated = 2026-11-21", ""},
		{"a list as one text", `sources = "arvio"`, `sources = ["arvio"]`, ""},
		{"a key's name", `sumary = "Lyhyesti."`, `summary = "Lyhyesti."`, ""},
		{"an ordinal", "7. luokan oppilaat.", `7\. luokan oppilaat.`, ""},
		{"days", "3. helmikuuta.\n\n17. maaliskuuta.", "3\\. helmikuuta.\n\n17\\. maaliskuuta.", ""},
		{"no space in a list", "-yksi\n-kaksi", "- yksi\n- kaksi", ""},
		{"bullets of Word", "•\tyksi\n•\tkaksi", "- yksi\n- kaksi", ""},
		{"a heading's space", "##Otsikko", "## Otsikko", ""},
		{"a heading's level", "#### Otsikko", "### Otsikko", ""},
		{"a published address", "[etusivu](../index.html)", "[etusivu](../_index.md)", ""},
		{"the web", "Ks. www.thl.fi nyt.", "Ks. [www.thl.fi](https://www.thl.fi) nyt.", ""},
		{"a mail", "Ks. a@kunta.fi nyt.", "Ks. [a@kunta.fi](mailto:a@kunta.fi) nyt.", ""},
		{"a backslash", `[etusivu](..\_index.md)`, "[etusivu](../_index.md)", ""},
		{"bold with spaces", "Tämä ** on ** tärkeää.", "Tämä **on** tärkeää.", ""},
		{"a note", "Asia ‹!– muista –› on.", "Asia <!-- muista --> on.", ""},
		{"a row", "| A | B |\n|---|---|\n| 1 | 2 | 3 |", "| A | B | Lisä |\n|---|---|---|\n| 1 | 2 | 3 |", "Lisä"},
		{"a picture", "![](../../static/kuva.svg)", "![Kunnan [vaakuna]](../../static/kuva.svg)", "Kunnan [vaakuna]"},
		{"a language", "Sanotaan [så här]{sv}.", "Sanotaan [så här]{lang=sv}.", ""},
	}
}

// keys are the lines of keys that mistakes are made in.
var keys = regexp.MustCompile(`(?m)^(?:short|summary|sources|updated) = .*\n`)

// into puts a text where a mistake is made.
func (m mistake) into(page, text string) string {
	if name, _, isKey := strings.Cut(text, " = "); isKey && !strings.Contains(name, " ") {
		return strings.Replace(page, "\n+++\n", "\n"+text+"\n+++\n", 1)
	}
	return strings.Replace(page, heading, "\n"+text+"\n"+heading, 1)
}

const (
	theText   = `document.getElementById('text')`
	fixButton = `document.querySelector('.wrong .fix button')`
)

// setText writes a whole text in the editor.
func setText(tab *tab, text string) {
	tab.t.Helper()
	ask[bool](tab, fmt.Sprintf(`((t) => { t.value = %q; return t.dispatchEvent(new Event('input')) })(%s)`, text, theText))
}

func TestWhatOfficialsWriteWronglyIsMendedByAButton(t *testing.T) {
	t.Parallel()
	tab, file := openEditor(t)
	page := keys.ReplaceAllString(contentOf(t, file), "")
	static := filepath.Join(filepath.Dir(file), "..", "..", "static")
	if err := errors.Join(os.MkdirAll(static, 0o755), os.WriteFile(filepath.Join(static, "kuva.svg"), []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>`), 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, m := range mistakes() {
		setText(tab, m.into(page, m.wrong))
		tab.until("!!" + fixButton)
		ask[bool](tab, fixButton+".focus(), "+fixButton+".click(), true")
		if m.answer != "" {
			tab.until(`document.activeElement?.id === 'answer'`)
			ask[bool](tab, fmt.Sprintf(`document.execCommand('insertText', false, %q), document.querySelector('dialog.ask .main').click(), true`, m.answer))
		}
		tab.until(`document.querySelector('.wrong').hidden`)
		want := m.into(page, strings.NewReplacer("[vaakuna]", "(vaakuna)").Replace(m.right))
		if got := ask[string](tab, theText+".value"); got != want {
			t.Errorf("%s: the text is\n%s", m.kind, got)
		}
		if focus := ask[string](tab, `document.activeElement.id`); focus != "text" {
			t.Errorf("%s: the focus is at %q", m.kind, focus)
		}
	}
	// The browser tells of the pages that couldn't be made.
	tab.takeTroubles()
}

func TestAllOfAKindAreMendedAtOnceAndTakenBack(t *testing.T) {
	t.Parallel()
	tab, file := openEditor(t)
	page := contentOf(t, file)
	wrong := strings.Replace(page, heading, "\nKs. www.thl.fi ja ä www.vm.fi.\n\nKs. www.om.fi.\n"+heading, 1)
	setText(tab, page)
	ask[bool](tab, fmt.Sprintf(`((t) => { t.focus(); t.select(); return document.execCommand('insertText', false, %q) })(%s)`, wrong, theText))
	tab.until(`document.querySelectorAll('.wrong .fix').length === 3`)
	ask[bool](tab, `[...document.querySelectorAll('.wrong .fix button')].find((b) => b.textContent === 'Mend all (3)').click(), true`)
	tab.until(`document.querySelector('.wrong').hidden`)
	if got := ask[string](tab, theText+".value"); strings.Count(got, "](https://www.") != 3 {
		t.Error(got)
	}
	ask[bool](tab, theText+`.focus(), [1, 2, 3].forEach(() => document.execCommand('undo')), true`)
	if got := ask[string](tab, theText+".value"); got != wrong {
		t.Errorf("after undo it is\n%s", got)
	}
	tab.until(`document.querySelectorAll('.wrong .fix').length === 3`)
	// What has changed meanwhile stays.
	ask[bool](tab, fmt.Sprintf(`((t) => { const at = t.value.indexOf('thl.fi'); t.setSelectionRange(at, at + 3); document.execCommand('insertText', false, 'stm'); %s.click(); return true })(%s)`, fixButton, theText))
	if got := ask[string](tab, theText+".value"); got != strings.Replace(wrong, "www.thl.fi", "www.stm.fi", 1) {
		t.Errorf("a text that had changed became\n%s", got)
	}
}

func TestAFileInAnOldEncodingIsSavedInUTF8ByAButton(t *testing.T) {
	t.Parallel()
	guide := ownGuide(t, project)
	file := filepath.Join(guide, "content", "fi", "model", "paiva.md")
	if err := os.WriteFile(file, []byte("+++\ntitle = \"P\xe4iv\xe4\"\n+++\n\nTeksti.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	address, enter := startWriting(t, guide)
	tab := openTab(t, address)
	tab.open(enter)
	const link = `document.querySelector('.problems a[href*="/edit?"]')`
	tab.until("!!" + link)
	tab.open(ask[string](tab, link+".href"))
	tab.until("!!" + fixButton)
	ask[bool](tab, fixButton+".click(), true")
	tab.until(`document.querySelector('.wrong').hidden && ` + says(savedSays))
	if text := contentOf(t, file); text != "+++\ntitle = \"Päivä\"\n+++\n\nTeksti.\n" {
		t.Errorf("the file is %q", text)
	}
	tab.takeTroubles()
}
