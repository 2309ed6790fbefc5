package guide

import (
	"encoding/binary"
	"iter"
	"slices"
	"strings"
)

// Text is a page's body after rendering.
type Text struct {
	// HTML has links that are relative to the page's own address, and soft
	// hyphens.
	HTML string
	// Headings part the body into sections: what stands before the first, and
	// then each heading with what follows it.
	Headings []Heading
	// Spans are where in the HTML the words stand that a reader sees.
	Spans Spans
	Links []Link
	// Local is the source of an example of the municipality's own that stands
	// in the body, "" for none.
	Local string
	// Beside is what the page's kind shows beside the body.
	Beside Beside
	// Outline is empty unless it was asked for.
	Outline Outline
}

// Beside is what readers can search for on a page that stands neither in its
// head nor in its body.
type Beside struct {
	// Names are what the page is called beside its titles: "Question 7".
	Names string
	Parts []Part
}

// Part is a part of a page with a heading that its kind's template makes.
type Part struct {
	ID, Title string
	// HTML are the pieces of its text.
	HTML []string
}

// Heading is a heading in a page's body.
type Heading struct {
	Level int
	// Text is what a reader sees of it, without soft hyphens.
	ID, Text string
	// Classes are those that the author gave the heading: "leader card".
	Classes string
	// Links is how many of the page's links stand before the heading.
	Links int
	// Start is where the heading begins in the HTML, Body what follows it.
	Start, Body int
}

// Has reports whether the author gave the heading a class.
func (h Heading) Has(class string) bool { return slices.Contains(strings.Fields(h.Classes), class) }

// Link is a link from a page's body to a page of the guide.
type Link struct {
	To *Page
	// Fragment is the id that the link leads to, "" for the whole page.
	Fragment string
	// Offset is where the link stands in the source file, in bytes.
	Offset int
	// File is the source of a text that stands in the page but has a file of
	// its own, "" for the page's.
	File string
}

// Under returns the HTML under the heading at an index, up to the next heading
// of its level or above it.
func (t Text) Under(index int) string {
	for _, next := range t.Headings[index+1:] {
		if next.Level <= t.Headings[index].Level {
			return t.HTML[t.Headings[index].Body:next.Start]
		}
	}
	return t.HTML[t.Headings[index].Body:]
}

// Spans are places of words in HTML, one after the other: for each two numbers
// in as few bytes as they need, how far it is from the last with a bit for
// Parted, and how long it is. Big guides have millions of them.
type Spans string

// Span is a place of words in HTML.
type Span struct {
	Start, End int
	// Parted says that a block began or ended since the last, so that these
	// words belong to another sentence.
	Parted bool
}

// AppendSpan adds a place of words to spans that are being made.
func AppendSpan(spans []byte, gap, length int, parted bool) []byte {
	first := uint64(gap) << 1
	if parted {
		first |= 1
	}
	return binary.AppendUvarint(binary.AppendUvarint(spans, first), uint64(length))
}

// All goes through the spans in order.
func (s Spans) All() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		end := 0
		for at := 0; at < len(s); {
			first, size := s.number(at)
			length, more := s.number(at + size)
			at += size + more
			start := end + int(first>>1)
			end = start + int(length)
			if !yield(Span{start, end, first&1 != 0}) {
				return
			}
		}
	}
}

// number reads a number and returns how many bytes it has.
func (s Spans) number(at int) (n uint64, size int) {
	for shift := 0; ; shift += 7 {
		b := s[at+size]
		size++
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n, size
		}
	}
}
