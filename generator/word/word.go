// Package word makes Markdown of what people have written in Word and its kin:
//
//	FromHTML   what was copied in Word, Word online, LibreOffice, Google Docs,
//	           Outlook or from a web page, as the clipboard has it
//	FromDocx   a Word document, .docx
//
// Both are read into the same blocks, of which one writer makes Markdown by the
// rules of package content/markdown: it shows the same words, and nothing in it is
// an error there.
//
//   - headings are of the second level and down, none left out; the document's
//     title is told by itself where that is wanted
//   - lists keep their depth and their numbers, also those that Word writes as
//     paragraphs with a sign (· o § 1. a)) and those that were typed by hand;
//     letters that count become numbers
//   - tables have a row of heads and one line for each row: what a cell has in
//     paragraphs is parted by semicolons, cells that were joined stand apart
//   - links to the web, to mail and to telephones stay; bare addresses become links
//   - bold, italics, line breaks, quotations, code and footnotes stay; raised and
//     lowered digits become signs of their own
//   - of changes that were tracked, what is new is taken
//   - spaces that don't break, hidden hyphens and signs of no width are taken for
//     what they are
//   - signs that mean something in Markdown get a backslash where they would:
//     7\. luokan
//
// All that is left out or becomes something else is told in Left, by what it is and
// where: struck and underlined text loses its line, pictures that can't be had,
// comments, what was deleted, fields such as tables of contents, text boxes. Typefaces,
// sizes, colours, sides and breaks of pages are looks, which are the theme's, and
// aren't told.
//
// What comes in is hostile until it has been read: sizes, depths and numbers of
// parts have limits, nothing is fetched, names of a document's parts are looked up
// in it alone, and no file is written: a picture is for the caller to keep.
package word

import (
	"errors"

	"sparrausopas/generator/report"
)

// Most is how many bytes a document or a text of the clipboard may have.
const Most = 25 << 20

// Options say what is to be made.
type Options struct {
	// Title takes the document's title out of its text.
	Title bool
	// Notes is the number of the first footnote, 1 if it is 0.
	Notes int
	// Keep puts a picture into the guide and returns where a page finds it; where it
	// is nil, pictures are left out.
	Keep func(Picture) (address string, err error)
}

// Picture is a picture of a document.
type Picture struct {
	// Name is that of its file, "" if it has none.
	Name string
	// Alt is what it shows in words.
	Alt  string
	Data []byte
}

// Made is what came of a document.
type Made struct {
	Title    string
	Markdown string
	Left     []Left
}

// Left is what a document has and the Markdown hasn't, or has otherwise.
type Left struct {
	// What is the end of the name of a message: word-left-WHAT.
	What  string
	Count int
	// Where are the words at the first of the places.
	Where []string
}

// errUnread says that something isn't what it claims to be.
var errUnread = errors.New("the document can't be read")

// refused makes an error that the catalogue has words for.
func refused(rule string) error { return &report.Refusal{Rule: rule} }
