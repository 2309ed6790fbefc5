package pdf

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Book is what makes many pages one document.
type Book struct {
	Title string `json:"title"`
	// Contents is what the list of chapters is called.
	Contents string    `json:"contents"`
	Chapters []Chapter `json:"chapters"`
}

// Chapter is a page in a book; Level is how deep it lies, from 1.
type Chapter struct {
	Address string `json:"address"`
	Title   string `json:"title"`
	Level   int    `json:"level"`
}

//go:embed book.js
var bookScript string

// compose makes the page that the tab shows into a book.
func (t *tab) compose(b *Book) error {
	said, err := json.Marshal(b)
	if err == nil {
		_, err = t.run(call(bookScript, string(said)))
	}
	return err
}

// call calls the function that a script is.
func call(script string, arguments ...string) string {
	return fmt.Sprintf("(%s)(%s)", strings.TrimSpace(script), strings.Join(arguments, ", "))
}

// number prints the book that the tab shows, plainly, and writes into its list
// of contents on what page each chapter begins. The numbers have the room that
// they need already.
func (t *tab) number() error {
	plain := func(params *page.PrintToPDFParams) { params.GenerateTaggedPDF = new(bool) }
	printed, err := chromedp.Run(t.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), plain))
	if err != nil {
		return err
	}
	f, err := read(printed)
	if err != nil {
		return err
	}
	numbers, err := json.Marshal(f.chapters())
	if err == nil {
		_, err = t.run(call(`(numbers) => document.querySelectorAll(".book-number").forEach((place, i) => { place.textContent = numbers[i] ?? ""; })`, string(numbers)))
	}
	return err
}

// chapters are the numbers of the pages, from 1, on which the chapters begin.
func (f *file) chapters() []int {
	pages := map[ref]int{}
	for i, page := range f.pages() {
		pages[page] = i + 1
	}
	var numbers []int
	destinations := f.dict(f.dict(f.root)["Dests"])
	for i := 0; ; i++ {
		place := f.array(destinations[name(fmt.Sprintf("c%d", i))])
		if len(place) == 0 {
			return numbers
		}
		page, _ := place[0].(ref)
		numbers = append(numbers, pages[page])
	}
}
