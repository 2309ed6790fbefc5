package language

import (
	"slices"
	"strings"
)

// SaysNothing tells of a link text that doesn't say where the link leads when
// it is read by itself, such as "tästä" or "read more".
func (l Language) SaysNothing(linkText string) bool {
	if len(linkText) > longestVague {
		return false
	}
	words := strings.Join(strings.FieldsFunc(strings.ToLower(linkText), func(r rune) bool { return !isWordLetter(r) }), " ")
	return words == "" && !hasDigit(linkText) || slices.Contains(l.vague(), words) && !hasDigit(linkText)
}

// longestVague is how many bytes a link text may have that is looked at: most
// are longer and say something.
const longestVague = 40

// vague are link texts that say nothing, in small letters and without signs.
func (l Language) vague() []string {
	switch l.Tag {
	case "fi":
		return []string{"tästä", "tästä linkistä", "täältä", "tätä kautta", "täällä", "tänne", "lue lisää", "lue", "lisää", "lukekaa lisää",
			"katso lisää", "katso", "katso tästä", "katso täältä", "klikkaa", "klikkaa tästä", "klikkaa tätä", "lisätietoa", "lisätietoja",
			"lisätietoa täältä", "linkki", "linkistä", "tämä linkki", "tästä lisää", "siirry", "siirry tästä", "jatka", "avaa", "lataa", "lataa tästä"}
	case "sv":
		return []string{"här", "läs mer", "läs mera", "läs mer här", "läs", "mer", "klicka", "klicka här", "se här", "länk", "länken",
			"den här länken", "mer information", "mera information", "mer info", "fortsätt", "öppna", "ladda ner", "ladda ner här"}
	}
	return []string{"here", "click", "click here", "read more", "read more here", "read", "more", "more info", "more information", "learn more",
		"see here", "see more", "link", "this link", "this page", "go", "continue", "open", "download", "download here"}
}
