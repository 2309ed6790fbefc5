package report

import (
	"testing"
	"time"
)

func TestEachLanguageWritesNumbersItsOwnWay(t *testing.T) {
	for _, c := range []struct {
		language, want string
		say            func(Printer) string
	}{
		{"fi", "4,5", func(printer Printer) string { return printer.value("a", Values{"a": Decimal{4.5, -1}}) }},
		{"sv", "3,20", func(printer Printer) string { return printer.value("a", Values{"a": Decimal{3.2, 2}}) }},
		{"en", "4.5", func(printer Printer) string { return printer.value("a", Values{"a": Decimal{4.5, -1}}) }},
		{"fi", "1,5 Mt", func(printer Printer) string { return printer.value("a", Values{"a": Bytes(1_500_000)}) }},
		{"sv", "1,5 MB", func(printer Printer) string { return printer.Size(1_500_000) }},
		{"en", "1 MB", func(printer Printer) string { return printer.Size(1_000_000) }},
		{"fi", "200 kt", func(printer Printer) string { return printer.Size(200_000) }},
		{"fi", "1,24 s", func(printer Printer) string { return printer.Seconds(1240 * time.Millisecond) }},
		{"en", "7", func(printer Printer) string { return printer.value("a", Values{"a": 7}) }},
	} {
		if got := c.say(Printer{Language: c.language}); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}

func TestALargerFileNeverReadsAsSmallAsItsLimit(t *testing.T) {
	if got := (Printer{}).Size(1_000_001); got != "1.1 MB" {
		t.Error(got)
	}
}
