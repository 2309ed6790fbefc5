package edit

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// Reader reads the front matter of a text: what stands between its lines of +++,
// which begins with the text's second line, and its keys. The error says why it
// can't be read. It is that of package content, so that there is one opinion on
// what a text means; here it is known where each key stands, and what is written
// is read again before it goes to anybody.
type Reader func(text string) (front string, values map[string]any, err error)

// SetKey writes the value of one key into the text of a page and nothing else:
// order, comments and form of all other keys stay byte for byte. The key is a
// path: "minutes", "agenda.2.minutes" for the third [[agenda]]. A new one comes
// last in its table; nil takes it away. A list of tables in one value is written as
// tables first, see apart. Values are texts, truths, whole numbers,
// days and lists of texts or numbers. A text that can't be read, or in which the
// key can't be set without another being touched, is refused with an error.
func SetKey(read Reader, text, key string, value any) (string, error) {
	return surgery(read, text, key, func(front string, values map[string]any) (string, bool) {
		parent, name := parentOf(values, key)
		written, wanted, ok := inTOML(read, value)
		if parent == nil || !ok || !plainKey.MatchString(name) {
			return "", false
		}
		if found, there := parent[name]; there && reflect.DeepEqual(found, wanted) || !there && value == nil {
			return front, true
		}
		if parent[name] = wanted; value == nil {
			delete(parent, name)
		}
		list, _, inRow := strings.Cut(key, ".")
		if inRow {
			front = apart(front, list)
		}
		return replaceKey(front, key, written), true
	})
}

// plainKey is a key that needs no quotes.
var plainKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// surgery changes the front matter of a text. Change gets what is in it, and
// makes of the values what they are to be; if the changed text doesn't read so,
// nothing is changed.
func surgery(read Reader, text, key string, change func(front string, values map[string]any) (string, bool)) (string, error) {
	text = string(report.Clean([]byte(text)))
	front, values, err := read(text)
	if err != nil {
		return "", err
	}
	start := strings.Index(text, "\n") + 1
	changed, ok := change(front, values)
	whole := text[:start] + changed + text[start+len(front):]
	if again, got, err := read(whole); !ok || err != nil || again != changed || !reflect.DeepEqual(got, values) {
		return "", &report.Refusal{Rule: "edit-key", Values: report.Values{"key": key}}
	}
	return whole, nil
}

// parentOf finds the table that a key is in, nil if there is none, and its name
// there.
func parentOf(values map[string]any, key string) (parent map[string]any, name string) {
	parts := strings.Split(key, ".")
	for len(parts) > 1 && values != nil {
		switch found := values[parts[0]].(type) {
		case map[string]any:
			values, parts = found, parts[1:]
			continue
		case []map[string]any:
			if at, err := strconv.Atoi(parts[1]); err == nil && at >= 0 && at < len(found) && len(parts) > 2 {
				values, parts = found[at], parts[2:]
				continue
			}
		}
		return nil, ""
	}
	return values, parts[0]
}

// replaceKey writes a value in TOML to a key, "" for none.
func replaceKey(front, key, value string) string {
	dot := strings.LastIndexByte(key, '.')
	table, name := key[:max(0, dot)], key[dot+1:]
	current, last := "", 0
	for e := range report.Entries(front) {
		isHeading := e.Value == 0
		switch {
		case e.Path == key && !isHeading && value == "":
			return front[:lineStart(front, e.Start)] + front[e.End:]
		case e.Path == key && !isHeading:
			return front[:e.Value] + like(front[e.Value:e.ValueEnd], value) + front[e.ValueEnd:]
		case isHeading:
			current = e.Path
		}
		if current == table {
			last = e.End
		}
	}
	return front[:last] + name + " = " + value + "\n" + front[last:]
}

func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// like writes a list over as many lines as the one whose place it takes.
func like(old, value string) string {
	if !strings.HasPrefix(old, "[\n") || !strings.HasPrefix(value, `["`) {
		return value
	}
	line, _, _ := strings.Cut(old[2:], "\n")
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	return "[\n" + indent + strings.Join(quoted.FindAllString(value, -1), ",\n"+indent) + ",\n]"
}

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
