package browser_test

import (
	"fmt"
	"testing"
)

// takePlace looks for something in the dialog of a kind and takes the first by the
// keyboard.
func takePlace(tab *tab, kind, query, first string) {
	tab.t.Helper()
	ask[bool](tab, fmt.Sprintf(`document.querySelector('[data-place=%s]').click(), document.activeElement.select(), document.execCommand('insertText', false, %q)`, kind, query))
	tab.until(fmt.Sprintf(`document.querySelector('.places [aria-selected=true]')?.textContent.includes(%q)`, first))
	ask[bool](tab, `!document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))`)
	tab.until(`!document.querySelector('.places').open && document.activeElement.id === 'text'`)
}

func TestAnAuthorPutsALinkATermAFieldAndALanguageIntoAText(t *testing.T) {
	t.Parallel()
	tab, _ := openEditorOf(t, "worksheets/agreed.md", "fi/tyopohjat/tasta-sovimme.html")
	typeBefore(tab, "\n## ", "\nKatso vinkit ja delaktighet. ")
	choose := func(word string) {
		ask[bool](tab, fmt.Sprintf(`((t, w) => { const at = t.value.indexOf(w); t.setSelectionRange(at, at + w.length); return true })(document.getElementById('text'), %q)`, word))
	}
	choose("vinkit")
	takePlace(tab, "link", "Käyttäkää jo", "Käyttäkää jo sovittuja")
	tab.until(hasText("Katso [vinkit](../model/tips.md#kayttakaa-jo-sovittuja"))
	// Another place for the same words.
	takePlace(tab, "link", "www.thl.fi", "www.thl.fi")
	tab.until(hasText("Katso [vinkit](https://www.thl.fi) ja"))
	takePlace(tab, "term", "asiakasraati", "asiakasraati")
	tab.until(hasText("Katso [vinkit](../glossary/asiakasraati.md) ja"))
	choose("delaktighet")
	takePlace(tab, "language", "svenska", "")
	tab.until(hasText("[delaktighet]{lang=sv}."))
	takePlace(tab, "field", "rasti", "checklist")
	tab.until(hasText("{lang=sv}. \n\n```checklist\nMitä tässä kysytään?\n- Vaihtoehto 1\n- Vaihtoehto 2\n```\n"))
	if got := ask[string](tab, `((t) => t.value.slice(t.selectionStart, t.selectionEnd))(document.getElementById('text'))`); got != "Mitä tässä kysytään?" {
		t.Errorf("%q is selected", got)
	}
}

func TestTheTabulatorPassesThePreviewByAndAKeyLeadsIntoIt(t *testing.T) {
	t.Parallel()
	tab, _ := openEditor(t)
	if ask[bool](tab, `!!document.querySelector('[data-place=field]')`) {
		t.Error("a page that is no worksheet gets fields")
	}
	const inside = `document.activeElement.tagName === 'IFRAME'`
	tab.press("\t")
	tab.until(`document.activeElement.matches('.skip')`)
	tab.press("\t")
	if ask[bool](tab, inside) {
		t.Error("the tabulator goes through the preview")
	}
	ask[bool](tab, `document.querySelector('.skip').focus(), document.querySelector('.skip').click(), true`)
	tab.until(inside)
	const key = `dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', bubbles: true, cancelable: true }))`
	ask[bool](tab, `!document.querySelector('iframe').contentDocument.body.`+key)
	tab.until(`document.activeElement.id === 'text'`)
	ask[bool](tab, `!document.activeElement.`+key)
	tab.until(inside)
}
