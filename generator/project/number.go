package project

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// numbers returns the numbered pages of a kind by their number.
func numbers(l *guide.Locale, kind string) map[int]*guide.Page {
	taken := map[int]*guide.Page{}
	for _, p := range l.Of(kind) {
		if p.Number > 0 {
			taken[p.Number] = p
		}
	}
	return taken
}

// free returns the first number that no page of a kind has, be it one that the
// guide leaves out.
func free(l *guide.Locale, kind string) int {
	taken := numbers(l, kind)
	for number := 1; ; number++ {
		if taken[number] == nil && !l.Hides(kind, strconv.Itoa(number)) {
			return number
		}
	}
}

// isNumber reports whether a title is surely meant as a number: "07" or "7.".
func isNumber(title string) bool {
	return strings.Trim(title, "0123456789.# ") == ""
}

// refuseNumber says that a numbered page is called by its title. In another
// language than the guide's first the number can be that of a page to
// translate.
func (d *plan) refuseNumber() error {
	values := report.Values{"name": d.title, "kind": d.Kind, "number": d.Number}
	number, _ := strconv.Atoi(strings.Trim(d.title, ".# "))
	original := numbers(d.site.Locales[0], d.Kind)[number]
	if d.edition != d.site.Locales[0] && original != nil {
		values["original"], values["language"] = original.ID, d.edition.Language
	}
	return refuse("new-name-number", values)
}

// Numbered pages have their numbers at the end of their files' names, as
// "event-4", and at the beginning of their addresses, as "07-esteet".
var (
	numberLast  = regexp.MustCompile(`([^/]*?)(\d+)$`)
	numberFirst = regexp.MustCompile(`(?:^|/)()(\d+)[^/]*$`)
)

// likeOthers writes the page's number as the names of other numbered pages have
// theirs, with what stands before it. Where none does, it is "".
func (d *plan) likeOthers(name func(*guide.Page) string, shape *regexp.Regexp) string {
	taken := numbers(d.edition, d.Kind)
	for n := range d.Number + len(taken) + 1 {
		if taken[n] == nil {
			continue
		}
		match := shape.FindStringSubmatch(name(taken[n]))
		if match == nil {
			continue
		}
		if value, err := strconv.Atoi(match[2]); err == nil && value == n {
			return fmt.Sprintf("%s%0*d", match[1], len(match[2]), d.Number)
		}
	}
	return ""
}
