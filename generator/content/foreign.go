package content

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// foreign reports a file that is no plain text, by its first bytes, or no text
// in UTF-8: then with the first letter that can't be read, as its author wrote
// it. Text is as the file has it, unclean; one that is longer than it may be
// isn't looked at.
func foreign(name string, text []byte, limit int) report.Problems {
	if format := formatOf(text); format != "" {
		return report.Fault(name, "file-format", report.Values{"format": format, "ending": path.Ext(name)})
	}
	if len(text) > limit || utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 {
		return nil
	}
	decoded, encoding := language.Decode(text)
	source := report.Source{Name: name, Text: report.Clean([]byte(decoded))}
	at := len(report.Clean(text[:invalidAt(text)]))
	if encoding == language.UTF16 {
		at = max(bytes.IndexFunc(source.Text, func(r rune) bool { return r >= utf8.RuneSelf }), 0)
	}
	if encoding == "" {
		return report.Problems{source.At(at, "file-encoding", nil)}
	}
	problem := source.At(at, "file-encoding-old", report.Values{"encoding": encoding})
	// Who opens it sees it right, and saves it so.
	line, _, _ := bytes.Cut(source.Text[at:], []byte("\n"))
	problem.Fix = source.Fix(at, at+len(line), string(line))
	return report.Problems{problem}
}

// Decode reads a text in the encoding of an older program, ok is false for what is
// none.
func Decode(raw []byte) (text string, ok bool) {
	if formatOf(raw) != "" {
		return "", false
	}
	text, encoding := language.Decode(raw)
	return text, encoding != ""
}

// formatOf returns the name of the format of a file that is no plain text, by
// its first bytes; "" for all else.
func formatOf(text []byte) report.Word {
	for _, format := range []struct {
		start, has string
		name       report.Word
	}{
		{"PK\x03\x04", "word/", "format-word"},
		{"PK\x03\x04", "opendocument.text", "format-opendocument"},
		{"PK\x03\x04", "", "format-zip"},
		{"\xD0\xCF\x11\xE0", "", "format-word"},
		{`{\rtf`, "", "format-rtf"},
		{"%PDF-", "", "format-pdf"},
		{"\x89PNG", "", "format-picture"},
		{"\xFF\xD8\xFF", "", "format-picture"},
	} {
		if strings.HasPrefix(string(text[:min(len(text), 8)]), format.start) && bytes.Contains(text, []byte(format.has)) {
			return format.name
		}
	}
	return ""
}
