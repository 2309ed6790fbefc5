package markdown

import (
	"crypto/sha256"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"slices"
	"strconv"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/memo"
)

// Memo remembers texts that were rendered, so that a text in the same
// surroundings needn't be rendered again. The surroundings are all that a
// rendering depends on: the page's address, the terms, where long words are
// parted, for a worksheet the questions, what stands at a mark, and where its
// links lead, which is asked anew each time. It is
// safe for concurrent use; nil remembers nothing.
type Memo struct{ texts memo.Of[memoKey, *remembered] }

type memoKey [sha256.Size]byte

// remembered is a rendered text and what its links were found to mean.
type remembered struct {
	page  Page
	links []found
}

// found is what a link's destination means.
type found struct {
	destination string
	target      Target
	issue       *Issue
}

// Forget drops the texts that weren't asked for since it was called last.
func (m *Memo) Forget() { m.texts.Forget() }

// recall returns a remembered text with the pages that its links lead to now,
// unless one of them means something else by now.
func (r *remembered) recall(resolve Resolve) *remembered {
	now := &remembered{page: r.page, links: make([]found, len(r.links))}
	pages := map[*guide.Page]*guide.Page{}
	for i, old := range r.links {
		target, issue := resolve(old.destination)
		now.links[i] = found{old.destination, target, issue}
		if !now.links[i].same(old) {
			return nil
		}
		pages[old.target.Page] = target.Page
	}
	now.page.Links = slices.Clone(r.page.Links)
	for i, link := range now.page.Links {
		now.page.Links[i].To = pages[link.To]
	}
	return now
}

// given is the text for a caller, who may change the links.
func (r *remembered) given() Page {
	page := r.page
	page.Links = slices.Clone(page.Links)
	return page
}

// same reports whether a link puts the same into a text. The page that it leads
// to is another one each time a guide is read.
func (f found) same(other found) bool {
	if f.issue != nil || other.issue != nil {
		return f.issue != nil && other.issue != nil && f.issue.Rule == other.issue.Rule && maps.Equal(f.issue.Values, other.issue.Values)
	}
	a, b := f.target, other.target
	alike := (a.Page == nil) == (b.Page == nil)
	a.Page, b.Page = nil, nil
	return alike && a == b
}

// key names a text in its surroundings, but for its links.
func (w *walker) key() memoKey {
	hash := sha256.New()
	// A hash takes everything that is written to it.
	write := func(parts ...any) { _, _ = fmt.Fprintf(hash, "%q\n", parts) }
	around := w.renderer.surroundings
	write(around.language, around.tag, around.borders, around.outlining, w.page.Address, w.short, w.page.Kind == localKind)
	if w.local != nil {
		write(w.local.Label, w.local.Language, w.local.Text.HTML)
	}
	if w.page.Kind == "worksheet" {
		write(around.questions)
	}
	if !w.short {
		write(around.terms)
	}
	_, _ = hash.Write(w.source)
	return memoKey(hash.Sum(nil))
}

// surroundings are what texts of a locale depend on, summed up.
type surroundings struct {
	language, questions, terms, borders string
	// tag is the language that texts are marked with, "" for none.
	tag string
	// outlining says that outlines are wanted, too.
	outlining bool
}

func surroundingsOf(l *guide.Locale) surroundings {
	return surroundings{language: l.Language, questions: digestQuestions(l), terms: digestTerms(l.Terms()), borders: digestBorders(l.Lexicon)}
}

// digestBorders sums up how a lexicon parts words, in any order.
func digestBorders(lexicon map[string]guide.Word) string {
	var sum uint64
	hash := fnv.New64a()
	for _, word := range lexicon {
		if borders := word.Borders(); borders != "" {
			hash.Reset()
			_, _ = io.WriteString(hash, borders)
			sum += hash.Sum64()
		}
	}
	return strconv.FormatUint(sum, 16)
}

// digestQuestions sums up what worksheets show of the guide's questions.
func digestQuestions(l *guide.Locale) string {
	hash := sha256.New()
	for _, a := range l.Areas() {
		_, _ = fmt.Fprintf(hash, "%q %q\n", a.Name, a.Title)
	}
	for _, list := range [][]guide.Hidden{l.Hidden, l.Drafts} {
		for _, h := range list {
			_, _ = fmt.Fprintf(hash, "%q %q %d %q\n", h.Kind, h.Name, h.Number, h.File)
		}
		_, _ = io.WriteString(hash, "\n")
	}
	for _, q := range l.Questions() {
		area := ""
		if q.Area != nil {
			area = q.Area.Name
		}
		_, _ = fmt.Fprintf(hash, "%d %q %q %q\n", q.Number, q.Title, q.Short, area)
	}
	return string(hash.Sum(nil))
}

// digestTerms sums up what texts link to.
func digestTerms(terms []*guide.Term) string {
	hash := sha256.New()
	for _, term := range terms {
		_, _ = fmt.Fprintf(hash, "%q %q %q\n", term.Address, term.Title, term.Forms)
	}
	return string(hash.Sum(nil))
}
