package edit

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/content"
)

func reader(text string) (string, map[string]any, error) { return content.Front("a.md", text) }

const session = `+++
# What it is
title = "Vanha"   # stays
goal = """
Kaksi
riviä"""
materials = [
  "a", # the first
  "b",
]
number = 1

# the first row
[[agenda]]
minutes = 10
title = 'Aloitus'

# the second
[[agenda]]
  minutes = 5  # short
  title = "Loppu"
+++
title = "no key"
`

func TestAKeyIsSetAndNothingElseIsAnother(t *testing.T) {
	day := time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		key      string
		value    any
		old, new string
	}{
		{"title", "Vanha", "", ""},
		{"materials", []string{"a", "b"}, "", ""},
		{"number", int64(1), "", ""},
		{"slug", nil, "", ""},
		{"title", `"C:\x"` + "\n\t\x01", `"Vanha"`, `"\"C:\\x\"\n\t\u0001"`},
		{"title", nil, "title = \"Vanha\"   # stays\n", ""},
		{"goal", "Yksi", "\"\"\"\nKaksi\nriviä\"\"\"", `"Yksi"`},
		{"materials", []string{"a", "c, d", `"`}, "[\n  \"a\", # the first\n  \"b\",\n]", "[\n  \"a\",\n  \"c, d\",\n  \"\\\"\",\n]"},
		{"materials", nil, "materials = [\n  \"a\", # the first\n  \"b\",\n]\n", ""},
		{"updated", day, "number = 1\n", "number = 1\nupdated = 2026-11-29\n"},
		{"draft", true, "number = 1\n", "number = 1\ndraft = true\n"},
		{"topics", []string{}, "number = 1\n", "number = 1\ntopics = []\n"},
		{"agenda.0.title", "Alku", "'Aloitus'", `"Alku"`},
		{"agenda.0.questions", []int64{1, 2}, "'Aloitus'\n", "'Aloitus'\nquestions = [1, 2]\n"},
		{"agenda.1.minutes", int64(15), "5  # short", "15  # short"},
		{"agenda.1.title", nil, "  title = \"Loppu\"\n", ""},
	} {
		want := strings.Replace(session, c.old, c.new, 1)
		if got, err := SetKey(reader, session, c.key, c.value); err != nil || got != want {
			t.Errorf("%s = %v: %v\n%s", c.key, c.value, err, got)
		}
	}
}

func TestTheFirstKeyAndTheKeysOverATableHaveTheirPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"+++\n+++\n":                      "+++\nslug = \"a\"\n+++\n",
		"+++\n# c\n\n[x]\ny = 1\n+++":     "+++\nslug = \"a\"\n# c\n\n[x]\ny = 1\n+++",
		"+++\n  x = 1 \n\n[[y]]\n+++\n":   "+++\n  x = 1 \nslug = \"a\"\n\n[[y]]\n+++\n",
		"+++ \n'slug'='b'#c\n+++ \nslug=": "+++ \n'slug'=\"a\"#c\n+++ \nslug=",
	} {
		if got, err := SetKey(reader, text, "slug", "a"); err != nil || got != want {
			t.Errorf("%q became %q: %v", text, got, err)
		}
	}
}

