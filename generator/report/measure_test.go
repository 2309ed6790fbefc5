package report

import (
	"testing"
	"time"
)

func TestEachLanguageWritesNumbersItsOwnWay(t *testing.T) {
	for _, c := range []struct {
		language, want string
		say            func(Voice) string
	}{
		{"fi", "4,5", func(v Voice) string { return v.value("a", Values{"a": Decimal{4.5, -1}}) }},
		{"sv", "3,20", func(v Voice) string { return v.value("a", Values{"a": Decimal{3.2, 2}}) }},
		{"en", "4.5", func(v Voice) string { return v.value("a", Values{"a": Decimal{4.5, -1}}) }},
		{"fi", "1,5 Mt", func(v Voice) string { return v.value("a", Values{"a": Bytes(1_500_000)}) }},
		{"sv", "1,5 MB", func(v Voice) string { return v.Size(1_500_000) }},
		{"en", "1 MB", func(v Voice) string { return v.Size(1_000_000) }},
		{"fi", "200 kt", func(v Voice) string { return v.Size(200_000) }},
		{"fi", "1,24 s", func(v Voice) string { return v.Seconds(1240 * time.Millisecond) }},
		{"en", "7", func(v Voice) string { return v.value("a", Values{"a": 7}) }},
	} {
		if got := c.say(Voice{Language: c.language}); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}

func TestALargerFileNeverReadsAsSmallAsItsLimit(t *testing.T) {
	if got := (Voice{}).Size(1_000_001); got != "1.1 MB" {
		t.Error(got)
	}
}
