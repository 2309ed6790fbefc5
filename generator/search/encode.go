package search

import (
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// digits are those of a number but the last one, which is a capital letter.
const (
	radix  = 26
	digits = "!#$%&'()*+,-./:;=>?@[]^_`{"
)

// number writes a number so that it can stand beside letters: the higher
// digits first, and a capital letter for the last.
func number(out []byte, n int) []byte {
	if n >= radix {
		out = high(out, n/radix)
	}
	return append(out, byte('A'+n%radix))
}

func high(out []byte, n int) []byte {
	if n >= radix {
		out = high(out, n/radix)
	}
	return append(out, digits[n%radix])
}

// encodeForms writes the forms with their lemmas.
func (v *vocabulary) encodeForms() []byte {
	var out []byte
	before, next := "", 0
	for _, f := range v.forms {
		shared := sharedPrefix(before, f.text)
		out = number(out, units(f.text[:shared]))
		out = append(out, f.text[shared:]...)
		before = f.text
		for i, lemma := range f.lemmas {
			more := 0
			if i < len(f.lemmas)-1 {
				more = 1
			}
			out = number(out, 2*(next-lemma)+more)
			next = max(next, lemma+1)
		}
	}
	return out
}

// sharedPrefix returns how many bytes of whole letters two words begin with.
func sharedPrefix(a, b string) int {
	shared := 0
	for shared < len(a) && shared < len(b) && a[shared] == b[shared] {
		shared++
	}
	for shared > 0 && shared < len(b) && !utf8.RuneStart(b[shared]) {
		shared--
	}
	return shared
}

// units counts the letters of a text as a script does, in units of UTF-16.
func units(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// encodeLemmas writes a letter for each lemma; frequencies are the numbers of
// sections that they stand in.
func (v *vocabulary) encodeLemmas(frequencies []int) []byte {
	out := make([]byte, len(v.lemmas))
	for i, lemma := range v.lemmas {
		first := byte('a')
		if lemma.sure {
			first = 'A'
		}
		out[i] = first + byte(bits.Len(uint(frequencies[i])))
	}
	return out
}

// encodeParts writes which lemmas count for which others.
func (v *vocabulary) encodeParts() []byte {
	var out []byte
	last := 0
	for i, lemma := range v.lemmas {
		if len(lemma.weak) == 0 {
			continue
		}
		out = number(out, i-last)
		last = i
		out = number(out, len(lemma.weak))
		for _, other := range lemma.weak {
			out = number(out, other)
		}
	}
	return out
}

// encodePostings writes a lemma's list: sections and impacts.
func encodePostings(out []byte, list []uint32, frequency int) []byte {
	out = number(out, frequency)
	last := 0
	for _, posting := range list {
		section := int(posting >> impactBits)
		out = number(out, section-last)
		last = section
		out = append(out, impactSign(posting&steps))
	}
	return out
}

// impactSign writes an impact from 1 to 63 as one of the signs from # on. It
// leaves out < and the backslash, which a script would have to write longer.
func impactSign(impact uint32) byte {
	sign := byte('#' - 1 + impact)
	if sign >= '<' {
		sign++
	}
	if sign >= '\\' {
		sign++
	}
	return sign
}
