package theme

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// opas loads the theme of this guide as it stands in the project.
func opas(t *testing.T) *Theme {
	t.Helper()
	look, err := Load(os.DirFS("../.."), []string{"themes/opas"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return look
}

func TestThemeOfTheGuidePassesAllItsPairs(t *testing.T) {
	look := opas(t)
	pairs, _, problems := look.pairs()
	list, more := meetings(looksOf(look.declarations()), pairs)
	if len(problems)+len(more) > 0 || len(pairs) < 20 || len(list) < 3*len(pairs) {
		t.Fatalf("%d pairs meet %d times: %v %v", len(pairs), len(list), problems, more)
	}
	slices.SortFunc(list, func(a, b meeting) int {
		if a.ratio()/a.pair.ratio < b.ratio()/b.pair.ratio {
			return -1
		}
		return 1
	})
	for i, m := range list {
		if !m.passes() {
			t.Errorf("%s on %s has %.2f in %s", m.text, m.background, twoDigits(m.ratio()), m.look.name())
		}
		if i < 12 {
			t.Logf("%s on %s: %.2f of %g in %s", m.text, m.background, twoDigits(m.ratio()), m.pair.ratio, m.look.name())
		}
	}
}

// aColour is anything in a style that is one, but for those of the reader's
// system and words like currentcolor that take on another.
var aColour = regexp.MustCompile(`(?i)#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|(?:^|[\s:,(])(?:white|black|gr[ae]y|red|green|blue|yellow)\b`)

func TestEachColourOfTheThemeStandsInItsFileOfPairs(t *testing.T) {
	look := opas(t)
	pairs, alone, _ := look.pairs()
	found := 0
	for _, d := range look.declarations() {
		if !aColour.MatchString(d.value) {
			continue
		}
		found++
		if !slices.Contains(alone, d.name) && !slices.ContainsFunc(pairs, func(p pair) bool { return p.has(d.name) }) {
			t.Errorf("%v", d.problem("contrast-value", nil).Place.String()+": --"+d.name+" is in no pair: say in contrast.txt what it meets, or none and why")
		}
	}
	if found < 20 {
		t.Errorf("only %d colours are found", found)
	}
}

// TestStylesTakeTheirColoursFromTokens looks for colours that nobody computes
// the contrast of. On paper black and greys may stand as they are; so may
// shadows.
func TestStylesTakeTheirColoursFromTokens(t *testing.T) {
	look := opas(t)
	for _, name := range look.names(assetsDir) {
		if !strings.HasSuffix(name, ".css") || strings.HasSuffix(name, printFile) {
			continue
		}
		text := withoutComments(look.files[name].Text)
		for _, span := range screenRules(string(text)) {
			for _, declared := range strings.Split(span, ";") {
				property, value, _ := strings.Cut(declared, ":")
				property = strings.TrimSpace(property)
				free := strings.HasPrefix(property, "--") || property == "box-shadow" || property == "print-color-adjust"
				if !free && aColour.MatchString(value) {
					t.Errorf("%s: %q has a colour of its own: make it a token with a pair in contrast.txt", look.files[name].Name, strings.TrimSpace(declared))
				}
			}
		}
	}
}

// screenRules returns what stands between the braces of the innermost rules
// that aren't for paper.
func screenRules(text string) []string {
	var rules []string
	var open []string
	start := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			open = append(open, text[start:i])
			start = i + 1
		case '}':
			if !strings.Contains(strings.Join(open, " "), "print") {
				rules = append(rules, text[start:i])
			}
			open = open[:max(0, len(open)-1)]
			start = i + 1
		}
	}
	return rules
}
