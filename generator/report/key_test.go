package report

import (
	"strings"
	"testing"
)

const page = `+++
title = "Kysymys"
  number = 7
"quoted" = 1
long = """
number = 8
title = 9
"""
after = 1
one = """in one line"""
raw = '''
after = 2
'''
last = 2

[contract]
steps = 5
title = "of the table"

[[agenda]]
title = "first"
minutes = 10
[[agenda]]
  minutes = 20
[[other]]
minutes = 30
+++
steps = 6
below = 1
`

func TestAtKeyFindsTheLineOfAKey(t *testing.T) {
	for _, c := range []struct {
		rule, key string
		line      int
		excerpt   string
	}{
		{"a key of the file", "title", 2, `title = "Kysymys"`},
		{"a key that is indented", "number", 3, "  number = 7"},
		{"a key in quotes", "quoted", 4, `"quoted" = 1`},
		{"a key behind a text of many lines", "after", 9, "after = 1"},
		{"a key behind a text between three quotes in one line", "raw", 11, "raw = '''"},
		{"a key behind a raw text of many lines", "last", 14, "last = 2"},
		{"a key of a table", "contract.steps", 17, "steps = 5"},
		{"a key that the file has too", "contract.title", 18, `title = "of the table"`},
		{"a key of the first of many tables", "agenda.0.minutes", 22, "minutes = 10"},
		{"a key of the second of many tables", "agenda.1.minutes", 24, "  minutes = 20"},
		{"a key of other tables", "other.0.minutes", 26, "minutes = 30"},
		{"a key of no table", "steps", 1, "+++"},
		{"a key that is missing", "slug", 1, "+++"},
		{"a key below the front matter", "below", 1, "+++"},
		{"a key of a table that is missing", "publisher.name", 1, "+++"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := Source{"a.md", []byte(page)}.AtKey(c.key, "key-missing", nil)
			if p.Place.File != "a.md" || p.Place.Line != c.line || p.Excerpt != c.excerpt {
				t.Errorf("%s stands at %s: %q", c.key, p.Place, p.Excerpt)
			}
			if want := len(c.excerpt) - len(strings.TrimLeft(c.excerpt, " ")) + 1; p.Place.Column != want {
				t.Errorf("%s stands in column %d, want %d", c.key, p.Place.Column, want)
			}
		})
	}
}

func TestAtKeyWorksInAFileWithoutFrontMatter(t *testing.T) {
	source := Source{"config.toml", []byte("title = 1\n[publisher]\nname = 2\n")}
	if p := source.AtKey("publisher.name", "key-type", nil); p.Place.Line != 3 {
		t.Errorf("publisher.name stands at %s", p.Place)
	}
	if p := (Source{Name: "empty.toml"}).AtKey("title", "key-missing", nil); p.Place != (Place{"empty.toml", 1, 1}) {
		t.Errorf("a key of an empty file stands at %s", p.Place)
	}
}

func TestAtKeyOfAMissingKeyStaysInItsTable(t *testing.T) {
	source := Source{"a.toml", []byte("title = 1\n[[agenda]]\ntitle = 2\n[[agenda]]\ntitle = 3\n[[agenda]]\ntitle = 4\n")}
	if line := source.AtKey("agenda.1.minutes", "key-missing", nil).Place.Line; line != 4 {
		t.Errorf("the second table begins in line 4, but the problem stands in line %d", line)
	}
}

func TestAtKeyOfAMissingKeyGivesTheLineOfItsTable(t *testing.T) {
	source := Source{"a.toml", []byte("[a]\ntitle = 2\n\n\n[b]\ntitle = 3\n")}
	if p := source.AtKey("a.publisher", "key-missing", nil); p.Place.Line != 1 || p.Excerpt != "[a]" {
		t.Errorf("the place is %s: %q", p.Place, p.Excerpt)
	}
	source = Source{"a.toml", []byte("title = 1\n[[languages]]\n")}
	if p := source.AtKey("languages.0.tag", "key-missing", nil); p.Place.Line != 2 {
		t.Errorf("the place of an empty table is %s", p.Place)
	}
}

func TestAtKeyReadsTOMLAsPeopleWriteIt(t *testing.T) {
	for _, c := range []struct {
		rule, text, key string
		line            int
	}{
		{"a comment with = behind a table's name", "x = 1\n[contract] # = demands\nsteps = 1\n", "contract.steps", 3},
		{"spaces in the brackets of a table", "x = 1\n[ contract ]\nsteps = 1\n", "contract.steps", 3},
		{"an inline table", "x = 1\npublisher = { name = 1 }\n", "publisher.name", 2},
		{"a table by its own name", "x = 1\n[extra]\na = 1\n", "extra", 2},
		{"a list of tables by its own name", "x = 1\n[[extra]]\n[[extra]]\n", "extra", 2},
		{"an inline table in a list", "x = 1\nagenda = [\n{ title = 1 },\n{ }]\n", "agenda.1.title", 2},
		{"a comment that opens a list", "# x = [\nnumber = 2\n", "number", 2},
		{"a bracket in a text", "x = \"\\\"[\"\ny = '['\nnumber = 2\n", "number", 3},
		{"a comment behind a value", "x = 1 # ['''\nnumber = 2\n", "number", 2},
		{"a dotted key", "x = 1\npublisher . \"name\" = 2\n", "publisher.name", 2},
		{"a text in a list of many lines that looks like a key", "list = [\n\"number = 1\",\n]\nnumber = 2\n", "number", 4},
	} {
		if p := (Source{"a.toml", []byte(c.text)}).AtKey(c.key, "key-type", nil); p.Place.Line != c.line {
			t.Errorf("%s: %s stands at %s, want line %d", c.rule, c.key, p.Place, c.line)
		}
	}
}