func TestRowsAreMovedAddedAndRemovedWithTheirComments(t *testing.T) {
	first, second := "# the first row\n[[agenda]]\nminutes = 10\ntitle = 'Aloitus'\n", "# the second\n[[agenda]]\n  minutes = 5  # short\n  title = \"Loppu\"\n"
	head, tail := session[:strings.Index(session, "\n# the first row")], "+++\ntitle = \"no key\"\n"
	for _, c := range []struct {
		order []int
		want  string
	}{
		{[]int{0, 1}, "\n" + first + "\n" + second},
		{[]int{1, 0}, "\n" + second + "\n" + first},
		{[]int{1}, "\n" + second},
		{[]int{0, -1, 1}, "\n" + first + "\n[[agenda]]\n\n" + second},
		{[]int{0, 1, -1}, "\n" + first + "\n" + second + "\n[[agenda]]\n"},
		{nil, ""},
	} {
		if got, err := SetRows(reader, session, "agenda", c.order); err != nil || got != head+c.want+tail {
			t.Errorf("%v: %v\n%s", c.order, err, got)
		}
	}
	if got, err := SetRows(reader, "+++\nx = 1\n+++\n", "agenda", []int{-1}); err != nil || got != "+++\nx = 1\n\n[[agenda]]\n+++\n" {
		t.Errorf("%q %v", got, err)
	}
	if got, err := SetRows(reader, "+++\n[[a]]\nx = 1\n[a.b]\n[c]\n[[a]]\n+++\n", "a", []int{1, 0}); err != nil || got != "+++\n[[a]]\n[c]\n[[a]]\nx = 1\n[a.b]\n+++\n" {
		t.Errorf("%q %v", got, err)
	}
}

func TestAListOfTablesInOneValueIsWrittenAsTablesWhenARowIsSet(t *testing.T) {
	const text = "+++\ntitle = 'x' # stays\nagenda = [ # all\n  # first, {not} a table\n  {minutes = 10, title = \"a, }\", questions = [1, 2]}, # behind\n  {title = 'b'},\n  # last\n] # end\nnumber = 1\n+++\nText\n"
	const head = "+++\ntitle = 'x' # stays\nnumber = 1\n# end\n\n# all\n# first, {not} a table\n[[agenda]]\n"
	got, err := SetKey(reader, text, "agenda.0.minutes", int64(15))
	if want := head + "minutes = 15\ntitle = \"a, }\"\nquestions = [1, 2]\n\n# behind\n[[agenda]]\ntitle = 'b'\n\n# last\n+++\nText\n"; err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
	got, err = SetRows(reader, text, "agenda", []int{1, -1})
	if err != nil || !strings.Contains(got, "[[agenda]]\ntitle = 'b'\n") || strings.Count(got, "[[agenda]]") != 2 || strings.Contains(got, "minutes") {
		t.Errorf("%v\n%s", err, got)
	}
	if got, err := SetKey(reader, text, "title", "y"); err != nil || got != strings.Replace(text, "'x'", `"y"`, 1) {
		t.Errorf("%v\n%s", err, got)
	}
	if got, err := SetKey(reader, text, "agenda.1.title", "b"); err != nil || got != text {
		t.Errorf("what stays the same is written anew: %v\n%s", err, got)
	}
}

func TestWhatCantBeSetAloneIsRefused(t *testing.T) {
	for _, c := range []struct {
		text, key string
		value     any
	}{
		{"", "title", "a"},
		{"title = 1", "title", "a"},
		{"+++\ntitle = \"a\n+++\n", "title", "b"},
		{"+++\ntitle = \"a\"\n", "title", "b"},
		{"+++\ntitle = 1\ntitle = 2\n+++\n", "title", "b"},
		{"+++\na = {b = 1}\n+++\n", "a.b", int64(2)},
		{"+++\na.b = 1\n+++\n", "a.c", int64(2)},
		{"+++\n[[agenda]]\n+++\n", "agenda.1.minutes", int64(2)},
		{"+++\n[[agenda]]\n+++\n", "agenda.x.minutes", int64(2)},
		{"+++\n[[agenda]]\n+++\n", "agenda.-1.minutes", int64(2)},
		{"+++\n+++\n", "a b", "x"},
		{"+++\n+++\n", "", "x"},
		{"+++\n+++\n", "a = 1\nb", "x"},
		{"+++\n+++\n", "a", map[string]any{}},
		{"+++\n+++\n", "a", "\xff"},
	} {
		if got, err := SetKey(reader, c.text, c.key, c.value); err == nil || got != "" {
			t.Errorf("%q: %s was set: %q", c.text, c.key, got)
		}
	}
	for text, order := range map[string][]int{
		"+++\n[[a]]\n+++\n": {0, 0}, "+++\n[[a]]\n#\n+++\n": {1}, "+++\n[[a]]\n\n+++\n": {-2},
		"+++\na = [{x = 1}, 2]\n+++\n": {}, "+++\na = []\n+++\n": {-1}, "+++\na = 1\n+++\n": {}, "": {-1}, "+++\n[a]\n+++\n": {-1},
	} {
		if got, err := SetRows(reader, text, "a", order); err == nil || got != "" {
			t.Errorf("%q: %v gave %q", text, order, got)
		}
	}
}

