package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// slips finds what an author wrote nearly as it should be, so that its signs
// stay in the text. Code is left in peace.
func (w *walker) slips() {
	w.brackets(partedLink, "link-parted", "] (", "]\n(", "]\u00a0(")
	w.brackets(reversedLink, "link-reversed", ")[")
	w.languageMarks()
	w.stars()
	w.notes()
	w.lines()
	w.openNotes()
	w.foreignMarks()
}

// destination is how addresses of links begin or end. Brackets behind brackets
// can well mean something else.
const destination = `((?:https?://|mailto:|tel:|www\.|\.\.?/|#)[^()\[\]\s]+|[^()\[\]\s]+\.(?:md|html?|pdf|png|jpe?g|svg|docx?|xlsx?)(?:#[^()\[\]\s]*)?)`

var (
	partedLink   = regexp.MustCompile(`\[([^\[\]^][^\[\]]*)\][\s\x{a0}]+\(` + destination + `\)`)
	reversedLink = regexp.MustCompile(`\(([^()]+)\)\[` + destination + `\]`)
	languageMark = regexp.MustCompile(`\[([^\[\]]+)\] ?\{([^{}\n]*)\}`)
	languageTag  = regexp.MustCompile(`(?i)^\s*(?:lang)?\s*[=:]?\s*["”]?([a-z]{2})["”]?\s*$`)
	noteMark     = regexp.MustCompile(`(?m)(^ {0,3})?\[\^([^\[\]\n]+)\](:)?`)
)

// brackets finds links whose brackets don't stand as they should. Only a text
// with one of the signs can have any.
func (w *walker) brackets(pattern *regexp.Regexp, rule string, signs ...string) {
	if !w.prose.hasAny(signs...) {
		return
	}
	for _, at := range pattern.FindAllSubmatchIndex(w.prose.text, -1) {
		w.issue(at[0], rule, report.Values{"text": w.words(at[2], at[3]), "target": w.words(at[4], at[5])})
		w.mend(at[0], at[1], "["+w.whole[at[2]:at[3]]+"]("+w.whole[at[4]:at[5]]+")")
	}
}

// words returns what stands in the source, on one line.
func (w *walker) words(start, stop int) string {
	return strings.Join(strings.Fields(string(w.source[start:stop])), " ")
}

// languageMarks finds marks of a language that are none, such as {sv}.
func (w *walker) languageMarks() {
	if !w.prose.hasAny("]{", "] {") {
		return
	}
	for _, at := range languageMark.FindAllSubmatchIndex(w.prose.text, -1) {
		inner := string(w.prose.text[at[4]:at[5]])
		if bytes.HasPrefix(w.prose.text[at[3]:], langStart) || strings.HasPrefix(inner, "#") || strings.HasPrefix(inner, ".") {
			continue
		}
		values := report.Values{"text": w.words(at[2], at[3]), "mark": "{" + inner + "}"}
		tag := languageTag.FindStringSubmatch(inner)
		switch {
		case tag != nil && language.Known(strings.ToLower(tag[1])):
			values["tag"] = strings.ToLower(tag[1])
		case strings.ContainsAny(inner, "=:") || len(strings.Fields(inner)) != 1:
			continue
		}
		w.issue(at[0], "language-mark-form", values)
		if tag := values["tag"]; tag != nil {
			w.mend(at[0], at[1], "["+w.whole[at[2]:at[3]]+"]{lang="+tag.(string)+"}")
		}
	}
}

// stars finds bold text whose stars stay in the text: with a space on their
// inner side, or without one on the outer, or with nothing that ends it.
func (w *walker) stars() {
	stars := w.prose.stars
	for i := 0; i < len(stars); i++ {
		start := stars[i]
		rest, _, _ := strings.Cut(w.whole[start+2:], "\n\n")
		if w.letterAt(start - 1) {
			continue
		}
		if i+1 == len(stars) || stars[i+1] >= start+2+len(rest) {
			if rest != "" && !strings.ContainsAny(rest[:1], " \t\n*") {
				w.issue(start, "stars-open", report.Values{"text": w.words(start, start+2+len(rest))})
				line, _, _ := strings.Cut(rest, "\n")
				line = strings.TrimRight(line, " ")
				w.mend(start, start+2+len(line), "**"+line+"**")
			}
			continue
		}
		stop := stars[i+1]
		inner := w.whole[start+2 : max(stop, start+2)]
		if strings.TrimSpace(inner) == "" {
			continue
		}
		last := i+2 >= len(stars) || stars[i+2] >= start+2+len(rest)
		if spaced := strings.TrimSpace(inner) != inner; w.letterAt(stop+2) && (spaced && !last || w.letterAt(stop-1)) {
			continue
		}
		w.issue(start, "stars-stay", report.Values{"text": w.words(start+2, stop)})
		w.mendStars(start, stop)
		i++
	}
}

// mendStars puts stars right beside their words, and spaces outside of them.
func (w *walker) mendStars(start, stop int) {
	inner := w.whole[start+2 : stop]
	text := strings.TrimSpace(inner)
	at := strings.Index(inner, text)
	before, behind := inner[:at], inner[at+len(text):]
	if w.letterAt(stop+2) && behind == "" {
		behind = " "
	}
	if start > 0 && w.source[start-1] == ' ' {
		before = ""
	}
	if stop+2 < len(w.source) && w.source[stop+2] == ' ' {
		behind = ""
	}
	w.mend(start, stop+2, before+"**"+text+"**"+behind)
}

// letterAt reports whether a byte of the source belongs to a letter or a
// number.
func (w *walker) letterAt(at int) bool {
	if at < 0 || at >= len(w.source) {
		return false
	}
	for at > 0 && !utf8.RuneStart(w.source[at]) {
		at--
	}
	r, _ := utf8.DecodeRune(w.source[at:])
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// notes finds footnotes that nothing refers to, which don't show, and the
// marks of those that aren't there.
func (w *walker) notes() {
	if !w.prose.hasAny("[^") {
		return
	}
	written, named := map[string]int{}, map[string]int{}
	for _, at := range noteMark.FindAllSubmatchIndex(w.prose.text, -1) {
		list, label := named, string(w.prose.text[at[4]:at[5]])
		if at[2] >= 0 && at[6] >= 0 {
			list = written
		}
		if _, found := list[label]; !found {
			list[label] = at[0]
		}
	}
	w.without(named, written, "note-missing")
	w.without(written, named, "note-unused")
}

// without tells of the labels in a list that another lacks.
func (w *walker) without(list, other map[string]int, rule string) {
	for label, at := range list {
		if _, found := other[label]; !found {
			w.issue(at, rule, report.Values{"name": "[^" + label + "]"})
		}
	}
}
