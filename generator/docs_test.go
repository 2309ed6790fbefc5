package main

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// authorsGuide is the guide for those who write. What stands in its fenced
// blocks is true: TestTheAuthorsGuideIsTrue does it all, from top to bottom, in
// one folder. The word behind a fence is what the block is written in. Then may
// come a file's path, if the block is a file, and words that say how:
//
//	append      the text comes to the end of the file
//	part        its settings take the place of those that are there
//	later       the guide is whole only with the next block
//	fails       the guide is faulty with it, until the next console is done
//	gives RULE  a fault or a warning comes of it, worded as the heading says
//
// In a console, lines that begin with "$ " are commands and the others what
// they say, with … for anything. One that fails finds faults; in one with the
// word web, all pages of the web are there.
const authorsGuide = "../docs/kirjoittajan-opas.md"

// example is a fenced block of the authors' guide.
type example struct {
	// line is that of the fence, heading the last one before it.
	line    int
	heading string
	// kind is what it is written in, file the path that it is for, how the
	// words behind.
	kind, file string
	how        []string
	text       string
}

func (e example) is(word string) bool { return slices.Contains(e.how, word) }

// rule is the one that the guide breaks with the example.
func (e example) rule() string {
	if i := slices.Index(e.how, "gives"); i >= 0 {
		return e.how[i+1]
	}
	return ""
}

// newExample reads what stands behind a fence.
func newExample(info string) example {
	words := strings.Fields(info)
	e := example{kind: words[0], how: words[1:]}
	if len(e.how) > 0 && strings.Contains(e.how[0], ".") {
		e.file, e.how = e.how[0], e.how[1:]
	}
	return e
}

// examples returns the fenced blocks of a text.
func examples(t *testing.T, text string) []example {
	t.Helper()
	var list []example
	var fence, heading string
	for i, line := range strings.Split(text, "\n") {
		mark := fenceOf(line)
		switch {
		case fence == "" && mark != "":
			if mark == line {
				t.Fatalf("%s:%d: the block doesn't say what it is", authorsGuide, i+1)
			}
			e := newExample(line[len(mark):])
			e.line, e.heading = i+1, heading
			list, fence = append(list, e), mark
		case fence != "" && line == fence:
			fence = ""
		case fence != "":
			list[len(list)-1].text += line + "\n"
		case strings.HasPrefix(line, "#"):
			heading = strings.TrimLeft(line, "# ")
		}
	}
	return list
}

// fenceOf returns the signs of a line that begins or ends a fenced block.
func fenceOf(line string) string {
	mark := line[:len(line)-len(strings.TrimLeft(line, "`"))]
	if len(mark) < 3 {
		return ""
	}
	return mark
}

func readAuthorsGuide(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(authorsGuide)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheAuthorsGuideIsTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a dozen seconds")
	}
	list := examples(t, readAuthorsGuide(t))
	if len(list) < 40 {
		t.Fatalf("only %d examples were found", len(list))
	}
	a := newAuthor(t)
	for _, e := range list {
		a.do(t, e)
	}
	a.lookForCopies(t, list)
}

// TestTheAuthorsGuideLinksToWhatIsThere looks at its links to headings of its
// own and to files of the project.
func TestTheAuthorsGuideLinksToWhatIsThere(t *testing.T) {
	text := readAuthorsGuide(t)
	var headings, outside []string
	fence := ""
	for line := range strings.Lines(text) {
		mark := fenceOf(line)
		switch {
		case fence != "":
			if strings.TrimSpace(line) == fence {
				fence = ""
			}
			continue
		case mark != "":
			fence = mark
			continue
		}
		if strings.HasPrefix(line, "#") {
			headings = append(headings, "#"+headingID(line))
		}
		outside = append(outside, line)
	}
	for _, piece := range strings.Split(strings.Join(outside, ""), "](")[1:] {
		target, _, _ := strings.Cut(piece, ")")
		switch {
		case strings.HasPrefix(target, "https://"):
		case strings.HasPrefix(target, "#"):
			if !slices.Contains(headings, target) {
				t.Errorf("there is no heading %s", target)
			}
		default:
			if _, err := os.Stat(filepath.Join(path.Dir(authorsGuide), target)); err != nil {
				t.Error(err)
			}
		}
	}
}

// headingID is the ID that hosts of source code give to a heading.
func headingID(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(strings.TrimLeft(line, "#")))
}