// FuzzOneKeyIsSetAlone sets keys in all kinds of texts.
func FuzzOneKeyIsSetAlone(f *testing.F) {
	f.Add(session, "title", "x\"\\\n\r\x7f", uint8(0))
	f.Add(session, "agenda.1.title", "", uint8(1))
	f.Add("+++\na = [{x = 1, y = [[\"]\", '}'], {z=\"\"\"#\"\"\"}]}, #{\n{}]#\n+++\n", "a.0.x", "b", uint8(0))
	f.Add("+++\n[[agenda]]#\na='''\n[[agenda]]\n'''\n+++", "a", "[", uint8(2))
	f.Add("+++\n\"a=b\" = 1\n'#'=[\"]\",\n]#\n+++", "#", "+++", uint8(3))
	f.Fuzz(func(t *testing.T, text, key, value string, kind uint8) {
		given := []any{value, nil, []string{value, "b"}, int64(kind)}[kind%4]
		_, before, err := reader(text)
		got, refused := SetKey(reader, text, key, given)
		if err != nil && refused == nil {
			t.Errorf("%q can't be read, and was changed", text)
		}
		if refused != nil {
			return
		}
		_, after, err := reader(got)
		if err != nil {
			t.Fatalf("%q became %q: %v", text, got, err)
		}
		parent, name := parentOf(after, key)
		if found := parent[name]; kind%4 == 0 && found != value || kind%4 == 3 && found != int64(kind) || kind%4 == 1 && found != nil {
			t.Errorf("%q is %v, not %v", key, found, given)
		}
		if old, name := parentOf(before, key); reflect.DeepEqual(old[name], parent[name]) && got != text && !strings.Contains(text, "\r") && !strings.HasPrefix(text, bom) {
			t.Errorf("%q became %q for nothing", text, got)
		}
		for _, values := range []map[string]any{before, after} {
			parent, name := parentOf(values, key)
			delete(parent, name)
		}
		if !reflect.DeepEqual(before, after) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestEveryKeyOfTheGuideCanBeSetAlone(t *testing.T) {
	pages, _ := filepath.Glob("../../content/fi/*/*.md")
	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		_, values, err := reader(text)
		if err != nil {
			t.Fatal(page, err)
		}
		for key, value := range values {
			if rows, ok := value.([]map[string]any); ok {
				all := make([]int, len(rows))
				for i := range all {
					all[i] = i
				}
				if got, err := SetRows(reader, text, key, all); err != nil || got != text {
					t.Errorf("%s: the rows of %s are others: %v", page, key, err)
				}
				key += ".0." + slices.Sorted(maps.Keys(rows[0]))[0]
			}
			got, err := SetKey(reader, text, key, "Uusi")
			if err != nil {
				t.Errorf("%s: %s: %v", page, key, err)
				continue
			}
			changed := 0
			old, now := strings.Split(text, "\n"), strings.Split(got, "\n")
			for i := range min(len(old), len(now)) {
				if old[i] != now[i] {
					changed++
				}
			}
			if len(old) != len(now) || changed != 1 {
				t.Errorf("%s: %s changes %d of %d lines to %d", page, key, changed, len(old), len(now))
			}
		}
	}
	if len(pages) < 100 {
		t.Errorf("%d pages", len(pages))
	}
}
