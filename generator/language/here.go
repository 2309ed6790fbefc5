package language

import "strings"

// PointsToPage returns the words by which a text points to another place of the
// page that it stands on, "" if it doesn't: where the text is shown without
// that page, they lead nowhere.
func (l Language) PointsToPage(text string) string {
	small := strings.ToLower(text)
	for _, words := range l.places() {
		if at := strings.Index(small, words); at >= 0 && len(small) == len(text) {
			return text[at : at+len(words)]
		}
	}
	return ""
}

func (l Language) places() []string {
	switch l.Tag {
	case "fi":
		return []string{"tämän sivun", "tällä sivulla", "tältä sivulta", "sivun lopussa", "sivun lopusta", "sivun alussa", "sivun alusta", "sivun alla", "jäljempänä", "edellä"}
	case "sv":
		return []string{"den här sidan", "denna sida", "slutet av sidan", "början av sidan", "sidans slut", "sidans början", "nedan", "ovan"}
	}
	return []string{"this page", "end of the page", "bottom of the page", "top of the page", "see below", "see above"}
}
