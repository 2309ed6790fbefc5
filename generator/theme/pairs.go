package theme

import (
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// contrastFile is the file of the theme that says which colours meet.
const contrastFile = "contrast.txt"

// pair is a line of it: colours that meet, and the least contrast between
// them.
type pair struct {
	text, background string
	ratio            float64
	line             int
}

// has reports whether a token is one of the two.
func (p pair) has(name string) bool { return p.text == name || p.background == name }

// pairs reads the pairs of the theme. Alone are the tokens that need none.
func (t *Theme) pairs() (pairs []pair, alone []string, problems report.Problems) {
	source := t.files[contrastFile]
	for i, line := range strings.Split(string(report.Clean(source.Text)), "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		switch p, ok := pairOf(words, i+1); {
		case len(words) == 0:
		case len(words) == 2 && words[1] == "none":
			alone = append(alone, words[0])
		case ok:
			pairs = append(pairs, p)
		default:
			problems = append(problems, source.AtLine(i+1, 1, "contrast-line", nil))
		}
	}
	return pairs, alone, problems
}

func pairOf(words []string, line int) (pair, bool) {
	if len(words) != 3 {
		return pair{}, false
	}
	ratio, err := strconv.ParseFloat(words[2], 64)
	return pair{words[0], words[1], ratio, line}, err == nil && ratio >= 1 && ratio <= 21
}

// checkPairs finds tokens in pairs that no style sets.
func (t *Theme) checkPairs(pairs []pair, all []declaration) report.Problems {
	known := report.Names(all, func(d declaration) string { return d.name })
	slices.Sort(known)
	known = slices.Compact(known)
	var problems report.Problems
	for _, p := range pairs {
		for _, name := range []string{p.text, p.background} {
			if !slices.Contains(known, name) {
				problems = append(problems, t.files[contrastFile].AtLine(p.line, 1, "contrast-token",
					report.Values{"name": name, "suggestion": report.Nearest(name, known)}))
			}
		}
	}
	return problems
}
