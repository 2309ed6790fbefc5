package content

import (
	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// shown reads a key whose text readers see as it is: it is no Markdown, but a
// backslash makes a sign plain as it does there, so that "7\\. luokka" may be
// written everywhere.
func (f *fields) shown(rules language.Language, key string) string {
	text := f.text(key)
	if mark := markdown.LeftMark(text); mark != "" {
		f.problem(key, "mark-left", report.Values{"text": mark})
	}
	return markdown.Plain(rules, text)
}
