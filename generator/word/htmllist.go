package word

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// list reads a list, which can stand in another one itself, as Word and Google Docs
// write it.
func (r *htmlReader) list(n *html.Node, a around) {
	r.end()
	a.depth++
	number, err := strconv.Atoi(attribute(n, "start"))
	if err != nil || number < 0 || number > numberMost {
		number = 1
	}
	s := bullet
	if n.Data == "ol" {
		s = counting
	}
	if byLetters(attribute(n, "type") + styleOf(n)["list-style-type"]) {
		r.leave("letters", words(n))
	}
	for c := range n.ChildNodes() {
		if !is(c, "li") {
			r.walk(c, a)
			continue
		}
		if value, err := strconv.Atoi(attribute(c, "value")); err == nil && value >= 0 && value <= numberMost {
			number = value
		}
		inner := a
		inner.like.quoted = a.like.quoted
		inner.item = &item{depth: max(a.depth, levelOf(c)), sign: s, number: number}
		if !r.dropped(c, styleOf(c)) && !r.isNote(c) {
			r.end()
			look := styleOf(c).on(inner.look)
			inner.look = look
			r.children(c, inner)
			number++
		}
		r.end()
	}
}

// numberMost is the greatest number of an item.
const numberMost = 99_999

// levelOf returns how deep Word online says an item to be, 0 if it doesn't.
func levelOf(n *html.Node) int {
	for _, key := range []string{"data-aria-level", "aria-level"} {
		if level, err := strconv.Atoi(attribute(n, key)); err == nil && level > 0 {
			return min(level, deepest)
		}
	}
	return 0
}

// byLetters reports whether a list counts otherwise than by numbers.
func byLetters(kind string) bool {
	return strings.Contains(kind, "alpha") || strings.Contains(kind, "roman") || strings.Contains(kind, "latin") || kind == "a" || kind == "A" || kind == "i" || kind == "I"
}

var (
	msoList  = regexp.MustCompile(`^l\d+ level(\d) lfo\d+`)
	msoDigit = regexp.MustCompile(`^\(?(?:\d+\.)*(\d{1,5})[.):]*\)?$`)
	msoAlpha = regexp.MustCompile(`^\(?(?:([a-zåäö])|[ivxlc]+)[.)]$`)
)

// wordItem returns the item that a paragraph of Word's is, which has its sign as a
// text that other programs are to ignore.
func (r *htmlReader) wordItem(n *html.Node, s style) (it item, ok bool) {
	match := msoList.FindStringSubmatch(s["mso-list"])
	if match == nil || is(n, "li") {
		return item{}, false
	}
	depth, _ := strconv.Atoi(match[1])
	it = item{depth: max(depth, 1), sign: bullet}
	for d := range n.Descendants() {
		if d.Type != html.ElementNode || styleOf(d)["mso-list"] != "ignore" {
			continue
		}
		text := strings.ToLower(strings.Join(strings.Fields(clean(words(d))), ""))
		if at := msoDigit.FindStringSubmatch(text); at != nil {
			number, _ := strconv.Atoi(at[1])
			it.sign, it.number = counting, number
		} else if msoAlpha.MatchString(text) {
			it.sign, it.number = counting, r.lettered(depth, text)
			r.leave("letters", words(n))
		}
		break
	}
	return it, true
}

// lettered returns the number of an item that counts by letters: the next one after
// the item before at its depth.
func (r *htmlReader) lettered(depth int, text string) int {
	first := strings.Trim(text, "().")
	if first == "a" || first == "i" && lastNumber(r.blocks, depth) == 0 {
		return 1
	}
	return lastNumber(r.blocks, depth) + 1
}
