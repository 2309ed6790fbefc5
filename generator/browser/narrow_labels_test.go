package browser_test

import "testing"

// TestALongLabelIsPartedBetweenSyllables looks for words of labels that a phone
// cuts where no hyphen may stand.
func TestALongLabelIsPartedBetweenSyllables(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(390, 800)
	tab.open(fileURL(site(t)) + "sv/fragor/index.html")
	const cut = `[...document.querySelectorAll('.filter label, main label')].map(label => label.firstChild).filter(text => text?.nodeType === 3)
		.flatMap(text => [...text.data.matchAll(/[^\s\u00ad]+/g)].filter(({ index, 0: part }) => {
			// A hyphen at the end of a line is the first box of the letter after it.
			const top = (at) => {
				const range = document.createRange()
				range.setStart(text, at)
				range.setEnd(text, at + 1)
				return Math.round([...range.getClientRects()].at(-1)?.top)
			}
			return top(index) !== top(index + part.length - 1)
		}).map(m => m[0]))`
	if words := ask[[]string](tab, cut); len(words) > 0 {
		t.Errorf("cut on a phone: %q", words)
	}
}
