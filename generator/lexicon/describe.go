package lexicon

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
)

// describe merges the dictionary's analyses of a form into one description.
func describe(form string, all []analysis) guide.Word {
	var lemmas, compound []string
	var borders []int
	for i, a := range likely(all) {
		if !slices.Contains(lemmas, a.lemma) {
			lemmas = append(lemmas, a.lemma)
		}
		own := places(form, a.structure)
		for _, part := range parts(a.bases, own) {
			if !slices.Contains(compound, part) {
				compound = append(compound, part)
			}
		}
		if i == 0 {
			borders = own
		}
		borders = slices.DeleteFunc(borders, func(place int) bool { return !slices.Contains(own, place) })
	}
	slices.Sort(lemmas)
	return guide.NewWord(lemmas, compound, mark(form, borders))
}

// likely returns the analyses with the fewest parts, without names if there are
// others.
func likely(all []analysis) []analysis {
	words := slices.DeleteFunc(slices.Clone(all), analysis.isName)
	if len(words) == 0 {
		words = slices.Clone(all)
	}
	fewest := math.MaxInt
	for _, a := range words {
		fewest = min(fewest, a.borders())
	}
	return slices.DeleteFunc(words, func(a analysis) bool { return a.borders() > fewest })
}

// places returns after how many letters a form has borders, from a structure
// like =ppppp=pppppp. A structure of another length has none.
func places(form, structure string) []int {
	var list []int
	letters := 0
	for _, r := range structure {
		if r != '=' {
			letters++
		} else if letters > 0 {
			list = append(list, letters)
		}
	}
	if letters != utf8.RuneCountInString(form) {
		return nil
	}
	return list
}

// mark puts | at the borders, but not beside a hyphen, which shows a border by
// itself.
func mark(form string, places []int) string {
	letters := []rune(form)
	var out strings.Builder
	for i, r := range letters {
		if i > 0 && slices.Contains(places, i) && letters[i-1] != '-' && r != '-' {
			out.WriteByte('|')
		}
		out.WriteRune(r)
	}
	if out.Len() == len(form) {
		return ""
	}
	return out.String()
}

// base is a stem with its lemma; the lemma of an ending begins with +.
type base struct{ stem, lemma string }

// readBases parses +työn(työ)+teki(tehdä)+jä(+jä).
func readBases(text string) []base {
	var list []base
	for text != "" {
		text = strings.TrimPrefix(text, "+")
		end := strings.IndexAny(text, "+(")
		if end < 0 {
			return append(list, base{text, text})
		}
		b := base{text[:end], text[:end]}
		text = text[end:]
		if text[0] == '(' {
			b.lemma, text, _ = strings.Cut(text[1:], ")")
		}
		list = append(list, b)
	}
	return list
}

// parts returns the lemmas of a compound's parts; borders are those of the
// form.
func parts(bases string, borders []int) []string {
	if len(borders) == 0 {
		return nil
	}
	var groups [][]base
	letters := 0
	for _, b := range readBases(bases) {
		if len(groups) == 0 || slices.Contains(borders, letters) {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], b)
		letters += utf8.RuneCountInString(b.stem)
	}
	if len(groups) == 1 && len(groups[0]) == 1 {
		// The dictionary has the compound as one word: yhteen=veto.
		return several(strings.Split(groups[0][0].lemma, "="))
	}
	var list []string
	for _, group := range groups {
		list = append(list, lemmaOf(group))
	}
	return several(list)
}

// several returns the parts that are words. It returns none for a single part,
// which is the word itself.
func several(list []string) []string {
	list = slices.DeleteFunc(list, func(part string) bool { return strings.Trim(part, "-") == "" })
	if len(list) < 2 {
		return nil
	}
	return list
}

// lemmaOf returns the lemma of a part: that of its stem or, if endings derive
// another word from it (teki + jä), the stems with the lemma of the last
// ending.
func lemmaOf(group []base) string {
	group = slices.DeleteFunc(slices.Clone(group), func(b base) bool { return b.stem == "-" })
	switch len(group) {
	case 0:
		return ""
	case 1:
		return strings.ReplaceAll(group[0].lemma, "=", "")
	}
	last := len(group) - 1
	stems := ""
	for _, b := range group[:last] {
		stems += b.stem
	}
	ending := strings.TrimPrefix(group[last].lemma, "+")
	if strings.HasSuffix(group[last].stem, ending) {
		ending = group[last].stem
	}
	return stems + ending
}
