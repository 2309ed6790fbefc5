package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// drop drops a picture on the text: a canvas as PNG by the name of a photograph.
const drop = `(() => {
	const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 });
	canvas.getContext('2d').fillRect(0, 0, 20, 20);
	canvas.toBlob((blob) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File([blob], 'IMG_1234.png', { type: 'image/png' }));
		document.getElementById('text').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	});
	return true;
})()`

func TestAPictureIsDroppedAndTellsWhatItShows(t *testing.T) {
	t.Parallel()
	tab, file := openEditor(t)
	typeBefore(tab, heading, "\n")
	ask[bool](tab, drop)
	tab.until(`document.querySelector('.picture .size').textContent.startsWith('40 × 20 pixels') && document.querySelector('.picture img').checkVisibility()`)
	if !ask[bool](tab, `document.activeElement.id === 'picture-text'`) {
		t.Error("its text isn't asked for")
	}
	const enter = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })), true`
	ask[bool](tab, enter)
	if !ask[bool](tab, `document.querySelector('.picture').open`) {
		t.Error("a picture without a text is put in")
	}
	ask[bool](tab, `document.execCommand('insertText', false, 'Kahvi *talolla*')`)
	ask[bool](tab, enter)
	tab.until(`document.querySelector('iframe').contentDocument?.querySelector('main img[src*=kahvi]')?.naturalWidth === 40`)
	if alt := ask[string](tab, `document.querySelector('iframe').contentDocument.querySelector('main img[src*=kahvi]').alt`); alt != "Kahvi *talolla*" {
		t.Errorf("the picture tells %q", alt)
	}
	ask[bool](tab, saveKeys)
	tab.until(says(savedSays))
	if text := contentOf(t, file); !strings.Contains(text, `![Kahvi \*talolla\*](../../static/tips-kahvi-talolla.png)`) {
		t.Error(text)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(file), "../../static/tips-kahvi-talolla.png")); err != nil {
		t.Error(err)
	}
}
