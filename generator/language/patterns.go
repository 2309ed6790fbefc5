package language

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// Swedish words are parted by the patterns that Jan Michael Rynning made for
// TeX (svhyph.tex, as he published it, under the LaTeX Project Public License),
// as Liang's method has it: a pattern such as a1b2c says how well a word can be
// parted between the letters, and the greatest number there counts. It can be
// parted where that is odd.

//go:embed svhyph.tex
var swedishFile string

// ownSwedish are patterns for compounds of guides that those of TeX part wrong
// or not at all.
const ownSwedish = `.kommu8n9in kommun9st invånar9e8n8kä medborgar9i8n9sti tillbaka9d skrifts9p hets9k hets9s områdes9st beslut8s9t
	ungdoms9l löftes9k ekonomi9p frivillig9u småbarns9p arbets9t distan8s9 .sam9p vecko9p klient9r klient9o patient9o gemenskap8s9e
	.när9om utvecklar9k8l hobby9g grupp9i8n grän8s9ö respon8s9e8n licens9t sparring9g service9s gatu9p biblioteks9k välfärds9k`

// patterns are numbers between letters, as digits, by the letters.
type patterns map[string]string

// longestPattern is how many letters the longest of the patterns has.
const longestPattern = 13

var swedishPatterns = sync.OnceValue(func() patterns {
	_, text, _ := strings.Cut(swedishFile, "\\patterns{")
	text, _, _ = strings.Cut(text, "}")
	all := patterns{}
	for pattern := range strings.FieldsSeq(strings.NewReplacer("^^e4", "ä", "^^e5", "å", "^^e9", "é", "^^f6", "ö").Replace(text + ownSwedish)) {
		letters, levels := "", "0"
		for _, r := range pattern {
			if r < 128 && isDigit(byte(r)) {
				levels = levels[:len(levels)-1] + string(r)
				continue
			}
			letters, levels = letters+string(r), levels+"0"
		}
		all[letters] = levels
	}
	return all
})

// foreignVowels are what Finnish words have, such as names of sources, and no
// Swedish ones.
var foreignVowels = regexp.MustCompile(`aa|ii|uu|yy|ää|öö`)

// markPatterns marks where patterns part a word. Three letters stay together at
// either end.
func (w *letters) markPatterns(all patterns) {
	word := []rune("." + strings.ToLower(w.word) + ".")
	if foreignVowels.MatchString(string(word)) {
		return
	}
	levels := make([]byte, len(word)+1)
	for start := range word {
		for end := start + 1; end <= min(len(word), start+longestPattern); end++ {
			for i, level := range []byte(all[string(word[start:end])]) {
				levels[start+i] = max(levels[start+i], level)
			}
		}
	}
	for i := 3; i <= w.count-3 && len(word) == w.count+2; i++ {
		w.breaks[i] = w.breaks[i] || levels[i+1]%2 == 1
	}
}
