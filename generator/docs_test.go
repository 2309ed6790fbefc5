package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// authorsGuide is the guide for those who write, in a language. What stands in
// its fenced blocks is true: TestTheAuthorsGuideIsTrue does it all, from top to
// bottom, in one folder. The word behind a fence is what the block is written in. Then may
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
type authorsGuide struct {
	file, language string
	// own is the folder of the guide that its reader makes.
	own string
}

var authorsGuides = []authorsGuide{
	{"../docs/kirjoittajan-opas.md", "fi", "oma-opas"},
	{"../docs/skribentens-guide.md", "sv", "egen-guide"},
	{"../docs/authors-guide.md", "en", "own-guide"},
}

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

// examples returns the fenced blocks of the guide.
func (g authorsGuide) examples(t *testing.T) []example {
	t.Helper()
	var list []example
	var fence, heading string
	for i, line := range strings.Split(g.read(t), "\n") {
		mark := fenceOf(line)
		switch {
		case fence == "" && mark != "":
			if mark == line {
				t.Fatalf("%s:%d: the block doesn't say what it is", g.file, i+1)
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

func (g authorsGuide) read(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(g.file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheAuthorsGuideIsTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a dozen seconds for each language")
	}
	ran := map[string]bool{}
	for _, g := range authorsGuides {
		t.Run(g.language, func(t *testing.T) {
			list := g.examples(t)
			a := newAuthor(t, g, ran)
			for _, e := range list {
				a.do(t, e)
			}
			a.lookForCopies(t, list)
		})
	}
}

// parts returns the lines outside of the fenced blocks, and the first of each
// block.
func (g authorsGuide) parts(t *testing.T) []string {
	t.Helper()
	var list []string
	fence := ""
	for _, line := range strings.Split(g.read(t), "\n") {
		switch {
		case fence == "":
			fence = fenceOf(line)
			list = append(list, line)
		case line == fence:
			fence = ""
		}
	}
	return list
}

// TestTheAuthorsGuideIsTheSameInEachLanguage compares headings by their level,
// paragraphs, items and rows by how many they are, and examples by what they are
// examples of.
func TestTheAuthorsGuideIsTheSameInEachLanguage(t *testing.T) {
	begins := regexp.MustCompile(`^(#+ |\d+\. |- |\||!)`)
	outline := func(g authorsGuide) (list []string) {
		for _, line := range g.parts(t) {
			if mark := fenceOf(line); mark != "" {
				e := newExample(line[len(mark):])
				list = append(list, fmt.Sprint(e.kind, path.Ext(e.file), e.how))
			} else if begins.MatchString(line) {
				list = append(list, begins.FindString(line))
			}
		}
		return list
	}
	first := outline(authorsGuides[0])
	for _, g := range authorsGuides[1:] {
		other := outline(g)
		for i := range min(len(first), len(other)) {
			if first[i] != other[i] {
				t.Fatalf("%s: after %q comes %q, not %q", g.file, first[max(i-6, 0):i], other[i], first[i])
			}
		}
		if len(first) != len(other) || len(first) < 100 {
			t.Errorf("%s has %d parts, the first guide %d", g.file, len(other), len(first))
		}
	}
}

// TestTheAuthorsGuideLinksToWhatIsThere looks at its links to headings of its
// own and to files of the project.
func TestTheAuthorsGuideLinksToWhatIsThere(t *testing.T) {
	for _, g := range authorsGuides {
		t.Run(g.language, g.lookAtLinks)
	}
}

func (g authorsGuide) lookAtLinks(t *testing.T) {
	parts := g.parts(t)
	var headings []string
	for _, line := range parts {
		if strings.HasPrefix(line, "#") {
			headings = append(headings, "#"+headingID(line))
		}
	}
	for _, piece := range strings.Split(strings.Join(parts, "\n"), "](")[1:] {
		target, _, _ := strings.Cut(piece, ")")
		switch {
		case strings.HasPrefix(target, "https://"):
		case strings.HasPrefix(target, "#"):
			if !slices.Contains(headings, target) {
				t.Errorf("there is no heading %s", target)
			}
		default:
			if _, err := os.Stat(filepath.Join(path.Dir(g.file), target)); err != nil {
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
