package content

import (
	"net/url"
	"path"
	"reflect"
	"regexp"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Relinked is a link that Relink changed: its line, what its destination was and
// is, "" for a link that became plain text.
type Relinked struct {
	Line     int
	From, To string
}

// Relink returns the text of a page, with or without front matter, that goes from
// one file to another, and whose links lead to files that do: lead returns where
// the file at a path is now, or not to keep links to it, of which their texts
// stay. A path in a key that links to what isn't kept stays, too: that is for the
// author. All else stays byte for byte.
func Relink(from, to, text string, lead func(file string) (now string, keep bool)) (string, []Relinked) {
	at := func(destination string) (string, bool) { return leadFrom(from, to, destination, lead) }
	front, body := "", text
	if _, offset, problems := split(report.Source{Name: from, Text: []byte(text)}); problems == nil {
		front, body = text[:offset], text[offset:]
	}
	changed, led := relinkFront(front, at)
	below, ledBelow := markdown.Relink(body, at)
	for _, l := range ledBelow {
		led = append(led, markdown.Led{Offset: len(front) + l.Offset, From: l.From, To: l.To})
	}
	var list []Relinked
	for _, l := range led {
		list = append(list, Relinked{1 + strings.Count(text[:l.Offset], "\n"), l.From, l.To})
	}
	return changed + below, list
}

// leadFrom leads a destination that stands in a file elsewhere.
func leadFrom(from, to, destination string, lead func(string) (string, bool)) (string, bool) {
	address, err := url.Parse(destination)
	if err != nil || address.Scheme != "" || address.Host != "" || address.Path == "" || strings.HasPrefix(destination, "/") {
		return destination, true
	}
	file := path.Join(path.Dir(from), address.Path)
	now, keep := lead(file)
	if !keep || path.Join(path.Dir(to), address.Path) == now {
		return destination, keep
	}
	end := len(destination)
	if at := strings.IndexAny(destination, "?#"); at >= 0 {
		end = at
	}
	return escaped.Replace(guide.Relative(to, now)) + destination[end:], true
}

// tomlText finds the texts of front matter, those of several lines first.
var tomlText = regexp.MustCompile(`"""(?s:.*?)"""|'''(?s:.*?)'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'`)

// onlyPath is a text that is no more than the path of a page.
var onlyPath = regexp.MustCompile(`^[^\s\[\]()]+\.md(?:[?#]\S*)?$`)

// relinkFront does so in front matter, where texts are Markdown or paths.
func relinkFront(front string, at func(string) (string, bool)) (string, []markdown.Led) {
	var led []markdown.Led
	var out strings.Builder
	end := 0
	for _, place := range tomlText.FindAllStringIndex(front, -1) {
		quotes := len(front[place[0]:place[1]]) - len(strings.TrimLeft(front[place[0]:place[1]], `"'`))
		if quotes != 3 {
			quotes = 1
		}
		start, stop := place[0]+quotes, place[1]-quotes
		changed, found := relinkText(front[start:stop], at)
		if len(found) == 0 {
			continue
		}
		for _, l := range found {
			led = append(led, markdown.Led{Offset: start + l.Offset, From: l.From, To: l.To})
		}
		out.WriteString(front[end:start] + changed)
		end = stop
	}
	changed := out.String() + front[end:]
	_, old, _ := Front("", front)
	if _, now, err := Front("", changed); len(led) == 0 || err != nil || !reflect.DeepEqual(now, relinkValue(old, at)) {
		return front, nil
	}
	return changed, led
}

// relinkText does so in one text.
func relinkText(text string, at func(string) (string, bool)) (string, []markdown.Led) {
	if !onlyPath.MatchString(text) {
		return markdown.Relink(text, at)
	}
	to, keep := at(text)
	if !keep || to == text {
		return text, nil
	}
	return to, []markdown.Led{{From: text, To: to}}
}

// relinkValue does so in all texts of values.
func relinkValue(value any, at func(string) (string, bool)) any {
	switch value := value.(type) {
	case string:
		changed, _ := relinkText(value, at)
		return changed
	case []any:
		for i := range value {
			value[i] = relinkValue(value[i], at)
		}
	case []map[string]any:
		for i := range value {
			relinkValue(value[i], at)
		}
	case map[string]any:
		for name := range value {
			value[name] = relinkValue(value[name], at)
		}
	}
	return value
}
