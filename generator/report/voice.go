package report

import (
	"cmp"
	"maps"
	"strconv"
	"strings"
)

// Values are what a message is filled with, by name. A value that begins with
// @ is itself the name of a message, filled with the same values: a word that
// each language has its own for. Numbers that each language writes its own way
// come from Decimal and Bytes.
type Values map[string]string

// Voice words messages in a language. The zero voice speaks English.
type Voice struct {
	// Language is one of Languages.
	Language string
	// Program is how the program is called, for hints that name a command:
	// "go run ./generator" or "sparrausopas".
	Program string
}

// Say gives the message of a name. One that the catalogue lacks reads as its
// name, so that nothing is lost.
func (v Voice) Say(name string, values Values) string {
	text, _ := v.fill(v.wording(name).text, values)
	return cmp.Or(text, name)
}

// Count says how many there are of something: the message NAME-one or
// NAME-many.
func (v Voice) Count(name string, count int) string {
	if count == 1 {
		name += "-one"
	} else {
		name += "-many"
	}
	return v.Say(name, Values{"count": strconv.Itoa(count)})
}

// Text says what is wrong.
func (v Voice) Text(p Problem) string { return v.Say(p.Rule, p.Values) }

// Hint says what to do about it, "" if the text says it all.
func (v Voice) Hint(p Problem) string { return v.hint(p.Rule, p.Values) }

// Advise gives a message and its hint in one line.
func (v Voice) Advise(name string, values Values) string {
	if hint := v.hint(name, values); hint != "" {
		return v.Say(name, values) + ": " + hint
	}
	return v.Say(name, values)
}

func (v Voice) hint(name string, values Values) string {
	for _, hint := range v.wording(name).hints {
		if text, whole := v.fill(hint, values); whole {
			return text
		}
	}
	return ""
}

func (v Voice) wording(name string) wording {
	return catalogues()[cmp.Or(v.Language, "en")][name]
}

// fill puts the values into a wording; whole is false if one is missing or
// empty. Braces with more than small letters in them, such as {#id}, are no
// value.
func (v Voice) fill(text string, values Values) (filled string, whole bool) {
	whole = true
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		out.WriteString(before)
		if !found {
			return out.String(), whole
		}
		if !closed || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			out.WriteByte('{')
			text = rest
			continue
		}
		value := v.value(name, values)
		whole = whole && value != ""
		out.WriteString(value)
		text = after
	}
}

func (v Voice) value(name string, values Values) string {
	value, known := values[name]
	if name == "program" && !known {
		return cmp.Or(v.Program, "sparrausopas")
	}
	if text, ok := v.measure(value); ok {
		return text
	}
	inner, isName := strings.CutPrefix(value, "@")
	// A name that no message has is a text that someone wrote, such as an
	// address; and a message can't be filled with itself.
	if isName && v.wording(inner).text != "" && !strings.Contains(v.wording(inner).text, "{"+name+"}") {
		others := maps.Clone(values)
		delete(others, name)
		return v.Say(inner, others)
	}
	return value
}
