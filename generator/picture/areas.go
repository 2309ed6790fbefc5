package picture

import (
	"fmt"
	"strconv"

	"sparrausopas/generator/guide"
)

// More than this is no overview.
const mostAreas, mostQuestions = 6, 15

// areas are the areas with their questions, an area a column.
type areas []*guide.Area

// areas returns the areas of the page's language, if they make an overview.
func (s Source) areas(*words) subject {
	all := s.Locale.Areas()
	questions := largest(all, func(area *guide.Area) int { return len(area.Questions) })
	if len(all) == 0 || len(all) > mostAreas || questions > mostQuestions {
		return nil
	}
	return areas(all)
}

func (s areas) lines() []Line {
	var lines []Line
	for _, area := range s {
		line := Line{Title: area.Label(), Page: area.Page}
		for _, q := range area.Questions {
			line.Lines = append(line.Lines, Line{Title: fmt.Sprintf("%d. %s", q.Number, q.Label()), Page: q.Page})
		}
		lines = append(lines, line)
	}
	return lines
}

// The strip of an area's pattern, the room for its icon and for a question's
// number, the distance between columns.
const strip, areaMark, numberRoom, columnGap = 14, iconSize + 8, 30, 16

// draw puts up to three areas beside each other, their questions in rows of one
// height.
func (s areas) draw(c *canvas) {
	columns := c.columns(len(s), 3)
	y := margin
	for first := 0; first < len(s); first += columns {
		row := s[first:min(first+columns, len(s))]
		room := rect{margin, y, c.width - 2*margin, 0}
		heads, questions := row.texts(c, columnAt(room, 0, columns, columnGap).width)
		for i, area := range row {
			s.column(c, area, first+i, columnAt(room, i, columns, columnGap), heads, questions, i)
		}
		y = c.height + gap
	}
}

// areaTexts are the broken texts of the areas of a row: of each, its lines.
type areaTexts [][]string

// height returns the height of the longest text.
func (t areaTexts) height() int {
	return largest(t, func(lines []string) int { return len(lines) * lineHeight })
}

// texts breaks the names of areas and, row by row, their questions.
func (s areas) texts(c *canvas, width int) (heads areaTexts, questions []areaTexts) {
	for i, area := range s {
		heads = append(heads, c.label(area.Label(), width-2*padding-areaMark))
		for row, q := range area.Questions {
			if row == len(questions) {
				questions = append(questions, make(areaTexts, len(s)))
			}
			questions[row][i] = c.prose(q.Label(), width-2*padding-numberRoom)
		}
	}
	return heads, questions
}

// column draws an area; index is its place in its row.
func (s areas) column(c *canvas, area *guide.Area, number int, at rect, heads areaTexts, questions []areaTexts, index int) {
	at.height = strip + 2*padding + max(heads.height(), iconSize) + padding/2
	for _, row := range questions {
		at.height += row.height() + padding/2
	}
	c.group("cell area-"+escape(area.Name), func() {
		c.rect("box", at)
		c.patterned("strip", rect{at.x + 1, at.y + 1, at.width - 2, strip}, number)
		x, y := at.x+padding, at.y+strip+padding
		c.icon("area-"+strconv.Itoa(number%3+1), x, y)
		c.text("strong", x+areaMark, y+1, heads[index])
		y += max(heads.height(), iconSize) + padding/2
		c.write(`<path class="rule" d="M%d %dH%d"/>`, x, y, at.right()-padding)
		y += padding / 2
		for row, q := range area.Questions {
			c.text("strong figure", x, y, []string{strconv.Itoa(q.Number)})
			c.text("prose", x+numberRoom, y, questions[row][index])
			y += questions[row].height() + padding/2
		}
	})
}
