package theme

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/colour"
	"sparrausopas/generator/report"
)

// Pages look different in the light and the dark scheme of the reader's system
// and on paper; and a part of a page can set colours of its own in each.

// colourScheme is one of the three; "" is all of them.
type colourScheme string

const (
	inLight colourScheme = "light"
	inDark  colourScheme = "dark"
	inPrint colourScheme = "print"
)

// look is all colours that meet on a page, or in a part of it.
type look struct {
	scheme colourScheme
	// part is the part of pages that has colours of its own, "" for pages as a
	// whole; own are the names of those colours.
	part   string
	own    []string
	tokens map[string]declaration
}

// name names the message that says what look this is; one for a part is filled
// with {part}.
func (l *look) name() report.Word {
	name := map[colourScheme]report.Word{inLight: "look-light", inDark: "look-dark", inPrint: "look-print"}[l.scheme]
	if l.part != "" {
		name += "-part"
	}
	return name
}

// looksOf returns the looks of pages, then those of their parts, in the order
// of the styles.
func looksOf(all []declaration) []*look {
	var looks []*look
	for _, s := range []colourScheme{inLight, inDark, inPrint} {
		whole := &look{scheme: s, tokens: map[string]declaration{}}
		looks = append(looks, whole)
		for _, own := range []colourScheme{"", s} {
			for _, d := range all {
				if where, part, ok := d.place(); ok && part == "" && where == own {
					whole.tokens[d.name] = d
				}
			}
		}
		looks = append(looks, partsOf(whole, all)...)
	}
	return looks
}

// partsOf returns the looks of parts of pages in a scheme.
func partsOf(whole *look, all []declaration) []*look {
	var looks []*look
	for _, d := range all {
		where, part, ok := d.place()
		if !ok || part == "" || where != "" && where != whole.scheme {
			continue
		}
		i := slices.IndexFunc(looks, func(l *look) bool { return l.part == part })
		if i < 0 {
			i = len(looks)
			looks = append(looks, &look{scheme: whole.scheme, part: part, tokens: maps.Clone(whole.tokens)})
		}
		looks[i].own = append(looks[i].own, d.name)
		looks[i].tokens[d.name] = d
	}
	return looks
}

// printFile is the style for paper; what it says is said of print.
const printFile = "print.css"

// place tells the scheme that a property is set for, and the part of pages; ok
// is false where the reader's system has colours of its own.
func (d declaration) place() (s colourScheme, part string, ok bool) {
	if path.Base(d.source.Name) == printFile {
		s = inPrint
	}
	for _, condition := range d.conditions {
		said := strings.ReplaceAll(condition, " ", "")
		switch {
		case strings.Contains(said, "forced-colors"):
			return "", "", false
		case strings.Contains(said, "prefers-color-scheme:dark"):
			s = inDark
		case strings.Contains(said, "prefers-color-scheme:light"):
			s = inLight
		case strings.Contains(said, "@mediaprint"):
			s = inPrint
		case said != "@mediascreen" && !strings.HasPrefix(said, "@layer"):
			part += condition + " "
		}
	}
	if d.selector != ":root" && d.selector != "html" {
		part += d.selector
	}
	return s, strings.TrimSpace(part), true
}

var (
	variable  = regexp.MustCompile(`^var\(\s*--([\w-]+)\s*(?:,(.*))?\)$`)
	lightDark = regexp.MustCompile(`^light-dark\(([^,]*),([^,]*)\)$`)
)

// origin follows variables from a token to the one that has a colour itself.
func (l *look) origin(name string) declaration {
	d := l.tokens[name]
	for range l.tokens {
		next := variable.FindStringSubmatch(d.value)
		if next == nil {
			break
		}
		to, set := l.tokens[next[1]]
		if !set {
			break
		}
		d = to
	}
	return d
}

// colour returns the colour of a token; ok is false if it can't be computed.
func (l *look) colour(name string) (c colour.Colour, ok bool) {
	return l.resolve(l.tokens[name].value, len(l.tokens))
}

// resolve computes a value with at most so many variables one behind the
// other: more would go in a circle.
func (l *look) resolve(value string, most int) (colour.Colour, bool) {
	if both := lightDark.FindStringSubmatch(value); both != nil {
		value = strings.TrimSpace(both[1])
		if l.scheme == inDark {
			value = strings.TrimSpace(both[2])
		}
	}
	if name := variable.FindStringSubmatch(value); name != nil && most > 0 {
		if d, set := l.tokens[name[1]]; set {
			return l.resolve(d.value, most-1)
		}
		return l.resolve(strings.TrimSpace(name[2]), most-1)
	}
	c, err := colour.Parse(value)
	return c, err == nil
}
