package content

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// synonymsLimit is the most that a file of synonyms may hold, in bytes: more
// than anybody writes by hand.
const synonymsLimit = 1_000_000

// SynonymsFile returns the path of a language's synonyms in the project's
// folder.
func SynonymsFile(language string) string { return path.Join(contentDir, language, "synonyms.txt") }

// loadSynonyms reads the synonyms of a language out of all layers. Groups that
// have a word in common are one.
func loadSynonyms(layers []Layer, language string) (all [][]string, problems report.Problems) {
	joined := &senses{at: map[string]int{}}
	problems = inLayers(slices.All(layers), SynonymsFile(language), upTo(synonymsLimit), func(source report.Source) report.Problems {
		s := synonyms{source: source, lines: map[string]int{}}
		for line := range strings.Lines(string(source.Text)) {
			s.number++
			// What stands behind # is a comment.
			line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), "#")
			if strings.TrimSpace(line) != "" {
				s.readGroup(line)
			}
		}
		for _, group := range s.groups {
			joined.add(group)
		}
		return s.problems
	})
	return joined.all(), problems
}

// senses are groups of words that mean the same.
type senses struct {
	groups [][]string
	// at is the group of a word.
	at map[string]int
}

// add adds a group, made one with those that have a word of it, in the place of
// the first.
func (s *senses) add(group []string) {
	place := len(s.groups)
	var joined []int
	for _, word := range group {
		if at, known := s.at[word]; known && !slices.Contains(joined, at) {
			joined = append(joined, at)
			place = min(place, at)
		}
	}
	slices.Sort(joined)
	var all []string
	for _, at := range joined {
		all = append(all, s.groups[at]...)
		s.groups[at] = nil
	}
	if place == len(s.groups) {
		s.groups = append(s.groups, nil)
	}
	for _, word := range group {
		if _, known := s.at[word]; !known {
			all = append(all, word)
			s.at[word] = place
		}
	}
	for _, word := range all {
		s.at[word] = place
	}
	s.groups[place] = all
}

// all are the groups that there are.
func (s *senses) all() [][]string {
	return slices.DeleteFunc(s.groups, func(group []string) bool { return group == nil })
}

// synonyms are the groups of a file while it is read.
type synonyms struct {
	source report.Source
	number int
	// lines are the lines that words stand in.
	lines    map[string]int
	groups   [][]string
	problems report.Problems
}

// problem reports what is wrong at a byte of the line at hand.
func (s *synonyms) problem(line string, at int, rule string, values report.Values) {
	s.problems.Add(s.source.Name, rule, func() report.Problem {
		return s.source.AtLine(s.number, utf8.RuneCountInString(line[:at])+1, rule, values)
	})
}

// readGroup reads a line of words with = between.
func (s *synonyms) readGroup(line string) {
	var group []string
	start := 0
	for item := range strings.SplitSeq(line, "=") {
		if word := s.readWord(line, start, item); word != "" {
			group = append(group, word)
		}
		start += len(item) + len("=")
	}
	if !strings.Contains(line, "=") {
		s.problem(line, indent(line), "synonyms-single", nil)
		return
	}
	s.groups = append(s.groups, group)
}

// readWord reads a word or phrase that starts at a byte of a line, "" if
// something is wrong with it.
func (s *synonyms) readWord(line string, start int, item string) string {
	word := language.Plain(item)
	wrong := notSearched(item)
	first, twice := s.lines[word]
	switch {
	case word == "":
		// The mark stands at the = before it, or at the line's start.
		s.problem(line, max(start-len("="), 0), "synonyms-empty", nil)
	case wrong >= 0:
		r, _ := utf8.DecodeRuneInString(item[wrong:])
		s.problem(line, start+wrong, "synonyms-letter", report.Values{"word": word, "letter": string(r)})
	case twice:
		s.problem(line, start+indent(item), "synonyms-twice", report.Values{"word": word, "line": first})
	default:
		s.lines[word] = s.number
		return word
	}
	return ""
}

func indent(text string) int { return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace)) }

// notSearched returns the place of a sign that no word to search for has, or of
// the first where none is a letter or a digit; else -1. Marks are parts of
// letters.
func notSearched(item string) int {
	known := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	wrong := strings.IndexFunc(item, func(r rune) bool {
		return r != '-' && !known(r) && !unicode.IsMark(r) && !unicode.IsSpace(r)
	})
	if wrong < 0 && !strings.ContainsFunc(item, known) {
		return indent(item)
	}
	return wrong
}
