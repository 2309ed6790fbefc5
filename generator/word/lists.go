package word

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// deepest is how many lists can be in each other.
const deepest = 9

// lists puts the lists of a text in order: those that were typed become lists, no
// depth is left out, and numbers count as Markdown counts them.
func lists(blocks []block) []block {
	blocks = typed(parted(slices.DeleteFunc(blocks, block.isEmpty)))
	depth := 0
	for i := range blocks {
		it := &blocks[i].item
		if it.sign == goesOn {
			it.depth = min(it.depth, depth)
		} else {
			it.depth = min(it.depth, depth+1, deepest)
		}
		depth = it.depth
		blocks[i].quoted = blocks[i].quoted && (depth == 0 || it.sign != goesOn || i > 0 && blocks[i-1].quoted)
	}
	return alone(joined(blocks))
}

func (b block) isEmpty() bool {
	return b.kind != table && b.kind != rule && !hasOther(b.runs) && strings.TrimSpace(textOf(b.runs)) == ""
}

var (
	typedBullet = regexp.MustCompile(`^\s*(?:[•·▪◦●■‣∙○◆►▸➢➤✓✔☐*-]\s+|[o§üØvq]\t\s*)(\S)`)
	typedNumber = regexp.MustCompile(`^\s*(\d{1,3})[.)]\s+(\S)`)
)

// typedSign finds the sign of an item that was typed, and where the words behind it
// begin.
func (b block) typedSign() (s sign, number, words int) {
	if b.kind != paragraph || b.item.sign != goesOn || len(b.runs) == 0 || b.runs[0].look.code {
		return goesOn, 0, 0
	}
	text := b.runs[0].text
	if len(b.runs) > 1 && b.runs[1].picture == "" && b.runs[1].note == 0 {
		// What parts the sign from the words may look otherwise.
		text += strings.TrimLeft(b.runs[1].text, "\n") + "x"
	}
	if at := typedBullet.FindStringSubmatchIndex(text); at != nil {
		return bullet, 0, at[2]
	}
	if at := typedNumber.FindStringSubmatchIndex(text); at != nil {
		number, _ := strconv.Atoi(text[at[2]:at[3]])
		return counting, number, at[4]
	}
	return goesOn, 0, 0
}

// parted makes paragraphs of the lines of one that begin with signs of a list.
func parted(blocks []block) (all []block) {
	for _, b := range blocks {
		lines := linesOf(b)
		signs := 0
		for _, line := range lines {
			if s, _, _ := line.typedSign(); s == bullet {
				signs++
			}
		}
		if len(lines) > 1 && signs > 1 {
			all = append(all, lines...)
		} else {
			all = append(all, b)
		}
	}
	return all
}

// linesOf parts a paragraph at its line breaks.
func linesOf(b block) (lines []block) {
	if b.kind != paragraph || !strings.Contains(textOf(b.runs), "\n") {
		return []block{b}
	}
	line := b
	line.runs = nil
	for _, r := range b.runs {
		for i, text := range strings.Split(r.text, "\n") {
			if i > 0 {
				lines = append(lines, line)
				line.runs, line.item.sign = nil, goesOn
			}
			part := r
			part.text = text
			line.runs = append(line.runs, part)
		}
	}
	return slices.DeleteFunc(append(lines, line), block.isEmpty)
}

// typed makes lists of two paragraphs or more, one after the other, that were typed
// with signs or with numbers from 1.
func typed(blocks []block) []block {
	for i := 0; i < len(blocks); {
		s, first, _ := blocks[i].typedSign()
		end := i
		for s != goesOn && end < len(blocks) {
			next, number, _ := blocks[end].typedSign()
			if next != s || s == counting && number != first+end-i {
				break
			}
			end++
		}
		if s == goesOn || end < i+2 || s == counting && first != 1 {
			i++
			continue
		}
		for ; i < end; i++ {
			_, number, words := blocks[i].typedSign()
			blocks[i].runs = without(blocks[i].runs, words)
			blocks[i].item = item{depth: blocks[i].item.depth + 1, sign: s, number: number}
		}
	}
	return blocks
}

// without takes the first bytes of runs away.
func without(runs []run, bytes int) []run {
	runs = slices.Clone(runs)
	for i := range runs {
		cut := min(bytes, len(runs[i].text))
		runs[i].text, bytes = runs[i].text[cut:], bytes-cut
	}
	return runs
}

// betweenMost is how many paragraphs may cut off a list that counts on behind them.
const betweenMost = 3

// joined makes what stands between items that count on from each other a part of the
// one before.
func joined(blocks []block) []block {
	for i, b := range blocks {
		if b.item.sign != counting || b.item.depth != 1 || b.item.number < 2 {
			continue
		}
		before := i - 1
		for before >= 0 && blocks[before].item.depth == 0 && blocks[before].kind != heading && i-before <= betweenMost+1 {
			before--
		}
		if before == i-1 || before < 0 || blocks[before].item.depth == 0 || lastNumber(blocks[:before+1], 1) != b.item.number-1 {
			continue
		}
		for j := before + 1; j < i; j++ {
			blocks[j].item.depth, blocks[j].quoted = 1, false
		}
	}
	return blocks
}

// lastNumber returns the number of the last item at a depth of the list that a text
// ends in, 0 for none.
func lastNumber(blocks []block, depth int) int {
	for i := len(blocks) - 1; i >= 0 && blocks[i].item.depth >= depth; i-- {
		if it := blocks[i].item; it.depth == depth && it.sign == counting {
			return it.number
		} else if it.depth == depth && it.sign == bullet {
			return 0
		}
	}
	return 0
}

// alone makes paragraphs of lists that count one item: "7. luokan" isn't meant as a
// list, and what is keeps its number.
func alone(blocks []block) []block {
	for i := 0; i < len(blocks); i++ {
		it := blocks[i].item
		if it.sign != counting || lastNumber(blocks[:i], it.depth) == it.number-1 && it.number > 1 {
			continue
		}
		end := i + 1
		for end < len(blocks) && (blocks[end].item.depth > it.depth || blocks[end].item.depth == it.depth && blocks[end].item.sign == goesOn) {
			end++
		}
		if end < len(blocks) && blocks[end].item == (item{it.depth, counting, it.number + 1}) {
			continue
		}
		if blocks[i].kind == paragraph {
			blocks[i].runs = append([]run{{text: strconv.Itoa(it.number) + ". "}}, blocks[i].runs...)
		}
		blocks[i].item.sign = goesOn
		for j := i; j < end; j++ {
			blocks[j].item.depth--
		}
	}
	return blocks
}
