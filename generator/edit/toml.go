package edit

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// inTOML writes a value as TOML, and returns it as it is read.
func inTOML(read Reader, value any) (written string, wanted any, ok bool) {
	switch value := value.(type) {
	case nil:
		return "", nil, true
	case string:
		written = quote(value)
	case bool:
		written = strconv.FormatBool(value)
	case int64:
		written = strconv.FormatInt(value, 10)
	case time.Time:
		written = value.Format(time.DateOnly)
	case []string:
		written = listOf(value, quote)
	case []int64:
		written = listOf(value, func(n int64) string { return strconv.FormatInt(n, 10) })
	default:
		return "", nil, false
	}
	_, values, err := read("+++\nvalue = " + written + "\n+++\n")
	return written, values["value"], err == nil && utf8.ValidString(fmt.Sprint(value))
}

func listOf[T any](list []T, write func(T) string) string {
	var items []string
	for _, item := range list {
		items = append(items, write(item))
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// quote writes a text between quotation marks, in one line.
func quote(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteString(`\` + string(r))
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\t':
			out.WriteString(`\t`)
		case unicode.IsControl(r):
			fmt.Fprintf(&out, `\u%04X`, r)
		default:
			out.WriteRune(r)
		}
	}
	return `"` + out.String() + `"`
}
