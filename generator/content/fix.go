package content

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// Who finds a fault in a key often knows what its author wanted to write: a fix
// writes that in its place and leaves all else of the file as it is.

// entry finds where a key stands, in the file that has it.
func (f *fields) entry(key string) (report.Source, report.Entry, bool) {
	h := f.holder(key)
	e, ok := h.source.Entry(h.at(key))
	return h.source, e, ok
}

// fixMost is how many bytes a file may have for its problems to have fixes: each
// looks through it, and holds what it changes.
const fixMost = 100_000

// fix makes the fix of a problem that is told of; nil if there is none.
type fix func() *report.Fix

// asLine writes a key and its value anew.
func (f *fields) asLine(key, line string) fix {
	return func() *report.Fix {
		s, e, ok := f.entry(key)
		if !ok || line == "" || strings.Contains(line, report.Asked) {
			return nil
		}
		return s.Fix(e.Start, e.ValueEnd, line)
	}
}

// asKey calls a key by another name.
func (f *fields) asKey(key, name string) fix {
	return func() *report.Fix {
		s, e, ok := f.entry(key)
		if at := strings.Index(string(s.Text[e.Start:max(e.Start, e.Value)]), key); ok && at >= 0 && name != "" && !f.has(name) {
			return s.Fix(e.Start+at, e.Start+at+len(key), name)
		}
		return nil
	}
}

// asValue changes what is written of a value.
func (f *fields) asValue(key string, change func(written string) string) fix {
	return func() *report.Fix {
		s, e, ok := f.entry(key)
		if !ok {
			return nil
		}
		written := string(s.Text[e.Value:e.ValueEnd])
		if changed := change(written); changed != written && changed != "" {
			return s.Fix(e.Value, e.ValueEnd, changed)
		}
		return nil
	}
}

// asTables doubles the brackets around the name of a list of tables.
func (f *fields) asTables(key string) fix {
	return func() *report.Fix {
		single := []byte("\n[" + key + "]\n")
		if at := bytes.Index(f.source.Text, single); at >= 0 && bytes.Count(f.source.Text, single) == 1 {
			return f.source.Fix(at+1, at+len(single)-1, "[["+key+"]]")
		}
		return nil
	}
}

// asOther names another thing in the place of one.
func (f *fields) asOther(key, name string, other any) fix {
	return f.asValue(key, func(written string) string {
		for _, quote := range []string{`"`, "'"} {
			to, _ := other.(string)
			if was := quote + name + quote; to != "" && !strings.ContainsAny(to, `"'\`) && strings.Contains(written, was) {
				return strings.Replace(written, was, quote+to+quote, 1)
			}
		}
		return ""
	})
}

// withKey writes a key into the table that lacks it, behind its last one, or a
// value to one that has none, of the form of an example. What it is its author is
// asked.
func (f *fields) withKey(key, example string) fix {
	return func() *report.Fix {
		value := report.Asked
		switch example[0] {
		case '"':
			value = `"` + report.Asked + `"`
		case '[':
			value = `["` + report.Asked + `"]`
		}
		if _, _, there := f.entry(key); there {
			return asked(f.asValue(key, func(string) string { return value })(), key)
		}
		start, end := f.lastLine()
		if start == end {
			return nil
		}
		whole := string(f.source.Text[start:end])
		return asked(f.source.Fix(start, end, whole+"\n"+key+" = "+value), key)
	}
}

// lastLine is where the last entry of a table stands, or the line above the first.
func (f *fields) lastLine() (start, end int) {
	text, _, _ := strings.Cut(string(f.source.Text), "\n+++")
	end, table := strings.Index(text+"\n", "\n"), ""
	if f.path == "" && !strings.HasPrefix(text, "+++") {
		end = 0
	}
	for e := range report.Entries(text) {
		if e.Path != "" && e.Value == 0 {
			table = e.Path
		}
		if e.Path != "" && table == f.path {
			start, end = e.Start, e.Start+len(strings.TrimRight(text[e.Start:e.End], "\n"))
		}
	}
	return start, end
}

// asked asks for the value of a key by its name in the form.
func asked(fix *report.Fix, key string) *report.Fix {
	if fix != nil && strings.Contains(fix.New, report.Asked) {
		fix.Ask = report.Word("form-" + key)
	}
	return fix
}

// moved moves a key out of a list of tables, above it.
func (f *fields) moved(path, list string) fix {
	return func() *report.Fix {
		s := f.source
		e, ok := s.Entry(path)
		heading := bytes.Index(s.Text, []byte("[["+list+"]]"))
		if !ok || heading < 0 || heading > e.Start {
			return nil
		}
		return s.Fix(heading, min(e.End, len(s.Text)), string(s.Text[e.Start:e.ValueEnd])+"\n\n"+string(s.Text[heading:e.Start]))
	}
}

// retyped returns a value as TOML in the type that is wanted, "" where it can't
// be told what was meant.
func retyped(found any, wanted report.Word) string {
	text := strings.TrimSpace(fmt.Sprint(found))
	said, isText := found.(string)
	list, _ := found.([]any)
	switch wanted {
	case "wanted-count", "wanted-whole":
		if n, err := strconv.Atoi(strings.TrimRight(text, ".")); err == nil && isText && n >= 0 {
			return strconv.Itoa(n)
		}
	case "wanted-numbers":
		if numbersAlone.MatchString(text) {
			return "[" + strings.Join(digitsOf.FindAllString(text, -1), ", ") + "]"
		}
	case "wanted-texts":
		if isText && !strings.ContainsAny(said, `"\`) {
			return `["` + strings.Join(commas.Split(strings.Trim(said, " ,;"), -1), `", "`) + `"]`
		}
	case "type-truth":
		return truths()[strings.ToLower(text)]
	case "type-text":
		if len(list) == 1 {
			found = list[0]
		}
		if _, ok := found.(int64); ok || len(list) == 1 {
			return strconv.Quote(fmt.Sprint(found))
		}
	}
	return ""
}

var (
	digitsOf     = regexp.MustCompile(`\d+`)
	numbersAlone = regexp.MustCompile(`^\[?\d+(?:[\s,;]+\d+)*\]?$`)
	commas       = regexp.MustCompile(`\s*[,;]\s*`)
)

// lessOne returns a list without the last of the items that are a value.
func lessOne(written, value string) string {
	item := regexp.MustCompile(`"` + regexp.QuoteMeta(value) + `"|'` + regexp.QuoteMeta(value) + `'|\b` + regexp.QuoteMeta(value) + `\b`)
	all := item.FindAllStringIndex(written, -1)
	if len(all) < 2 {
		return ""
	}
	last := all[len(all)-1]
	return strings.TrimRight(strings.TrimRight(written[:last[0]], " \t\n"), ",") + written[last[1]:]
}

// ordinal is a number with a dot that a text between quotes begins with.
var ordinal = regexp.MustCompile(`(["'])(\d{1,9})([.)]\s)`)

// escapedOrdinals puts a backslash behind the numbers that texts begin with.
func escapedOrdinals(written string) string {
	return ordinal.ReplaceAllStringFunc(written, func(found string) string {
		m := ordinal.FindStringSubmatch(found)
		backslash := `\\`
		if m[1] == "'" {
			backslash = `\`
		}
		return m[1] + m[2] + backslash + m[3]
	})
}
