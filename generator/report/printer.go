package report

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"strings"
)

// Values are what a message is filled with, by name. The type of a value says
// how it is written:
//
//	string   as it is, whatever it holds: a text, a path, a name
//	List     as names with commas between them
//	Code     as it is, whole: what is to be copied
//	Word     as the message of that name, in the language at hand
//	int      in digits
//	Decimal  with the decimal sign of the language
//	Bytes    as a size, in the language's unit
//
// What people wrote stays a string and so is never taken for a message. No more
// of a string or a List is shown than anybody reads.
type Values map[string]any

// List are names that a message shows.
type List []string

func (l List) String() string { return strings.Join(l, ", ") }

// Code is text that a message shows to be copied.
type Code string

// Word is the name of a message that stands inside of another, filled with the
// other values of that one: a word that each language has its own for.
type Word string

// Printer words messages in a language; the zero Printer does so in English.
type Printer struct {
	// Language is one of Languages.
	Language string
	// Program is how the program is called, for hints that name a command:
	// "go run ./generator" or "sparrausopas".
	Program string
	// Code is what stands before and behind code in place of backquotes, for
	// those who show it otherwise; those that a value has stay.
	Code string
}

// Message returns the message of a name. One that the catalogue lacks reads as its
// name, so that nothing is lost.
func (printer Printer) Message(name string, values Values) string {
	text, _ := printer.fill(printer.wording(name).text, values)
	return cmp.Or(text, name)
}

// Count says how many there are of something: the message NAME-one or
// NAME-many.
func (printer Printer) Count(name string, count int) string {
	ending := "-many"
	if count == 1 {
		ending = "-one"
	}
	return printer.Message(name+ending, Values{"count": count})
}

// Text says what is wrong.
func (printer Printer) Text(p Problem) string { return printer.Message(p.Rule, shortened(p.Values)) }

// Hint says what to do about it, "" if the text says it all.
func (printer Printer) Hint(p Problem) string { return printer.hint(p.Rule, shortened(p.Values)) }

// WithHint returns a message and its hint in one line.
func (printer Printer) WithHint(name string, values Values) string {
	if hint := printer.hint(name, values); hint != "" {
		return printer.Message(name, values) + ": " + hint
	}
	return printer.Message(name, values)
}

func (printer Printer) hint(name string, values Values) string {
	for _, hint := range printer.wording(name).hints {
		if text, whole := printer.fill(hint, values); whole {
			return text
		}
	}
	return ""
}

func (printer Printer) wording(name string) wording {
	return catalogues()[cmp.Or(printer.Language, "en")][name]
}

// hole is where a wording has a value. Braces with more than small letters in
// them, such as {#id}, are none.
var hole = regexp.MustCompile(`\{[a-z]*\}`)

// fill puts the values into a wording; whole is false if one is missing or
// empty.
func (printer Printer) fill(text string, values Values) (filled string, whole bool) {
	whole = true
	if printer.Code != "" {
		text = strings.ReplaceAll(text, "`", printer.Code)
	}
	filled = hole.ReplaceAllStringFunc(text, func(hole string) string {
		value := printer.value(strings.Trim(hole, "{}"), values)
		whole = whole && value != ""
		return value
	})
	return filled, whole
}

func (printer Printer) value(name string, values Values) string {
	switch value := values[name].(type) {
	case nil:
		switch name {
		case "program":
			return cmp.Or(printer.Program, "sparrausopas")
		case "voikko":
			return printer.Message(dictionaryHow(), nil)
		}
		return ""
	case Word:
		// Without itself, so that no two words call each other for ever.
		others := maps.Clone(values)
		delete(others, name)
		return printer.Message(string(value), others)
	case string:
		return short(value, longest)
	case List:
		return value.short().String()
	case Decimal:
		return printer.decimal(value)
	case Bytes:
		return printer.Size(int64(value))
	default:
		return fmt.Sprint(value)
	}
}
