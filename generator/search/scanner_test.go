package search

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// numerals are the digits of a number, from 0 to 25, but for the last one.
const numerals = "!#$%&'()*+,-./:;=>?@[]^_`{"

// scanner goes through numbers and words that stand together.
type scanner struct {
	t    *testing.T
	rest []uint16
}

func newScanner(t *testing.T, text string) *scanner {
	return &scanner{t, utf16.Encode([]rune(text))}
}

func (s *scanner) more() bool { return len(s.rest) > 0 }

func (s *scanner) sign() uint16 {
	if !s.more() {
		s.t.Fatal("the data ends in the middle of a number")
	}
	sign := s.rest[0]
	s.rest = s.rest[1:]
	return sign
}

func (s *scanner) number() int {
	for n := 0; ; {
		sign := rune(s.sign())
		if sign >= 'A' && sign <= 'Z' {
			return n*26 + int(sign-'A')
		}
		digit := strings.IndexRune(numerals, sign)
		if digit < 0 {
			s.t.Fatalf("%q is no digit", sign)
		}
		n = n*26 + digit
	}
}

func (s *scanner) word() string {
	s.t.Helper()
	end := slices.IndexFunc(s.rest, func(sign uint16) bool {
		return sign >= 'A' && sign <= 'Z' || strings.ContainsRune(numerals, rune(sign))
	})
	if end < 0 {
		s.t.Fatalf("no number behind %q", utf16.Decode(s.rest))
	}
	word := string(utf16.Decode(s.rest[:end]))
	s.rest = s.rest[end:]
	return word
}

// unquote reads the inside of a string as a script does.
func unquote(t *testing.T, source string) string {
	t.Helper()
	var out strings.Builder
	for source != "" {
		before, after, escaped := strings.Cut(source, `\`)
		if strings.ContainsAny(before, "\"\n\r") {
			t.Fatalf("a string ends in its middle: %.200q", before)
		}
		out.WriteString(before)
		if !escaped {
			break
		}
		switch source = after[1:]; after[0] {
		case 'n':
			out.WriteByte('\n')
		case 'r':
			out.WriteByte('\r')
		case 't':
			out.WriteByte('\t')
		case 'u':
			code, err := strconv.ParseUint(after[1:5], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			out.WriteRune(rune(code))
			source = after[5:]
		case '"', '\\', '/':
			out.WriteByte(after[0])
		default:
			t.Fatalf(`a string has \%c`, after[0])
		}
	}
	return out.String()
}
