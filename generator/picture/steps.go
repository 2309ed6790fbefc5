package picture

import (
	"slices"
	"strconv"

	"sparrausopas/generator/guide"
)

// mostSteps is how many steps a path may have.
const mostSteps = 12

// steps are the steps as a path.
type steps struct {
	all []*guide.Step
	// here is the page that the reader is on, mark the words for that.
	here *guide.Page
	mark string
}

// steps returns the steps of the page's language, if a path can hold them.
func (s Source) steps(words *words) subject {
	all := s.Locale.Steps()
	if len(all) == 0 || len(all) > mostSteps {
		return nil
	}
	return steps{all, s.Page, words.word("picture-here")}
}

func (s steps) lines() []Line {
	var lines []Line
	for _, step := range s.all {
		line := Line{Title: strconv.Itoa(step.Number) + ". " + step.Label(), Page: step.Page}
		if s.isHere(step) {
			line.Text = s.mark
		}
		lines = append(lines, line)
	}
	return lines
}

// draw puts the steps under each other in the narrow form, else in rows that
// are joined by arrows.
func (s steps) draw(c *canvas) {
	if c.form == narrow {
		s.down(c)
		return
	}
	y := margin
	for first, perRow := 0, s.perRow(); first < len(s.all); first += perRow {
		last := min(first+perRow, len(s.all))
		middle := s.across(c, s.all[first:last], perRow, y)
		s.edges(c, perRow, middle, first > 0, last < len(s.all))
		y = c.height + gap
	}
}

// perRow returns how many steps a row has: up to five, and about as many in
// each.
func (s steps) perRow() int {
	const most = 5
	rows := (len(s.all) + most - 1) / most
	return (len(s.all) + rows - 1) / rows
}

// radius is that of a step's circle.
const radius = 21

// edges draws the way into a row from the one before, and out of it to the
// next.
func (s steps) edges(c *canvas, columns, middle int, before, after bool) {
	room := rect{0, middle, c.width, 0}
	if before {
		c.arrow(point{margin, middle}, point{columnAt(room, 0, columns, 8).center() - radius - 8, middle})
	}
	if after {
		c.arrow(point{columnAt(room, columns-1, columns, 8).center() + radius + 8, middle}, point{c.width - margin, middle})
	}
}

// across draws steps beside each other, their names under them, and returns the
// height of the way.
func (s steps) across(c *canvas, row []*guide.Step, columns, y int) int {
	room := rect{0, y, c.width, 0}
	if slices.ContainsFunc(row, s.isHere) {
		room.y += lineHeight + padding
	}
	middle := room.y + radius + 4
	for i := range row[1:] {
		from, to := columnAt(room, i, columns, 8).center(), columnAt(room, i+1, columns, 8).center()
		c.arrow(point{from + radius + 8, middle}, point{to - radius - 8, middle})
	}
	for i, step := range row {
		at := columnAt(room, i, columns, 8)
		if s.isHere(step) {
			label := c.label(s.mark, at.width+gap)
			x := min(max(at.center(), width(s.mark, true)/2), c.width-width(s.mark, true)/2)
			c.text("here-text strong middle", x, y, label)
			c.write(`<path class="tip" d="M%d %dh12l-6 8z"/>`, at.center()-6, y+lineHeight+1)
		}
		c.circle(s.class(step), at.center(), middle, radius, strconv.Itoa(step.Number))
		c.text("strong middle", at.center(), middle+radius+padding, c.label(step.Label(), at.width))
	}
	return middle
}

// down draws the steps under each other, their names beside them.
func (s steps) down(c *canvas) {
	const x = radius + margin + 4
	const left = x + radius + padding
	y := margin + 4
	for i, step := range s.all {
		name, mark := c.label(step.Label(), c.width-left), []string(nil)
		if s.isHere(step) {
			mark = c.prose(s.mark, c.width-left)
		}
		lines := (len(name) + len(mark)) * lineHeight
		height := max(lines, 2*radius)
		c.circle(s.class(step), x, y+radius, radius, strconv.Itoa(step.Number))
		c.text("strong", left, y+(height-lines)/2, name)
		c.text("here-text", left, y+(height-lines)/2+len(name)*lineHeight, mark)
		if i < len(s.all)-1 {
			c.arrow(point{x, y + 2*radius + 6}, point{x, y + height + gap - 6})
		}
		y += height + gap
	}
}

// isHere reports whether the reader is on a step's page.
func (s steps) isHere(step *guide.Step) bool { return step.Page == s.here }

// class returns the class of a step's circle.
func (s steps) class(step *guide.Step) string {
	if s.isHere(step) {
		return "here"
	}
	return "step"
}
