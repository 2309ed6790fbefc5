package word

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// numbering is how the lists of a document count.
type numbering struct {
	// lists are the lists by the names that paragraphs call them.
	lists map[string]*counter
}

// counter counts the items of a list; those that share one count on from each other.
type counter struct {
	levels [deepest]level
	// begun are the numbers at which a list of its own begins again.
	begun map[int]int
	*counts
}

type counts struct{ numbers [deepest]int }

// level is how the items at a depth begin.
type level struct {
	format string
	start  int
}

// readNumbering reads the lists.
func readNumbering(root *html.Node) numbering {
	kinds := map[string]counter{}
	for n := range within(root, "abstractNum") {
		c := counter{counts: &counts{}}
		for l := range within(n, "lvl") {
			if at, err := strconv.Atoi(attribute(l, "ilvl")); err == nil && at >= 0 && at < deepest {
				c.levels[at] = readLevel(l)
			}
		}
		kinds[attribute(n, "abstractNumId")] = c
	}
	all := numbering{lists: map[string]*counter{}}
	for n := range within(root, "num") {
		c, found := kinds[attribute(child(n, "abstractNumId"), "val")]
		if !found {
			continue
		}
		c.begun = map[int]int{}
		for override := range within(n, "lvlOverride") {
			at, err := strconv.Atoi(attribute(override, "ilvl"))
			if err != nil || at < 0 || at >= deepest {
				continue
			}
			if l := child(override, "lvl"); l != nil {
				c.levels[at] = readLevel(l)
			}
			if start, err := strconv.Atoi(attribute(child(override, "startOverride"), "val")); err == nil {
				c.begun[at] = start
			}
		}
		all.lists[attribute(n, "numId")] = &c
	}
	return all
}

func readLevel(n *html.Node) level {
	start, err := strconv.Atoi(attribute(child(n, "start"), "val"))
	if err != nil || start < 0 || start > numberMost {
		start = 1
	}
	return level{format: attribute(child(n, "numFmt"), "val"), start: start}
}

// item returns the next item of a list; ok is false for what has no sign.
func (n numbering) item(list string, depth int) (it item, letters, ok bool) {
	c := n.lists[list]
	if c == nil || list == "0" {
		return item{}, false, false
	}
	l := c.levels[depth]
	if l.format == "none" {
		return item{}, false, false
	}
	it = item{depth: depth + 1, sign: bullet}
	if l.format == "bullet" || l.format == "" {
		return it, false, true
	}
	if start, found := c.begun[depth]; found {
		c.numbers[depth] = start
		delete(c.begun, depth)
	} else if c.numbers[depth] == 0 {
		c.numbers[depth] = l.start
	} else {
		c.numbers[depth]++
	}
	for deeper := depth + 1; deeper < deepest; deeper++ {
		c.numbers[deeper] = 0
	}
	it.sign, it.number = counting, min(max(c.numbers[depth], 0), numberMost)
	return it, !strings.HasPrefix(l.format, "decimal") && l.format != "ordinal", true
}

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}
