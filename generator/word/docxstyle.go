package word

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// docStyle is a style of a Word document.
type docStyle struct {
	// level is that of a heading, titleLevel for the title, -1 for none.
	level  int
	quoted bool
	code   bool
	look   look
	// list and depth are what numPr says: the list of its paragraphs, "" for none.
	list  string
	depth int
}

// readStyles reads the styles, by what paragraphs call them.
func readStyles(root *html.Node) map[string]docStyle {
	nodes, styles := map[string]*html.Node{}, map[string]docStyle{}
	for n := range within(root, "style") {
		nodes[attribute(n, "styleId")] = n
	}
	for id := range nodes {
		styles[id] = readStyle(nodes, id, 0)
	}
	return styles
}

// basesMost is how many styles can be based on each other.
const basesMost = 20

// readStyle reads a style with those that it is based on.
func readStyle(nodes map[string]*html.Node, id string, depth int) docStyle {
	n := nodes[id]
	if n == nil || depth > basesMost {
		return docStyle{level: -1}
	}
	s := readStyle(nodes, attribute(child(n, "basedOn"), "val"), depth+1)
	name := strings.ToLower(attribute(child(n, "name"), "val"))
	switch number, isHeading := strings.CutPrefix(name, "heading "); {
	case name == "title":
		s.level = titleLevel
	case isHeading:
		if level, err := strconv.Atoi(number); err == nil && level >= 1 && level <= 9 {
			s.level = level
		}
	case strings.HasPrefix(name, "toc") || name == "subtitle":
		s.level = -1
	}
	s.quoted = s.quoted || slices.Contains([]string{"quote", "intense quote", "quotations"}, name)
	s.code = s.code || slices.Contains([]string{"html preformatted", "preformatted text", "source code"}, name)
	properties := child(n, "pPr")
	s = s.with(properties)
	if attribute(n, "type") == "character" {
		s.look = lookOf(child(n, "rPr"), s.look)
		s.look.code = s.look.code || slices.Contains([]string{"html code", "verbatim char", "source text"}, name)
	}
	return s
}

// with returns a style as the properties of a paragraph change it.
func (s docStyle) with(properties *html.Node) docStyle {
	if outline := child(properties, "outlineLvl"); outline != nil && s.level != titleLevel {
		if level, err := strconv.Atoi(attribute(outline, "val")); err == nil && level >= 0 && level < 9 {
			s.level = level + 1
		} else if err == nil {
			s.level = -1
		}
	}
	if number := child(properties, "numPr"); number != nil {
		if id := child(number, "numId"); id != nil {
			s.list = attribute(id, "val")
		}
		if depth, err := strconv.Atoi(attribute(child(number, "ilvl"), "val")); err == nil && depth >= 0 && depth < deepest {
			s.depth = depth
		}
	}
	return s
}

// isOn reports whether properties have one that isn't set off.
func isOn(properties *html.Node, name string) bool {
	n := child(properties, name)
	return n != nil && !slices.Contains([]string{"0", "false", "off", "none"}, attribute(n, "val"))
}

// lookOf returns a look as properties change it.
func lookOf(properties *html.Node, l look) look {
	if child(properties, "b") != nil {
		l.strong = isOn(properties, "b")
	}
	if child(properties, "i") != nil {
		l.emphasis = isOn(properties, "i")
	}
	return l
}

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
