package report

import "testing"

func TestAtCountsLinesAndLettersFromOne(t *testing.T) {
	source := Source{"a.md", []byte("äiti\n\nöljy ja vesi\nloppu")}
	for _, c := range []struct {
		rule         string
		offset       int
		line, column int
		excerpt      string
	}{
		{"the beginning", 0, 1, 1, "äiti"},
		{"behind a letter of two bytes", 2, 1, 2, "äiti"},
		{"the end of a line", 5, 1, 5, "äiti"},
		{"an empty line", 6, 2, 1, ""},
		{"the beginning of a line", 7, 3, 1, "öljy ja vesi"},
		{"the last line", 21, 4, 1, "loppu"},
		{"the end of the file", 26, 4, 6, "loppu"},
		{"before the file", -5, 1, 1, "äiti"},
		{"behind the file", 99, 4, 6, "loppu"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := source.At(c.offset, "html-in-text", nil)
			if p.Place != (Place{"a.md", c.line, c.column}) || p.Excerpt != c.excerpt {
				t.Errorf("offset %d is %s: %q", c.offset, p.Place, p.Excerpt)
			}
		})
	}
}

func TestAtLineGivesTheLineOrTheLastOne(t *testing.T) {
	source := Source{"a.md", []byte("one\ntwo\nthree")}
	for line, want := range map[int]string{1: "one", 2: "two", 3: "three", 9: "three"} {
		if p := source.AtLine(line, 2, "syntax-line", nil); p.Excerpt != want {
			t.Errorf("line %d is %q, want %q", line, p.Excerpt, want)
		}
	}
}

func TestExcerptIsAlwaysUTF8(t *testing.T) {
	if p := (Source{"a.md", []byte("a\xffb")}).At(1, "file-encoding", nil); p.Excerpt != "a\uFFFDb" {
		t.Errorf("the excerpt is %q", p.Excerpt)
	}
}

func TestPlaceOfAWholeFileIsItsName(t *testing.T) {
	p := Source{"a.md", []byte("text")}.Whole("file-empty", nil)
	if got := p.Error(); got != "a.md: the file is empty" || p.Excerpt != "" {
		t.Errorf("%q, %q", got, p.Excerpt)
	}
}

func FuzzEveryOffsetHasAPlaceInTheFile(f *testing.F) {
	f.Add([]byte("a\nb"), 2)
	f.Add([]byte("\xff\n\n\r"), -1)
	f.Fuzz(func(t *testing.T, text []byte, offset int) {
		p := Source{"a.md", text}.At(offset, "html-in-text", nil)
		lines := 1
		for _, b := range text {
			if b == '\n' {
				lines++
			}
		}
		if p.Place.Line < 1 || p.Place.Line > lines || p.Place.Column < 1 {
			t.Errorf("offset %d of %q is %s", offset, text, p.Place)
		}
		if (Printer{}).block(p) == "" {
			t.Error("the problem shows nothing")
		}
	})
}

func TestACleanTextHasNoMarkAndOneKindOfLineEnds(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a\n": "a\n", "\uFEFFa": "a", "a\r\nb\r\n": "a\nb\n", "a\rb\n\rc": "a\nb\n\nc", "a\uFEFF": "a\uFEFF",
	} {
		if got := string(Clean([]byte(text))); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}
