package word

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// place is what words stand in: in a paragraph, and else in all of these at once.
type place int

const (
	inHeading place = 1 << iota
	inCell
	// inHead is in the head of a table, beside inCell.
	inHead
	inLink

	inParagraph place = 0
)

// has reports whether words stand in one of some places.
func (in place) has(other place) bool { return in&other != 0 }

// inline returns runs as Markdown: lines in a paragraph, one line elsewhere.
func inline(runs []run, in place) string {
	runs = settled(runs, in)
	var lines []string
	for len(runs) > 0 {
		end := slices.IndexFunc(runs, run.isBreak)
		if end < 0 {
			end = len(runs)
		}
		if line := lineOf(runs[:end], in); line != "" {
			lines = append(lines, line)
		}
		runs = runs[min(end+1, len(runs)):]
	}
	return strings.Join(lines, "\\\n")
}

func lineOf(runs []run, in place) string {
	line := strings.TrimSpace(spans(runs, in))
	if in == inParagraph {
		line = atStart(line)
	}
	return line
}

func (r run) isBreak() bool { return r.text == "\n" }

// isText reports whether a run is words alone.
func (r run) isText() bool { return r.note == 0 && r.picture == "" }

// settled puts runs in order: each of its own look, with single spaces and breaks by
// themselves, spaces without a look, and no two looks in one word.
func settled(runs []run, in place) (all []run) {
	for _, r := range runs {
		if !r.isText() {
			all = append(all, r)
			continue
		}
		if in != inParagraph {
			r.text = strings.ReplaceAll(r.text, "\n", " ")
		}
		if in.has(inHeading | inHead) {
			r.look.strong = false
		}
		for i, text := range strings.Split(r.text, "\n") {
			if i > 0 {
				all = append(all, run{text: "\n"})
			}
			part := r
			part.text = text
			all = append(all, pieces(part)...)
		}
	}
	return merged(oneLook(all))
}

// pieces parts the spaces around a run from it, and leaves one each within.
func pieces(r run) []run {
	words := strings.Fields(r.text)
	space := run{text: " ", link: r.link}
	if len(words) == 0 {
		if r.text == "" {
			return nil
		}
		return []run{space}
	}
	first, _ := utf8.DecodeRuneInString(r.text)
	last, _ := utf8.DecodeLastRuneInString(r.text)
	var list []run
	if unicode.IsSpace(first) {
		list = append(list, space)
	}
	r.text = strings.Join(words, " ")
	list = append(list, r)
	if unicode.IsSpace(last) {
		list = append(list, space)
	}
	return list
}

// oneLook gives a run that stands right behind another the look of that one if both
// have some: no signs could tell them apart.
func oneLook(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		a, b := runs[i-1], runs[i]
		if a.isText() && b.isText() && a.link == b.link && a.look != (look{}) && b.look != (look{}) && !a.look.code && !b.look.code {
			runs[i].look = a.look
		}
	}
	return runs
}

// merged puts runs together that look and mean the same, with the spaces between.
func merged(runs []run) (all []run) {
	for i, r := range runs {
		last := len(all) - 1
		if last < 0 || !r.isText() || r.isBreak() || !all[last].isText() || all[last].isBreak() || all[last].link != r.link {
			all = append(all, r)
			continue
		}
		between := r.text == " " && i+1 < len(runs) && runs[i+1].look == all[last].look && runs[i+1].link == r.link && runs[i+1].isText() && !runs[i+1].isBreak()
		switch {
		case r.text == " " && strings.HasSuffix(all[last].text, " "):
		case all[last].look == r.look || between && !r.look.code:
			all[last].text += r.text
		default:
			all = append(all, r)
		}
	}
	return all
}

// spans writes the runs of a line.
func spans(runs []run, in place) string {
	var out strings.Builder
	for i := 0; i < len(runs); {
		r := runs[i]
		if !r.isText() || r.link != "" {
			// An exclamation mark would make a picture of a link.
			if text := out.String(); strings.HasSuffix(text, "!") {
				out.Reset()
				out.WriteString(text[:len(text)-1] + `\!`)
			}
		}
		if r.link != "" && !in.has(inLink) {
			end := i
			for end < len(runs) && runs[end].link == r.link {
				end++
			}
			out.WriteString(linked(runs[i:end], in))
			i = end
			continue
		}
		out.WriteString(r.markdown(beside(runs, i-1), beside(runs, i+1), in))
		i++
	}
	return out.String()
}

// beside returns the words of a neighbour, a bracket for what is in brackets.
func beside(runs []run, i int) string {
	switch {
	case i < 0 || i >= len(runs):
		return " "
	case !runs[i].isText() || runs[i].link != "":
		return "]"
	}
	return runs[i].text
}

// linked writes a link.
func linked(runs []run, in place) string {
	address := runs[0].link
	inner := slices.Clone(runs)
	for i := range inner {
		inner[i].link = ""
	}
	before, after := "", ""
	if inner[0].text == " " {
		before = " "
	}
	if len(inner) > 1 && inner[len(inner)-1].text == " " {
		after = " "
	}
	text := strings.TrimSpace(spans(merged(inner), in|inLink))
	words := strings.TrimSpace(textOf(inner))
	switch {
	case text == "":
		return before
	case len(runs) == 1 && isBare(words) && (words == address || words+"/" == address || "mailto:"+words == address):
		return before + "<" + words + ">" + after
	}
	if in.has(inCell) {
		address = strings.ReplaceAll(address, "|", "%7C")
	}
	return before + "[" + text + "](" + address + ")" + after
}

// markdown writes a run between what stands beside it.
func (r run) markdown(before, after string, in place) string {
	switch {
	case r.note > 0:
		return "[^" + strconv.Itoa(r.note) + "]"
	case r.picture != "":
		return "![" + escaped(strings.Join(strings.Fields(r.text), " "), inLink) + "](" + r.picture + ")"
	case r.look.code:
		return codeSpan(r.text, in)
	}
	left, text, right := edges(r, before, after)
	mark := ""
	if r.look.strong {
		mark = "**"
	}
	if r.look.emphasis {
		mark += "*"
	}
	if text == "" || mark == "" {
		return escapedBetween(before, r.text, after, in)
	}
	return escaped(left, in) + mark + escaped(text, in) + mark + escaped(right, in)
}

// edges takes spaces from the edges of what has a look, and signs where a letter
// stands beside them: Markdown wants it so.
func edges(r run, before, after string) (left, text, right string) {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	outer := func(beside rune) func(rune) bool {
		return func(c rune) bool {
			return unicode.IsSpace(c) || isSign(c) && !isSign(beside) && !unicode.IsSpace(beside)
		}
	}
	text = strings.TrimLeftFunc(r.text, outer(last))
	left = r.text[:len(r.text)-len(text)]
	right = text
	text = strings.TrimRightFunc(text, outer(next))
	return left, text, right[len(text):]
}

func isSign(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }

// codeSpan writes code between more backquotes than it has.
func codeSpan(text string, in place) string {
	if strings.TrimSpace(text) == "" {
		return text
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	if in.has(inCell) {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	return fence + text + fence
}
