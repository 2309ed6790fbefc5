package browser_test

import (
	"fmt"
	"strings"
	"testing"
)

// fieldOf is the field of a key in the editor's form.
func fieldOf(key string) string { return fmt.Sprintf(`document.getElementById('form.%s')`, key) }

// fill types a value into a field of the form and leaves it.
func fill(tab *tab, key, value string) {
	tab.t.Helper()
	tab.until("!!" + fieldOf(key))
	ask[bool](tab, fmt.Sprintf(`((f) => { f.focus(); f.value = %q; f.dispatchEvent(new Event('input', { bubbles: true })); return f.dispatchEvent(new Event('change', { bubbles: true })) })(%s)`, value, fieldOf(key)))
}

// hasText is true if the editor's text has a text.
func hasText(text string) string {
	return fmt.Sprintf(`document.getElementById('text').value.includes(%q)`, text)
}

func TestAFormChangesTheKeysOfAPageAndNothingElse(t *testing.T) {
	t.Parallel()
	tab, file := openEditorOf(t, "sessions/event-1.md", "fi/sparraukset/1-miksi-osallisuus.html")
	before := contentOf(t, file)
	ask[bool](tab, `document.querySelector('.form summary').click(), true`)
	fill(tab, "title", `1. "tapaaminen"`)
	tab.until(hasText(`title = "1. \"tapaaminen\""`))
	if !ask[bool](tab, `document.activeElement.id === 'form.title'`) {
		t.Error("the field lost the focus")
	}
	ask[bool](tab, fieldOf("topics=palvelut")+`.click(), true`)
	tab.until(hasText(`topics = ["johtaminen", "yhdenvertaisuus", "palvelut"]`))
	sum := ask[string](tab, `document.querySelector('.sum').textContent`)
	ask[bool](tab, fieldOf("agenda.0.minutes")+`.value = 15, `+fieldOf("agenda.0.minutes")+`.dispatchEvent(new Event('input', { bubbles: true }))`)
	if now := ask[string](tab, `document.querySelector('.sum').textContent`); now == sum || !strings.HasSuffix(now, "of 120 min in all") {
		t.Errorf("%q, before it %q", now, sum)
	}
	ask[bool](tab, `document.querySelector('[data-rows=agenda][data-move=add]').click(), true`)
	tab.until(`/\n\n\[\[agenda\]\]\n\+\+\+/.test(document.getElementById('text').value)`)
	rows := ask[int](tab, `document.querySelectorAll('[data-move=remove][data-rows=agenda]').length`) - 1
	fill(tab, fmt.Sprintf("agenda.%d.title", rows), "Lähtö")
	tab.until(hasText("[[agenda]]\ntitle = \"Lähtö\"\n+++"))
	fill(tab, fmt.Sprintf("agenda.%d.minutes", rows), "5")
	tab.until(hasText("minutes = 5\n+++"))
	ask[bool](tab, fmt.Sprintf(`document.querySelector('[data-rows=agenda][data-move=up][data-at="%d"]').click(), true`, rows))
	tab.until(hasText("[[agenda]]\ntitle = \"Lähtö\"\nminutes = 5\n\n[[agenda]]"))
	ask[bool](tab, fmt.Sprintf(`document.querySelector('[data-rows=agenda][data-move=remove][data-at="%d"]').click(), true`, rows-1))
	tab.until("!" + hasText("Lähtö"))
	ask[bool](tab, `((t) => { t.focus(); const at = t.value.indexOf('number = 1'); t.setSelectionRange(at, at + 10); return document.execCommand('insertText', false, 'number = 2') })(document.getElementById('text'))`)
	tab.until(fieldOf("number") + `.value === '2'`)
	ask[bool](tab, `document.execCommand('undo')`)
	tab.until(fieldOf("number") + `.value === '1'`)
	ask[bool](tab, saveKeys)
	tab.until(says(savedSays))
	want := strings.NewReplacer(`title = "1. tapaaminen: Miksi osallisuus on tärkeää?"`, `title = "1. \"tapaaminen\""`,
		`topics = ["johtaminen", "yhdenvertaisuus"]`, `topics = ["johtaminen", "yhdenvertaisuus", "palvelut"]`).Replace(before)
	if got := contentOf(t, file); got != want {
		t.Errorf("the file is %s", got[:min(len(got), 1500)])
	}
	typeBefore(tab, "title =", "titel ”")
	tab.until(`document.querySelector('.form .fault').textContent !== '' && document.querySelector('.form .fields').inert`)
}
