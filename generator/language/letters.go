package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters are those of one word. There is room for the longest, so that taking
// a word apart takes no memory.
type letters struct {
	word  string
	count int
	// capital reports whether not all letters are small, marked that the word
	// has signs that aren't letters.
	capital, marked bool
	sounds          [longestWord]sound
	// places are where in the word the letters start, breaks whether it can be
	// parted there.
	places [longestWord]uint16
	breaks [longestWord]bool
}

// read takes the next letters in a row and gives their place in the text.
func (w *letters) read(text string, from int) (start, end int) {
	w.count, w.capital, w.marked = 0, false, false
	start = from
	for end = from; end < len(text); {
		r, size := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[end:])
		}
		if isWordLetter(r) {
			w.add(r, end-start)
			end += size
			continue
		}
		if w.count > 0 || w.marked {
			break
		}
		end += size
		start = end
	}
	w.word = text[start:end]
	return start, end
}

func (w *letters) add(r rune, place int) {
	if w.count >= longestWord || r >= utf8.RuneSelf && r != 'ä' && r != 'ö' && isMark(r) {
		w.marked = true
		return
	}
	w.capital = w.capital || r < 'a' || r >= utf8.RuneSelf && r != 'ä' && r != 'ö' && unicode.ToLower(r) != r
	w.sounds[w.count], w.places[w.count], w.breaks[w.count] = soundOf(r), uint16(place), false
	w.count++
}

// isLong reports whether a word is long and has letters alone.
func (w *letters) isLong() bool { return w.count >= longWord && !w.marked }

// part finds where the word can be parted, and reports whether it can.
func (w *letters) part(l Language, borders func(word string) string) bool {
	finnish := l.Tag == "fi"
	start := 0
	if borders != nil {
		lower := w.word
		if w.capital {
			lower = strings.ToLower(lower)
		}
		if marked := borders(lower); isMarked(lower, marked) {
			start = w.markBorders(marked, finnish)
		}
	}
	switch {
	case finnish:
		markSyllables(w.sounds[start:w.count], w.breaks[start:w.count])
	case l.Tag == "sv" && start == 0:
		w.markPatterns(swedishPatterns())
	}
	for _, can := range w.breaks[:w.count] {
		if can {
			return true
		}
	}
	return false
}

// isMarked reports whether marked is the word with borders in it.
func isMarked(word, marked string) bool {
	for ; marked != ""; marked = marked[1:] {
		if marked[0] == '|' {
			continue
		}
		if word == "" || word[0] != marked[0] {
			return false
		}
		word = word[1:]
	}
	return word == ""
}

// markBorders marks the borders of a compound, but for those that would part a
// single letter, and the syllables of all its parts but the last, whose start
// it gives.
func (w *letters) markBorders(marked string, syllables bool) int {
	start, end := 0, 0
	for _, r := range marked {
		if r != '|' {
			end++
			continue
		}
		if end < start+2 || end > w.count-2 {
			continue
		}
		if syllables {
			markSyllables(w.sounds[start:end], w.breaks[start:end])
		}
		w.breaks[end] = true
		start = end
	}
	return start
}

// append adds the word with its soft hyphens to out.
func (w *letters) append(out []byte) []byte {
	copied := 0
	for i, can := range w.breaks[:w.count] {
		if can {
			place := int(w.places[i])
			out = append(out, w.word[copied:place]...)
			out = append(out, "\u00ad"...)
			copied = place
		}
	}
	return append(out, w.word[copied:]...)
}
