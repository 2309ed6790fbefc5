package markdown

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"sort"
	"unicode"

	"sparrausopas/generator/report"
)

// A text that was written is accounted for: what the marks left in it that
// readers see, and which of its words they don't. That finds what no other rule
// knows yet.

// part is a part of the source.
type part struct{ start, stop int }

// account tells of marks that stay in the words that were written, and of words
// between these that weren't, where nothing else is told of their paragraph.
func (w *walker) account() {
	told := make([]int, len(w.result.Issues))
	for i, issue := range w.result.Issues {
		told[i] = issue.Offset
	}
	slices.Sort(told)
	end := 0
	parts := slices.Concat(w.parts, w.prose.left)
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.start, b.start) })
	for _, p := range parts {
		w.lost(part{end, p.start}, told)
		end = max(end, p.stop)
	}
	w.lost(part{end, len(w.source)}, told)
	for _, p := range w.parts {
		w.left(p, told)
	}
	end = 0
	for _, p := range w.prose.unpaired {
		if around := w.paragraph(p.start); p.start >= end && !around.has(told) {
			w.issue(p.start, "mark-left", report.Values{"text": w.words(p.start, p.stop)})
			end = around.stop
		}
	}
}

// left tells of the first mark in each paragraph of a part.
func (w *walker) left(p part, told []int) {
	for p.start < p.stop {
		at, length := findMark(w.prose.text[:p.stop], p.start)
		if at < 0 {
			return
		}
		around := w.paragraph(at)
		if p.start = around.stop; !around.has(told) {
			w.issue(at, "mark-left", report.Values{"text": w.words(at, at+length)})
		}
	}
}

// paragraph is what stands between empty lines around a place of the source.
func (w *walker) paragraph(at int) part {
	around := part{0, len(w.source)}
	if start := bytes.LastIndex(w.source[:at], []byte("\n\n")); start >= 0 {
		around.start = start
	}
	if length := bytes.Index(w.source[at:], []byte("\n\n")); length >= 0 {
		around.stop = at + length
	}
	return around
}

// has reports whether one of the places, which are in order, is in a part.
func (p part) has(places []int) bool {
	i := sort.SearchInts(places, p.start)
	return i < len(places) && places[i] <= p.stop
}

// unshown is what stands between words and isn't shown, but has a meaning.
var unshown = regexp.MustCompile(`\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\[\]]*\]|\{[^{}\n]*\}|<[^<>]*>|\[\^[^\[\]\n]+\]:?|(?m:^[ >]{0,9}\[([^\[\]\n]+)\]:[^\n]*)`)

// lost tells of words in a part that nothing was written of.
func (w *walker) lost(p part, told []int) {
	if p.start >= p.stop || bytes.IndexFunc(w.source[p.start:p.stop], unicode.IsLetter) < 0 {
		return
	}
	end := p.start
	for _, at := range unshown.FindAllSubmatchIndex(w.source[p.start:p.stop], -1) {
		if w.losing(part{end, p.start + at[0]}, told) {
			return
		}
		end = p.start + at[1]
		if at[2] >= 0 && !w.labelled().named[labelOf(w.whole[p.start+at[2]:p.start+at[3]])] {
			w.tellLost(part{p.start + at[2] - len("["), end}, told)
			return
		}
	}
	w.losing(part{end, p.stop}, told)
}

// losing tells of a part from its first letter on, and reports whether it has
// one.
func (w *walker) losing(p part, told []int) bool {
	first := bytes.IndexFunc(w.source[p.start:max(p.start, p.stop)], unicode.IsLetter)
	if first >= 0 {
		w.tellLost(part{p.start + first, p.stop}, told)
	}
	return first >= 0
}

func (w *walker) tellLost(p part, told []int) {
	if !w.paragraph(p.start).has(told) {
		w.issue(p.start, "words-lost", report.Values{"text": w.words(p.start, p.stop)})
	}
}
