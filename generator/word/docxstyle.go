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
