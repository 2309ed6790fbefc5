package language

import (
	"maps"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// Hyphenator hyphenates texts that have many words in common, as Hyphenate
// does. It is safe for concurrent use.
type Hyphenator struct {
	language Language
	borders  func(word string) string
	// known are long runs of letters, as written, and how they are hyphenated.
	// Most of those asked for are in it, and it is read without a lock.
	known atomic.Pointer[map[string]string]

	mutex sync.Mutex
	// fresh are those that aren't in known yet, misses how often known lacked
	// one of them.
	fresh  map[string]string
	misses int
}

// Hyphenator makes a hyphenator; borders is that of Hyphenate.
func (l Language) Hyphenator(borders func(word string) string) *Hyphenator {
	h := &Hyphenator{language: l, borders: borders, fresh: map[string]string{}}
	h.known.Store(&map[string]string{})
	return h
}

// Soften returns a text as it is shown: with soft hyphens, and ranges that no
// line ends in.
func (h *Hyphenator) Soften(text string) string { return softened(keepRanges(text), h.hyphenate) }

// Append adds to out a text as Soften gives it.
func (h *Hyphenator) Append(out []byte, text string) []byte {
	text = keepRanges(text)
	out, copied := appendChanged(out, text, h.hyphenate)
	return append(out, text[copied:]...)
}

// SoftenHeading returns the text of a heading as it is shown: a word that fits
// on the next line goes there whole, so that only the longest ones get soft
// hyphens.
func (h *Hyphenator) SoftenHeading(text string) string {
	return softened(keepRanges(text), h.hyphenateLongest)
}

// AppendHeading adds to out a text as SoftenHeading gives it.
func (h *Hyphenator) AppendHeading(out []byte, text string) []byte {
	text = keepRanges(text)
	out, copied := appendChanged(out, text, h.hyphenateLongest)
	return append(out, text[copied:]...)
}

// lineOfHeading is how many letters of a heading a line of a phone has room for.
const lineOfHeading = 19

func (h *Hyphenator) hyphenateLongest(run string) string {
	if utf8.RuneCountInString(run) <= lineOfHeading {
		return run
	}
	return h.hyphenate(run)
}

func (h *Hyphenator) hyphenate(run string) string {
	if done, ok := (*h.known.Load())[run]; ok {
		return done
	}
	return h.learn(run)
}

// learn hyphenates a run that isn't known, and makes what is fresh known when
// that has been missed as often as there is to copy.
func (h *Hyphenator) learn(run string) string {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	done, ok := h.fresh[run]
	if !ok {
		// A copy, lest the whole text that the run stands in is kept; together,
		// for they are read together.
		both := run + h.language.hyphenateRun(run, h.borders)
		done = both[len(run):]
		h.fresh[both[:len(run)]] = done
	}
	h.misses++
	if known := *h.known.Load(); h.misses > len(known)+64 {
		all := maps.Clone(known)
		maps.Copy(all, h.fresh)
		h.known.Store(&all)
		clear(h.fresh)
		h.misses = 0
	}
	return done
}
