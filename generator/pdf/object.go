package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// object is a value of a PDF: one of those below.
type object any

type (
	// name is a name without its slash.
	name string
	// text is a string of bytes.
	text string
	// token is a number, true, false or null as it stands in the file.
	token string
	// ref is a reference to the object of a number. What Chromium writes has no
	// generations.
	ref   int
	array []object
	dict  map[name]object
	// stream is data with what is said of it.
	stream struct {
		dict
		data []byte
	}
)

// number is a whole number as an object.
func number(n int) token { return token(strconv.Itoa(n)) }

// decimal is a number with at most two decimals, as an object.
func decimal(f float64) token {
	return token(strconv.FormatFloat(float64(int(f*100+0.5))/100, 'f', -1, 64))
}

// words is a text that people read, as an object.
func words(s string) text {
	if !bytes.ContainsFunc([]byte(s), func(r rune) bool { return r >= utf8.RuneSelf || r == utf8.RuneError || r < ' ' }) {
		return text(s)
	}
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return text(out)
}

// write writes an object. The keys of a dictionary come in the order of the
// alphabet, so that the same object is the same bytes.
func write(out *bytes.Buffer, o object) {
	switch o := o.(type) {
	case name:
		out.WriteString("/" + string(o))
	case text:
		writeText(out, string(o))
	case token:
		out.WriteString(string(o))
	case ref:
		fmt.Fprintf(out, "%d 0 R", o)
	case array:
		out.WriteByte('[')
		for i, item := range o {
			if i > 0 {
				out.WriteByte(' ')
			}
			write(out, item)
		}
		out.WriteByte(']')
	case dict:
		out.WriteString("<<")
		for _, key := range slices.Sorted(maps.Keys(o)) {
			out.WriteString("/" + string(key) + " ")
			write(out, o[key])
		}
		out.WriteString(">>")
	case stream:
		o.dict["Length"] = number(len(o.data))
		write(out, o.dict)
		out.WriteString("\nstream\n")
		out.Write(o.data)
		out.WriteString("\nendstream")
	}
}

// writeText writes a string so that it stays readable where it is plain.
func writeText(out *bytes.Buffer, s string) {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			fmt.Fprintf(out, "<%X>", s)
			return
		}
	}
	out.WriteByte('(')
	for i := range len(s) {
		if s[i] == '(' || s[i] == ')' || s[i] == '\\' {
			out.WriteByte('\\')
		}
		out.WriteByte(s[i])
	}
	out.WriteByte(')')
}
