package word

import (
	"slices"
	"strings"
)

// headings gives the headings levels that a page can have, and takes the title out
// if that is wanted.
func (d *document) headings(blocks []block) (rest []block, title string) {
	blocks = plainHeadings(blocks, func(b block) bool { return b.item.depth > 0 || b.quoted })
	if d.options.Title {
		blocks, title = takeTitle(blocks)
	}
	used := map[int]bool{}
	for _, b := range blocks {
		if b.kind == heading {
			used[b.level] = true
		}
	}
	levels, above := levelsOf(used), 1
	for i, b := range blocks {
		if b.kind == heading {
			above = min(levels[b.level], above+1, 6)
			blocks[i].level = above
		}
	}
	return blocks, title
}

// levelsOf gives the levels that a document uses others from 2 on.
func levelsOf(used map[int]bool) map[int]int {
	levels, next := map[int]int{}, 2
	for level := titleLevel; level <= 9; level++ {
		if used[level] {
			levels[level] = next
			next++
		}
	}
	return levels
}

// takeTitle takes the title out of a text: what is marked as such, or else its only
// heading of the first level, if nothing stands before it.
func takeTitle(blocks []block) (rest []block, title string) {
	marked := func(level int) func(block) bool {
		return func(b block) bool {
			return b.kind == heading && b.level == level && strings.TrimSpace(textOf(b.runs)) != ""
		}
	}
	at := slices.IndexFunc(blocks, marked(titleLevel))
	if first := slices.IndexFunc(blocks, marked(1)); at < 0 && first == 0 && slices.IndexFunc(blocks[1:], marked(1)) < 0 {
		at = first
	}
	if at < 0 || hasOther(blocks[at].runs) {
		return blocks, ""
	}
	title = strings.Join(strings.Fields(textOf(blocks[at].runs)), " ")
	return slices.Delete(slices.Clone(blocks), at, at+1), title
}

// hasOther reports whether there is more than words.
func hasOther(runs []run) bool {
	return slices.ContainsFunc(runs, func(r run) bool { return r.note > 0 || r.picture != "" })
}

// textOf returns the words of runs.
func textOf(runs []run) string {
	var out strings.Builder
	for _, r := range runs {
		out.WriteString(r.text)
	}
	return out.String()
}

// plainHeadings makes bold paragraphs of headings that can't be any.
func plainHeadings(blocks []block, which func(block) bool) []block {
	for i, b := range blocks {
		if b.kind == heading && which(b) {
			blocks[i].kind = paragraph
			for j := range b.runs {
				b.runs[j].look.strong = true
			}
		}
	}
	return blocks
}
