package picture

// box is a box with a number or an icon, a title and a text.
type box struct {
	class        string
	number, icon string
	title, text  []string
	// indent is the width of the number or the icon, with its distance.
	indent int
	// central centres the content in the height of its place.
	central bool
}

// markRoom is the width that a number or an icon takes beside the text.
const markRoom = 42

// newBox breaks the texts of a box of a width; mark is an icon's name or a
// number, and class that of the style.
func (c *canvas) newBox(class string, width int, mark, title, text string) box {
	b := box{class: class}
	switch _, isIcon := icons[mark]; {
	case isIcon:
		b.icon, b.indent = mark, markRoom
	case mark != "":
		b.number, b.indent = mark, markRoom
	}
	room := width - 2*padding - b.indent
	b.title, b.text = c.label(title, room), c.prose(text, room)
	return b
}

// lines returns the height of the texts.
func (b box) lines() int { return (len(b.title) + len(b.text)) * lineHeight }

// height returns the height that the box needs: that of its texts, or of its
// number or icon.
func (b box) height() int {
	if b.indent > 0 {
		return max(b.lines(), iconSize+6) + 2*padding
	}
	return b.lines() + 2*padding
}

// place draws a box, which may be lower than its place.
func (c *canvas) place(b box, at rect) {
	c.group("cell", func() {
		c.rect(b.class, at)
		x, y := at.x+padding, at.y+padding
		if b.central {
			y = at.middle() - max(b.lines(), iconSize)/2
		}
		if b.number != "" {
			c.circle("disc", x+iconSize/2+2, y+13, 15, b.number)
		}
		if b.icon != "" {
			c.icon(b.icon, x, y)
		}
		c.text("strong", x+b.indent, y+1, b.title)
		c.text("prose", x+b.indent, y+1+len(b.title)*lineHeight, b.text)
	})
}

// highest returns the height that all boxes of a row have.
func highest(boxes []box) int { return largest(boxes, box.height) }

// largest returns the largest measure of things, 0 if there are none.
func largest[T any](things []T, measure func(T) int) (most int) {
	for _, thing := range things {
		most = max(most, measure(thing))
	}
	return most
}

// columnAt returns the place of one of the columns that share a room's width.
func columnAt(room rect, index, columns, gap int) rect {
	width := (room.width - (columns-1)*gap) / columns
	return rect{room.x + index*(width+gap), room.y, width, room.height}
}
