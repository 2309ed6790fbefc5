package docx

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"text/template"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// words are what all documents of a locale share: the interface's words, how its
// language writes days, and the templates of what stands around a text.
type words struct {
	site *guide.Site
	// title is the guide's title in the language.
	title    string
	list     map[string]string
	language string
	rules    language.Language
	parts    *template.Template
}

func newWords(site *guide.Site, l *guide.Locale) *words {
	return &words{site, l.Title, l.Words, l.Language, language.For(l.Language), templates()}
}

// of returns a word with its values: "row", "2" for {row}.
func (w *words) of(name string, values ...string) string {
	for i, value := range values {
		values[i] = value
		if i%2 == 0 {
			values[i] = "{" + value + "}"
		}
	}
	return strings.NewReplacer(values...).Replace(w.list[name])
}

// view is what the address of a view has behind the page's.
func (w *words) view(name string) string { return cmp.Or(w.of("address-"+name), name) }

// minutes says how long something takes, "" for no time.
func (w *words) minutes(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%d\u00a0%s", int(d.Minutes()), w.of("minutes"))
}

// tag is the language's tag as Word writes it, with a country.
func tag(language string) string {
	switch language {
	case "fi":
		return "fi-FI"
	case "sv":
		return "sv-FI"
	case "en":
		return "en-GB"
	case "se":
		return "se-FI"
	}
	return language
}

// number returns a number as a text.
func number(n int) string { return strconv.Itoa(n) }

// joined joins what isn't empty.
func joined(parts ...string) string {
	var list []string
	for _, part := range parts {
		if part != "" {
			list = append(list, part)
		}
	}
	return strings.Join(list, " · ")
}
