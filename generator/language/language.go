// Package language holds what the program knows of the languages that a guide
// is written in: Finnish, Swedish and English. It turns text into addresses
// (Slug), into keys that sort as a dictionary of the language does (SortKeys)
// and the letters of its index (Initial), sets quotation marks, ranges and
// spaces that don't break (Typography, Spacing), finds words, parts texts for
// search (Tokens, Stem, Fold), puts soft hyphens into long words (Hyphenate),
// tells link texts that say nothing (SaysNothing) and words of another language
// (Other), and writes dates.
//
//	fi := language.For("fi")
//	fi.Slug("Yhteistyö ja tilat")         // yhteistyo-ja-tilat
//	fi.Typography(`"osa" 3-5, 22 §`)      // ”osa” 3–5, 22 § with a space that doesn't break
//	fi.Hyphenate("mahdollisuudesta", nil) // mah-dol-li-suu-des-ta with soft hyphens
//
// A tag that it doesn't know gets the rules of English under its own tag, so
// that a guide can be written in any language. It reads no files and knows no
// other package of the program.
package language

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/collate"
	xlanguage "golang.org/x/text/language"
)

// Quotes are the quotation marks of a language.
type Quotes struct{ OpenDouble, CloseDouble, OpenSingle, CloseSingle string }

// Language is the rules of one language. Make one with For.
type Language struct {
	// Tag is the BCP 47 tag, as it stands in the lang attribute of a page.
	Tag    string
	Quotes Quotes
	date   func(time.Time) string
	// point stands between hours and minutes.
	point string
}

// For returns the rules of the language with the BCP 47 tag.
func For(tag string) Language {
	switch tag {
	case "fi", "sv":
		return Language{tag, Quotes{"”", "”", "’", "’"}, numericDate, "."}
	default:
		return Language{tag, Quotes{"“", "”", "‘", "’"}, writtenDate, ":"}
	}
}

// Known reports whether tag is a BCP 47 tag. The parser also takes underlines,
// which browsers don't.
func Known(tag string) bool {
	_, err := xlanguage.Parse(tag)
	return err == nil && !strings.Contains(tag, "_")
}

// Date writes a day as the language does: 21.11.2026 in Finnish and in the
// Swedish of Finland, 21 November 2026 in English. The zero time gives "".
func (l Language) Date(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return l.date(day)
}

// Clock writes so long after midnight, or after a beginning, as the language
// does: 9.05 in Finnish and in the Swedish of Finland, 9:05 in English.
func (l Language) Clock(d time.Duration) string {
	return fmt.Sprintf("%d%s%02d", int(d.Hours()), l.point, int(d.Minutes())%60)
}

func numericDate(day time.Time) string { return day.Format("2.1.2006") }
func writtenDate(day time.Time) string { return day.Format("2 January 2006") }

// SortKeys returns a key for each text; keys compare bytewise as the texts do
// in a dictionary of the language (å, ä and ö after z in Finnish and Swedish),
// and numbers by their size.
func (l Language) SortKeys(texts []string) []string {
	collator := collate.New(xlanguage.Make(l.Tag), collate.IgnoreCase, collate.Numeric)
	var buffer collate.Buffer
	keys := make([]string, len(texts))
	for i, text := range texts {
		keys[i] = string(collator.KeyFromString(&buffer, text))
		buffer.Reset()
	}
	return keys
}
