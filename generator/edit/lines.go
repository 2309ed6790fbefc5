package edit

import (
	"strings"

	"sparrausopas/generator/report"
)

// bom marks the encoding of a file.
const bom = "\uFEFF"

// LikeLines returns a text as a file that takes the place of an old one: with
// its mark of encoding and with its line ends. Lines that are the same up to the
// first and from the last one that is another stay byte for byte; those between
// end like most of the old file's. So do all where the one before ends with \r
// alone and would be put together with the \n of the next.
func LikeLines(old []byte, text string) []byte {
	if kept := mixedLines(old, text); string(report.Clean(kept)) == text {
		return kept
	}
	rest, marked := strings.CutPrefix(string(old), bom)
	_, ends := split(rest)
	text = strings.ReplaceAll(text, "\n", mostly(ends))
	if marked {
		text = bom + text
	}
	return []byte(text)
}

func mixedLines(old []byte, text string) []byte {
	rest, marked := strings.CutPrefix(string(old), bom)
	lines, ends := split(rest)
	fresh, freshEnds := split(text)
	head := common(lines, fresh, func(n, i int) int { return i })
	tail := common(lines[head:], fresh[head:], func(n, i int) int { return n - 1 - i })
	usual := mostly(ends)
	var out strings.Builder
	if marked {
		out.WriteString(bom)
	}
	for i, line := range fresh {
		end := usual
		switch at := i - len(fresh) + len(lines); {
		case freshEnds[i] == "":
			end = ""
		case i < head && ends[i] != "":
			end = ends[i]
		case i >= len(fresh)-tail && ends[at] != "":
			end = ends[at]
		}
		out.WriteString(line + end)
	}
	return []byte(out.String())
}

// common returns how many lines of two texts are the same, in an order that gives
// the place of the i-th of n.
func common(a, b []string, place func(n, i int) int) int {
	i := 0
	for i < min(len(a), len(b)) && a[place(len(a), i)] == b[place(len(b), i)] {
		i++
	}
	return i
}

// split returns the lines of a text and what each ends with: \n, \r\n or \r, as
// report.Clean reads them, or nothing at the end of the text.
func split(text string) (lines, ends []string) {
	for text != "" {
		at, end := strings.IndexAny(text, "\r\n"), "\n"
		switch {
		case at < 0:
			at, end = len(text), ""
		case strings.HasPrefix(text[at:], "\r\n"):
			end = "\r\n"
		case text[at] == '\r':
			end = "\r"
		}
		lines, ends = append(lines, text[:at]), append(ends, end)
		text = text[at+len(end):]
	}
	return lines, ends
}

// mostly returns what most lines end with.
func mostly(ends []string) string {
	most, counts := "\n", map[string]int{}
	for _, end := range ends {
		counts[end]++
		if end != "" && counts[end] > counts[most] {
			most = end
		}
	}
	return most
}
