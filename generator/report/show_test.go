package report

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestShowMarksThePlaceAndSaysWhatToDo(t *testing.T) {
	for _, c := range []struct {
		rule    string
		problem Problem
		want    string
	}{
		{"a place in a line",
			Source{"content/fi/questions/07.md", []byte("+++\n\n\nnunber = 7\n")}.AtLine(4, 1, "key-unknown", Values{"key": "nunber", "suggestion": "number"}),
			"content/fi/questions/07.md:4:1: unknown key `nunber` [key-unknown]\n    4 | nunber = 7\n      | ^\n      did you mean `number`?\n"},
		{"a column counts letters", Source{"a.md", []byte("ääkköset <b>")}.At(12, "html-in-text", Values{"html": "<b>"}),
			"a.md:1:10: HTML in the text: `<b>` [html-in-text]\n    1 | ääkköset <b>\n      |          ^\n      write it as Markdown; HTML doesn't show on the page\n"},
		{"a tab counts as one space", Source{"a.md", []byte("\t<b>")}.At(1, "html-in-text", Values{"html": "<b>"}),
			"a.md:1:2: HTML in the text: `<b>` [html-in-text]\n    1 |  <b>\n      |  ^\n      write it as Markdown; HTML doesn't show on the page\n"},
		{"signs that a screen would obey", Source{"a\x1b[1m.md", []byte("\x1b[2J<b>\r")}.At(4, "html-in-text", Values{"html": "<b>\a"}),
			"a [1m.md:1:5: HTML in the text: `<b> ` [html-in-text]\n    1 |  [2J<b> \n      |     ^\n      write it as Markdown; HTML doesn't show on the page\n"},
		{"a whole file", Source{Name: "a.md"}.Whole("file-empty", nil),
			"a.md: the file is empty [file-empty]\n      write a title between two lines of +++, then the text; or delete the file\n"},
		{"a technical reason", Source{Name: "a.html"}.Whole("template-error", Values{"error": "oops"}), "a.html: the template doesn't work: oops [template-error]\n      show this message to those who make the theme\n"},
		{"a rule without words shows its name", Source{Name: "a.md"}.Whole("never-heard-of", nil), "a.md: never-heard-of [never-heard-of]\n"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			var out strings.Builder
			if err := (Printer{}).Show(&out, Problems{c.problem}); err != nil || out.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s(%v)", out.String(), c.want, err)
			}
		})
	}
}

func TestHintIsTheFirstWhoseValuesAreKnown(t *testing.T) {
	for _, c := range []struct {
		values Values
		want   string
	}{
		{Values{"name": "x", "suggestion": "y", "known": "a, b"}, "did you mean `y`?"},
		{Values{"name": "x", "suggestion": "", "known": "a, b"}, "the areas are: a, b"},
		{Values{"name": "x"}, "make a page of kind area with that file name"},
	} {
		if got := (Printer{}).Hint(Problem{Rule: "unknown-area", Values: c.values}); got != c.want {
			t.Errorf("the hint for %v is %q", c.values, got)
		}
	}
}

func TestATextOfAnAuthorIsNeverTakenForAMessage(t *testing.T) {
	for _, text := range []string{"@sign-tab", "sign-tab", "@bytes 7", "@decimal 1.5", "@", "{key}"} {
		problem := Source{Name: "a.md"}.Whole("key-unknown", Values{"key": text})
		if said := (Printer{}).Text(problem); said != "unknown key `"+text+"`" {
			t.Errorf("of %q it says %q", text, said)
		}
		if got := (Printer{}).worded(problem.Values)["key"]; got != text {
			t.Errorf("JSON has %q for %q", got, text)
		}
	}
}

func TestAWordIsSaidInEachLanguage(t *testing.T) {
	for language, want := range map[string]string{"en": "a tab", "fi": "sarkain", "sv": "en tabb"} {
		values := Values{"sign": Word("sign-tab")}
		printer := Printer{Language: language}
		if said := printer.Message("text-indented", values); !strings.Contains(said, want) || printer.worded(values)["sign"] != want {
			t.Errorf("%s: %q", language, said)
		}
	}
}

func TestWordsThatNameEachOtherEnd(t *testing.T) {
	values := Values{"key": Word("key-missing"), "name": Word("key-twice"), "value": Word("key-missing")}
	if text := (Printer{}).Message("key-missing", values); text == "" {
		t.Error("it says nothing")
	}
}

func TestWindowKeepsThePlaceOfALongLineInSight(t *testing.T) {
	long := strings.Repeat("a", 500) + "ä" + strings.Repeat("b", 500)
	for _, c := range []struct {
		rule   string
		line   string
		column int
		marked string
	}{
		{"the beginning", long, 1, "a"},
		{"the middle", long, 501, "ä"},
		{"the last letter", long, 1001, "b"},
		{"behind the end", long, 1002, ""},
		{"far behind the end", long, 9999, ""},
		{"column 0", long, 0, "a"},
		{"the last column without a cut", long, 120, "a"},
		{"the first column with a cut", long, 121, "a"},
		{"a short line", "äb", 2, "b"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			line, column := window(c.line, c.column)
			letters := append([]rune(line), 0)
			if len(letters)-1 > widest || column < 1 || column > len(letters) {
				t.Fatalf("column %d of %d letters", column, len(letters)-1)
			}
			if got := strings.Trim(string(letters[column-1]), "\x00"); got != c.marked {
				t.Errorf("the mark is under %q, want %q", got, c.marked)
			}
		})
	}
}

func TestShowJSONGivesEverythingThatIsKnown(t *testing.T) {
	var out strings.Builder
	problems := Problems{
		Source{"a.md", []byte("<b>")}.At(0, "html-in-text", Values{"html": "<b>"}),
		Source{Name: "b.md"}.Whole("template-error", Values{"error": "x"}),
	}
	if err := (Printer{}).ShowJSON(&out, problems); err != nil {
		t.Fatal(err)
	}
	var got []map[string]any
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"rule": "html-in-text", "file": "a.md", "line": 1.0, "column": 1.0, "message": "HTML in the text: `<b>`",
			"hint": "write it as Markdown; HTML doesn't show on the page", "excerpt": "<b>", "values": map[string]any{"html": "<b>"}},
		{"rule": "template-error", "file": "b.md", "message": "the template doesn't work: x",
			"hint": "show this message to those who make the theme", "values": map[string]any{"error": "x"}},
	}
	if !reflect.DeepEqual(got, want) || strings.Contains(out.String(), `\u003c`) {
		t.Errorf("got %s", out.String())
	}
}

func TestShowJSONOfNoProblemsIsAnEmptyArray(t *testing.T) {
	var out strings.Builder
	if err := (Printer{}).ShowJSON(&out, nil); err != nil || out.String() != "[]\n" {
		t.Errorf("got %q (%v)", out.String(), err)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the pipe is closed") }

func TestShowSaysWhenNothingCanBeWritten(t *testing.T) {
	problems := Problems{{Rule: "file-empty"}}
	printer := Printer{}
	if printer.Show(broken{}, problems) == nil || printer.ShowJSON(broken{}, problems) == nil {
		t.Error("there is no error")
	}
}
