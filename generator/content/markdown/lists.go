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

// ordered finds lists whose numbers would show otherwise than they were
// written, and those that may not be meant as lists.
func (w *walker) ordered(list *ast.List) {
	if !list.IsOrdered() {
		return
	}
	var numbers []int
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if found := listNumber.FindSubmatch(w.source[offset(item, w.source):]); found != nil {
			number, _ := strconv.Atoi(string(found[1]))
			numbers = append(numbers, number)
		}
	}
	if len(numbers) == 0 {
		return
	}
	shown := make([]int, len(numbers))
	for i := range shown {
		shown[i] = numbers[0] + i
	}
	values := report.Values{"numbers": counted(numbers), "shown": counted(shown), "escaped": strconv.Itoa(numbers[0]) + `\.`}
	at := offset(list, w.source)
	switch {
	case !isCounted(numbers):
		w.issue(at, "list-numbers", values)
	case len(numbers) == 1:
		w.issue(at, "list-single", values)
	case numbers[0] > 1:
		w.issue(at, "list-begins", values)
	}
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

func counted(numbers []int) string {
	var list []string
	for _, number := range numbers {
		list = append(list, strconv.Itoa(number)+".")
	}
	if len(list) > 6 {
		list = append(list[:6], "…")
	}
	return strings.Join(list, ", ")
}
