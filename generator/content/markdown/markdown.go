// Package markdown turns the Markdown of one page into HTML with soft hyphens,
// in one pass over the tree. It notes where sections begin and where in the
// HTML words stand, so that search, lists of contents and parts of pages
// needn't read HTML again.
//
// It knows CommonMark with tables, footnotes, definition lists and heading
// attributes ({#id .class}), and beyond that what a guide needs:
//
//   - a heading has an id made from its text, ä as a and ö as o, unique in the page;
//   - a link to another file of content becomes that page's address, a link
//     that leads nowhere an Issue;
//   - the first mention of a glossary term that has forms becomes a link to it,
//     once a page, never in a heading or in another link;
//   - quotation marks, dashes, ranges and the spaces of "22 §", "30 min" and
//     "20 000" are set as the language wants them;
//   - words in another language are marked [så här]{lang=sv}, so that they are
//     read aloud as such; a passage that seems to lack its mark is an Issue;
//   - a heading that leaves out a level, a picture without text, a table
//     without a header and a link text that says nothing are Issues;
//   - what is nearly Markdown and would show with all its signs is an Issue: a
//     heading without its space, brackets of a link that are parted, lines that
//     begin with •, a footnote without its mark, a fence that isn't closed,
//     marks of other programs such as [[page]] and ~~struck~~;
//   - what would show otherwise than it was written is an Issue: a list whose
//     numbers aren't 1, 2, 3, as lines become that begin with days, cells that
//     a table has no column for, a line below a text that makes it a heading, a
//     list that falls apart, a note to oneself that isn't closed;
//   - what none of these rules knows is found at the end of the pass: a mark in
//     the words that readers see, and words that they don't see;
//   - lists and quotations more than 20 deep in each other are an Issue;
//   - HTML in the text is an Issue, for the text has to work on paper, in search
//     and in other forms too. A comment <!-- … --> is left out in silence.
//
// # Worksheets
//
// In a worksheet a fenced block is a field to fill in. The word behind the
// fence is its kind, then come attributes; the first line is the label, lines
// that begin with a hyphen are options, others a hint:
//
//	```answer lines=4 name=nykytila
//	Mitä kunnassa jo tehdään?
//	Kirjatkaa sekin, mikä tuntuu pieneltä.
//	```
//
//	answer     lines: a text to write
//	date       a day, saved as 2026-11-28 and shown as the language writes it
//	choice     one of its options
//	checklist  any of its options
//	scale      from, to, points: a row of points
//	rows       rows, lines, columns: a table to fill; the last line is its header, cells parted by |
//	questions  area, numbers, lines, points, from, to: the guide's own questions
//
// Labels, hints, options and columns are no Markdown, but a backslash makes a
// sign plain everywhere: 7\. is 7.
//
// All but questions know name, by which saved answers call the field; it is
// made from the label if left out, and is the only one of its worksheet. So are
// the columns of rows, which columns="one, two" names where their headers have
// changed since answers were saved.
//
// # Local examples
//
// An empty block of kind local marks where an edition's own example stands in
// a common page. Where there is none, nothing shows.
//
//	```local
//	```
//
// It reads no files. Where links lead is told by the caller's Resolve.
package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// Issue is something wrong at a byte offset of the Markdown text.
type Issue struct {
	Offset int
	Rule   string
	Values report.Values
	// Fix mends it, nil where that takes an author's thought.
	Fix *report.Fix
	// Meant is the destination that a link was to have, "" where nobody knows.
	Meant string
}

// Target is what a link's destination means.
type Target struct {
	// Href goes into the HTML.
	Href string
	// Page and Fragment are set for a link to a page of the guide.
	Page     *guide.Page
	Fragment string
	// Gone reports whether the guide leaves the page out.
	Gone bool
}

// Resolve finds what a destination written in the text means. A nil Issue
// means that it was found; the Issue's offset is filled in by Render.
type Resolve func(destination string) (Target, *Issue)

// Page is a rendered text.
type Page struct {
	guide.Text
	// Fields are those of a worksheet.
	Fields []guide.Field
	Issues []Issue
}

// Renderer renders the pages of one locale. It is safe for concurrent use.
type Renderer struct {
	parser     parser.Parser
	language   language.Language
	hyphenator *language.Hyphenator
	locale     *guide.Locale
	terms      glossary
	memo       *Memo
	tags       tagsByKind
	marks      []foreignMark
	// surroundings is what the memo's keys hold of the locale.
	surroundings surroundings
	// writers have room for texts.
	writers sync.Pool
}

// New makes a renderer for a locale, whose terms it links, whose questions it
// puts into worksheets and whose lexicon says where words are parted. The memo
// may be nil.
func New(l language.Language, locale *guide.Locale, memo *Memo) *Renderer {
	r := &Renderer{
		parser: goldmark.New(
			goldmark.WithExtensions(extension.Table, passages{}, extension.DefinitionList, extension.Footnote, typographer(l)),
			goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
		).Parser(),
		language:   l,
		hyphenator: l.Hyphenator(locale.Borders),
		locale:     locale,
		terms:      newGlossary(l, locale.Terms()),
		tags:       goldmarkTags(),
		marks:      foreignMarks(),
		memo:       memo,
	}
	if memo != nil {
		r.surroundings = surroundingsOf(locale)
	}
	return r
}

func typographer(l language.Language) goldmark.Extender {
	return extension.NewTypographer(extension.WithTypographicSubstitutions(
		map[extension.TypographicPunctuation]string{
			extension.LeftDoubleQuote:  l.Quotes.OpenDouble,
			extension.RightDoubleQuote: l.Quotes.CloseDouble,
			extension.LeftSingleQuote:  l.Quotes.OpenSingle,
			extension.RightSingleQuote: l.Quotes.CloseSingle,
			extension.Apostrophe:       "’",
			extension.EnDash:           "–",
			extension.EmDash:           "—",
			extension.Ellipsis:         "…",
			extension.LeftAngleQuote:   "«",
			extension.RightAngleQuote:  "»",
		}))
}
