package picture

import "sparrausopas/generator/guide"

// sparrings are the kinds of sparring, one a row: the sparrer, an arrow, the
// municipality.
type sparrings struct {
	kinds []guide.Sparring
	verb  string
}

func (s Source) sparrings(words *words) subject {
	if len(s.Page.Pictures.Sparrings) == 0 {
		return nil
	}
	return sparrings{s.Page.Pictures.Sparrings, words.word("picture-who-verb")}
}

func (s sparrings) lines() []Line {
	var lines []Line
	for _, kind := range s.kinds {
		lines = append(lines, Line{Title: kind.From + " " + s.verb + ": " + kind.To, Page: kind.Page, Text: kind.Text})
	}
	return lines
}

func (s sparrings) draw(c *canvas) {
	y := margin
	for _, kind := range s.kinds {
		if c.form == narrow {
			y = s.under(c, kind, y) + gap
		} else {
			y = s.beside(c, kind, y) + gap/2
		}
	}
}

// The widths of the two boxes of the wide form; the arrow has the rest.
const fromWidth, toWidth = 324, 200

// beside draws the boxes beside each other, with the verb above the arrow, and
// returns where they end.
func (s sparrings) beside(c *canvas, kind guide.Sparring, y int) int {
	from := c.newBox("box", fromWidth, kind.Sparrer, kind.From, kind.Text)
	to := c.newBox("box", toWidth, "municipality", kind.To, "")
	to.central = true
	height := highest([]box{from, to})
	left := rect{margin, y, fromWidth, height}
	right := rect{c.width - margin - toWidth, y, toWidth, height}
	c.place(from, left)
	c.place(to, right)
	c.connect(left, right)
	c.text("prose middle", (left.right()+right.x)/2, left.middle()-lineHeight-6, []string{s.verb})
	return left.bottom()
}

// under draws the boxes under each other, with the verb beside the arrow, and
// returns where they end.
func (s sparrings) under(c *canvas, kind guide.Sparring, y int) int {
	width := c.width - 2*margin
	from := c.newBox("box", width, kind.Sparrer, kind.From, kind.Text)
	to := c.newBox("box", width, "municipality", kind.To, "")
	upper := rect{margin, y, width, from.height()}
	lower := rect{margin, upper.bottom() + gap + padding, width, to.height()}
	c.place(from, upper)
	c.place(to, lower)
	c.connect(upper, lower)
	c.text("prose", upper.center()+padding, upper.bottom()+(gap+padding-lineHeight)/2, []string{s.verb})
	return lower.bottom()
}
