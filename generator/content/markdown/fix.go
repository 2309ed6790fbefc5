package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// Who tells of an issue often knows how its author wanted it to be: a fix says
// so, in the source, for those who want it written by the press of a button.

// mend gives the issue that was told last its fix.
func (w *walker) mend(start, stop int, text string) {
	// A short text stands in a key, where other signs are needed.
	if start < 0 || stop < start || w.short || w.mended > mendedMost {
		return
	}
	fix := report.Source{Text: w.source}.Fix(start, stop, text)
	w.mended += len(fix.Old) + len(fix.New)
	w.result.Issues[len(w.result.Issues)-1].Fix = fix
}

// mendedMost is how much is mended of a text, in bytes: no more is told of.
const mendedMost = 1_000_000

// ask mends with what the author answers to a message.
func (w *walker) ask(start, stop int, text string, message report.Word) {
	w.mend(start, stop, text)
	if fix := w.result.Issues[len(w.result.Issues)-1].Fix; fix != nil {
		fix.Ask = message
	}
}

// mendWord writes another word in place of the first of a line from a place on.
func (w *walker) mendWord(at int, word string, other any) {
	found := bytes.Index(w.source[at:w.lineEnd(at)], []byte(word))
	if text, ok := other.(string); ok && text != "" && word != "" && found >= 0 {
		w.mend(at+found, at+found+len(word), text)
	}
}

// lineEnd returns where the line ends that a place is in.
func (w *walker) lineEnd(at int) int {
	if length := bytes.IndexByte(w.source[at:], '\n'); length >= 0 {
		return at + length
	}
	return len(w.source)
}

// lineStart returns where it begins.
func (w *walker) lineStart(at int) int { return bytes.LastIndexByte(w.source[:at], '\n') + 1 }

// eachLine mends the lines from one on, as long as change knows what they were to
// be. Empty lines between them stay.
func (w *walker) eachLine(at int, change func(line string) (changed string, ok bool)) {
	var all strings.Builder
	start := w.lineStart(at)
	stop, next, gap := start, start, ""
	for next < len(w.source) && w.mended <= mendedMost {
		end := w.lineEnd(next)
		line := w.whole[next:end]
		changed, ok := change(line)
		if !ok && strings.TrimSpace(line) != "" {
			break
		}
		if ok {
			all.WriteString(gap + changed)
			stop, gap = end, "\n"
		} else {
			gap += line + "\n"
		}
		next = end + 1
	}
	w.mend(start, stop, all.String())
}

// listed returns a line that begins with a sign as an item of a list.
func listed(sign string) func(string) (string, bool) {
	return func(line string) (string, bool) {
		text := strings.TrimLeft(line, " \t")
		if listSign(text) != sign {
			return "", false
		}
		_, behind, _ := strings.Cut(strings.ReplaceAll(text, "\u00a0", " "), " ")
		if before, rest, found := strings.Cut(text, "\t"); found && !strings.Contains(before, " ") {
			behind = rest
		}
		return "- " + strings.TrimLeft(behind, " \t"), true
	}
}

var tightStart = regexp.MustCompile(`^(\s*)(?:(-)|(\d{1,3})(?: ?)([.)]))[ \x{a0}]*([^\s\x{a0}].*)$`)

// spacedItem returns a line with the space that an item of a list needs.
func spacedItem(line string) (string, bool) {
	m := tightStart.FindStringSubmatch(line)
	if m == nil || strings.HasPrefix(line, "--") {
		return "", false
	}
	return m[1] + m[2] + m[3] + m[4] + " " + m[5], true
}

// renumber puts a backslash behind the numbers that lines of a list begin
// with, or counts them anew where one was counted twice or left
// out.
func (w *walker) renumber(items []int, numbers []int) {
	if len(items) == 0 {
		return
	}
	last := w.lineEnd(items[len(items)-1])
	miscounted := len(numbers) > 2 && numbers[0] == 1
	for i := 1; i < len(numbers) && miscounted; i++ {
		miscounted = numbers[i]-numbers[i-1] <= 2 && numbers[i] >= numbers[i-1]
	}
	var out strings.Builder
	end := items[0]
	for i, at := range items {
		number := listNumber.FindString(w.whole[at:])
		digits := number[:len(number)-1]
		out.WriteString(w.whole[end:at])
		if miscounted {
			out.WriteString(strconv.Itoa(i+1) + number[len(digits):])
		} else {
			out.WriteString(digits + `\` + number[len(digits):])
		}
		end = at + len(number)
	}
	w.mend(items[0], last, out.String()+w.whole[end:last])
}

// linkAt is a link's text and address in the source.
var linkAt = regexp.MustCompile(`^!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(`)

// longestLink is how far behind a place the rest of a link is looked for.
const longestLink = 2000

// mendLink writes another address into a link.
func (w *walker) mendLink(at int, destination []byte, address string) {
	text := w.source[at:min(len(w.source), at+longestLink)]
	before := linkAt.FindIndex(text)
	if before == nil || address == "" || !bytes.HasPrefix(bytes.TrimLeft(text[before[1]:], "<"), destination) {
		return
	}
	start := at + before[1]
	if w.source[start] == '<' {
		return
	}
	w.mend(start, start+len(destination), address)
}

// askText asks for another text of a link or a picture.
func (w *walker) askText(at int, message report.Word) {
	if found := linkAt.FindSubmatchIndex(w.source[at:min(len(w.source), at+longestLink)]); found != nil {
		w.ask(at, at+found[1], w.whole[at:at+found[2]]+report.Asked+w.whole[at+found[3]:at+found[1]], message)
	}
}

// wider gives a table more columns, the first of which its author names.
func (w *walker) wider(at, columns int) {
	head := w.lineEnd(at)
	if head == len(w.source) {
		return
	}
	line := w.lineEnd(head + 1)
	more := func(line, first, cell string) string {
		line = strings.TrimRight(line, " ")
		if !strings.HasSuffix(line, "|") {
			line += " |"
		}
		return line + first + strings.Repeat(cell, columns-1)
	}
	text := more(w.whole[at:head], " "+report.Asked+" |", "  |") + "\n" + more(w.whole[head+1:line], "---|", "---|")
	w.ask(at, line, text, "fix-ask-column")
}

// ruled returns the line below the heads of a table.
func ruled(columns int) string { return "|" + strings.Repeat("---|", columns) }

// tabled makes a table of lines that are parted by tabs.
func (w *walker) tabled(at int) {
	columns := 0
	w.eachLine(at, func(line string) (string, bool) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) < 2 || len(line) > longestLine {
			return "", false
		}
		row := "| " + strings.Join(parts, " | ") + " |"
		if columns == 0 {
			columns = len(parts)
			row += "\n" + ruled(columns)
		}
		return row, len(parts) <= columns
	})
}

// noteFrom makes a note to oneself whole that begins at a place, with its signs up
// to another; stop is where it ends, with what ends it, or 0 for none.
func (w *walker) noteFrom(start, behind, end, stop int) {
	if stop == 0 {
		end = w.paragraph(start).stop
		stop = end
	}
	inner := slices.DeleteFunc(strings.Split(w.whole[behind:end], "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
	w.mend(start, stop, "<!-- "+strings.TrimSpace(strings.Join(inner, "\n"))+" -->")
}
