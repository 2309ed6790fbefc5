package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/report"
)

// A line that begins with a number and a dot is an item of a list, and its
// number counts for the first item alone. In Finnish days and ordinals are
// written like that: "3. helmikuuta", "7. luokan".

// listNumber is the number that an item of a list begins with.
var listNumber = regexp.MustCompile(`^(\d{1,9})[.)]`)

// counted is a list that counts from 1, alone or with those before it in the
// same part of the text.
type counted struct {
	last *ast.List
	// reached is the number of its last item.
	reached int
}

// ordered finds lists whose numbers would show otherwise than they were
// written, and those that may not be meant as lists.
func (w *walker) ordered(list *ast.List) {
	// A short text is told of as a whole.
	if !list.IsOrdered() || w.short {
		return
	}
	numbers, items := w.numbers(list)
	if len(numbers) == 0 {
		return
	}
	shown := make([]int, len(numbers))
	for i := range shown {
		shown[i] = numbers[0] + i
	}
	values := report.Values{"numbers": inWords(numbers), "shown": inWords(shown), "escaped": strconv.Itoa(numbers[0]) + `\.`}
	at := offset(list, w.source)
	switch {
	case !isCounted(numbers):
		w.issue(at, "list-numbers", values)
		w.renumber(items, numbers)
	case w.continues(list, values):
	case len(numbers) == 1 && !goesOn(list):
		w.issue(at, "list-single", values)
		w.renumber(items, numbers)
	case numbers[0] > 1:
		w.issue(at, "list-begins", values)
		w.renumber(items, numbers)
	}
}

// numbers are those that the items of a list begin with, and where they stand.
func (w *walker) numbers(list *ast.List) (numbers, at []int) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if found := listNumber.FindSubmatch(w.source[offset(item, w.source):]); found != nil {
			number, _ := strconv.Atoi(string(found[1]))
			numbers, at = append(numbers, number), append(at, offset(item, w.source))
		}
	}
	return numbers, at
}

// continues reports whether a list counts on from one that what stands between
// them has cut off, and tells of it where that begins.
func (w *walker) continues(list *ast.List, values report.Values) bool {
	before := w.counted[list.Parent()]
	found := before.last != nil && list.Start > 1 && list.Start == before.reached+1
	if list.Start == 1 || found {
		if w.counted == nil {
			w.counted = map[ast.Node]counted{}
		}
		w.counted[list.Parent()] = counted{list, list.Start + list.ChildCount() - 1}
	}
	if !found {
		return false
	}
	between := before.last.NextSibling()
	if between == ast.Node(list) {
		values["marker"] = string(before.last.Marker)
	}
	values["number"] = strconv.Itoa(list.Start)
	values["spaces"] = strconv.Itoa(len(strconv.Itoa(before.reached)) + len(". "))
	w.issue(offset(between, w.source), "list-parted", values)
	if at := offset(list, w.source); between == ast.Node(list) {
		number := listNumber.FindString(w.whole[at:])
		w.mend(at, at+len(number), number[:len(number)-1]+string(before.last.Marker))
	}
	return true
}

// goesOn reports whether a list near behind a list counts on from it.
func goesOn(list *ast.List) bool {
	next := list.NextSibling()
	for range 3 {
		if next == nil || next.Kind() == ast.KindHeading {
			return false
		}
		if other, ok := next.(*ast.List); ok && other.IsOrdered() {
			return list.Start == 1 && other.Start == 2
		}
		next = next.NextSibling()
	}
	return false
}

// isCounted reports whether numbers follow each other, or are all 1.
func isCounted(numbers []int) bool {
	ones, steps := true, true
	for i, number := range numbers {
		ones = ones && number == 1
		steps = steps && number == numbers[0]+i
	}
	return ones || steps
}

func inWords(numbers []int) string {
	var list []string
	for _, number := range numbers {
		list = append(list, strconv.Itoa(number)+".")
	}
	if len(list) > 6 {
		list = append(list[:6], "…")
	}
	return strings.Join(list, ", ")
}
