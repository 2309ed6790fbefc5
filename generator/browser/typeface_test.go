package browser_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestScreenPaperAndPicturesHaveOneTypeface opens a page with a picture from a
// folder: the guide's own letters come from files beside it.
func TestScreenPaperAndPicturesHaveOneTypeface(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/malli/lyhyesti.html")
	tab.until(`[...document.fonts].filter(font => font.status === 'loaded').length > 0 && document.fonts.status === 'loaded'`)
	for _, medium := range []string{"screen", "print"} {
		tab.emulate(medium, "light")
		families := ask[[]string](tab, `[...new Set(['body', 'h1', '.picture text'].map(name => getComputedStyle(document.querySelector(name)).fontFamily))]`)
		if len(families) != 1 || !strings.HasPrefix(families[0], `"Opas Sans"`) {
			t.Errorf("on %s the letters are %q", medium, families)
		}
	}
	// Of the files those alone are loaded whose letters the text has.
	loaded := ask[[]string](tab, `[...document.fonts].filter(font => font.status === 'loaded').map(font => font.weight + ' ' + (font.unicodeRange === 'U+0-10FFFF')).sort()`)
	if !slices.Equal(loaded, []string{"400 true", "700 true"}) {
		t.Errorf("loaded are %v", loaded)
	}
	// Letters are embedded as such: those of a font with all weights would be
	// drawings, which stand unevenly.
	pdf := tab.pdf()
	names := regexp.MustCompile(`/BaseFont ?/(?:[A-Z]{6}\+)?(\w+)`).FindAllSubmatch(pdf, -1)
	if len(names) == 0 || bytes.Contains(pdf, []byte("/Type3")) {
		t.Errorf("the PDF has %d fonts, or drawings for letters", len(names))
	}
	for _, name := range names {
		if string(name[1]) != "OpasSans" {
			t.Errorf("the PDF has letters of %s", name[1])
		}
	}
}

// TestTheTypefaceHasTheLettersOfTheLanguages draws each letter with the
// typeface alone and finds that none is missing.
func TestTheTypefaceHasTheLettersOfTheLanguages(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	ask[bool](tab, `((async () => {
		const pen = document.createElement('canvas').getContext('2d')
		const wide = (letter, font) => (pen.font = font, pen.measureText(letter).width)
		let missing = ''
		for (const letter of 'ABCXYZabcxyzÅÄÖåäöŠŽšžÉéÁáÂâČčĐđŊŋŦŧÕõǤǥǦǧǨǩƷʒǮǯÆæØøʹʼ0123456789§€–—…”“’«»×½·•') {
			await document.fonts.load('32px "Opas Sans"', letter)
			if (wide(letter, '32px "Opas Sans", monospace') === wide(letter, '32px monospace') && wide(letter, '32px "Opas Sans", serif') === wide(letter, '32px serif')) missing += letter
		}
		window.missing = missing
	})(), true)`)
	tab.until(`window.missing !== undefined`)
	missing := ask[string](tab, `window.missing`)
	// The one that Skolt Sámi has and the typeface lacks, in both cases.
	if missing != "Ǩǩ" {
		t.Errorf("the typeface lacks %q", missing)
	}
}

func TestTheTypefaceComesWithItsLicenceAndIsSmall(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(site(t), "assets", "opas-sans-*"))
	if err != nil {
		t.Fatal(err)
	}
	size, licence := 0, ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, ".txt") {
			licence = string(text)
		} else {
			size += len(text)
		}
	}
	if said := fmt.Sprint(strings.Contains(licence, "SIL Open Font License, Version 1.1"), strings.Contains(licence, "Adobe"), size > 0, size <= 60<<10); said != "true true true true" {
		t.Errorf("of %d bytes in %v: %s", size, files, said)
	}
}
