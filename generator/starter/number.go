package starter

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// numbers returns the numbered pages of a kind by their number.
func numbers(e *guide.Edition, kind string) map[int]*guide.Page {
	taken := map[int]*guide.Page{}
	for _, p := range e.Of(kind) {
		if p.Number > 0 {
			taken[p.Number] = p
		}
	}
	return taken
}

// free returns the first number that no page of a kind has, be it one that the
// guide leaves out.
func free(e *guide.Edition, kind string) int {
	taken := numbers(e, kind)
	for number := 1; ; number++ {
		if taken[number] == nil && !e.HidesNumber(kind, number) {
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
	values := report.Values{"name": d.title, "kind": d.asked.Kind, "number": strconv.Itoa(d.number())}
	number, _ := strconv.Atoi(strings.Trim(d.title, ".# "))
	original := numbers(d.site.Editions[0], d.asked.Kind)[number]
	if d.edition != d.site.Editions[0] && original != nil {
		values["original"], values["language"] = original.ID, d.edition.Language
	}
	return refuse("new-name-number", values)
}

// likeOthers writes a number as the file names of numbered pages do: "25" or
// "event-4". Where none does, it is "".
func likeOthers(taken map[int]*guide.Page, number int) string {
	for n := 1; n <= number+len(taken); n++ {
		if taken[n] == nil {
			continue
		}
		name := path.Base(taken[n].ID)
		before := strings.TrimRight(name, "0123456789")
		digits := name[len(before):]
		if value, err := strconv.Atoi(digits); err == nil && value == n {
			return before + fmt.Sprintf("%0*d", len(digits), number)
		}
	}
	return ""
}

// slugLikeOthers puts the number before a slug, as the addresses of numbered
// pages have it: "07-esteet" or "3-tarpeet".
func slugLikeOthers(taken map[int]*guide.Page, number int, slug string) string {
	for n := 1; n <= number+len(taken); n++ {
		if taken[n] == nil {
			continue
		}
		name := strings.TrimSuffix(path.Base(taken[n].Address), ".html")
		digits := name[:len(name)-len(strings.TrimLeft(name, "0123456789"))]
		if value, err := strconv.Atoi(digits); err == nil && value == n {
			return fmt.Sprintf("%0*d-%s", len(digits), number, slug)
		}
	}
	return slug
}
