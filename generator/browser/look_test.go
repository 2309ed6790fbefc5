package browser_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// question is a page of a question, the kind that is printed most.
const question = "fi/kysymykset/07-syrjinta-ja-esteet.html"

func TestDarkReadersGetLightLettersOnADarkPage(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	tab.emulate("screen", "light")
	lightPaper, darkInk := brightness(tab, "backgroundColor"), brightness(tab, "color")
	tab.emulate("screen", "dark")
	darkPaper, lightInk := brightness(tab, "backgroundColor"), brightness(tab, "color")
	if lightPaper < 200 || darkInk > 100 {
		t.Errorf("in light the paper is %d and the ink %d of 255", lightPaper, darkInk)
	}
	if darkPaper > 100 || lightInk < 200 {
		t.Errorf("in dark the paper is %d and the ink %d of 255", darkPaper, lightInk)
	}
}

// brightness is the mean of red, green and blue of a colour of the page.
func brightness(tab *tab, property string) int {
	tab.t.Helper()
	return ask[int](tab, `Math.round(getComputedStyle(document.body).`+property+
		`.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3)`)
}

func TestPaperShowsTheTextWithoutNavigation(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	tab.emulate("print", "dark")
	shown := ask[[]string](tab, `[...document.querySelectorAll('nav, .skip')].filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 160))`)
	if len(shown) > 0 {
		t.Errorf("on paper there is still\n\t%s", strings.Join(shown, "\n\t"))
	}
	if !ask[bool](tab, `document.querySelector('h1').checkVisibility()`) {
		t.Error("on paper there is no heading")
	}
	if paper, ink := brightness(tab, "backgroundColor"), brightness(tab, "color"); paper < 255 || ink > 50 {
		t.Errorf("the paper is %d and the ink %d of 255", paper, ink)
	}
}

func TestAQuestionIsPrintedOnA4(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	heading := ask[page](tab, pageScript).Heading
	pdf := tab.pdf()
	sizes := regexp.MustCompile(`/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]`).FindAllSubmatch(pdf, -1)
	if len(sizes) == 0 {
		t.Fatalf("a PDF of %d bytes has no page", len(pdf))
	}
	for _, size := range sizes {
		if !about(string(size[1]), 595.28) || !about(string(size[2]), 841.89) {
			t.Errorf("a page is %s × %s points, not A4", size[1], size[2])
		}
	}
	if text := textOf(t, pdf); !strings.Contains(text, strings.ReplaceAll(heading, "\u00ad", "")) {
		t.Errorf("the PDF doesn't say %q but\n%s", heading, text)
	}
}

func about(text string, want float64) bool {
	got, err := strconv.ParseFloat(text, 64)
	return err == nil && got > want-1 && got < want+1
}

// textOf returns the text of a PDF on one line.
func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	return strings.Join(pagesOfPDF(t, pdf), " ")
}
