package browser_test

import "testing"

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
