package picture

import (
	"fmt"
	"html"
	"strings"
)

// form is a layout of a picture.
type form struct {
	name string
	// width is that of the whole drawing, in units.
	width int
}

var (
	wide   = form{"wide", 640}
	narrow = form{"narrow", 288}
)

// columns returns how many of so many things stand beside each other: up to
// most in the wide form, one in the narrow.
func (f form) columns(count, most int) int {
	if f == narrow {
		return 1
	}
	return max(min(count, most), 1)
}

// The distances that all pictures keep.
const (
	padding = 14
	// gap is the room for an arrow between two boxes.
	gap = 30
	// margin keeps lines at the edge of the drawing from being cut off.
	margin = 2
)

// canvas is a drawing in the making. It gets as high as what is drawn.
type canvas struct {
	form
	id     string
	soften func(string) string
	height int
	// used are the patterns that the drawing has.
	used map[int]bool
	body strings.Builder
}

// newCanvas begins a drawing. Its id holds the form, as both forms of a picture
// are on the same page.
func newCanvas(name string, f form, soften func(string) string) *canvas {
	return &canvas{form: f, id: "picture-" + name + "-" + f.name, soften: soften, used: map[int]bool{}}
}

// write adds an element. What comes from the guide goes through escape.
func (c *canvas) write(format string, values ...any) {
	fmt.Fprintf(&c.body, format+"\n", values...)
}

// escape returns a text from the guide as it can stand in SVG.
func escape(text string) string { return html.EscapeString(clean(text)) }

// reach makes the drawing at least so high.
func (c *canvas) reach(y int) { c.height = max(c.height, y) }

// svg returns the whole drawing.
func (c *canvas) svg(title, description string) string {
	var out strings.Builder
	fmt.Fprintf(&out, "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%[4]s-title %[4]s-text\">\n",
		c.name, c.width, c.height+margin, c.id)
	fmt.Fprintf(&out, "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-text\">%s</desc>\n",
		c.id, escape(title), c.id, escape(description))
	out.WriteString(c.body.String())
	out.WriteString("</svg>")
	return out.String()
}

// rect is a place in the drawing.
type rect struct{ x, y, width, height int }

// The edges of a place, and its centre by width and by height.
func (r rect) right() int  { return r.x + r.width }
func (r rect) bottom() int { return r.y + r.height }
func (r rect) center() int { return r.x + r.width/2 }
func (r rect) middle() int { return r.y + r.height/2 }

// rect draws a rectangle.
func (c *canvas) rect(class string, r rect) {
	c.write(`<rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="4"/>`, class, r.x, r.y, r.width, r.height)
	c.reach(r.bottom())
}

// circle draws a circle with a short text in it.
func (c *canvas) circle(class string, x, y, radius int, text string) {
	c.write(`<circle class="%s" cx="%d" cy="%d" r="%d"/>`, class, x, y, radius)
	c.write(`<text class="%s-text strong middle" x="%d" y="%d">%s</text>`, class, x, y+6, escape(text))
	c.reach(y + radius)
}

// text draws lines one under the other, the top of the first one at y.
func (c *canvas) text(class string, x, y int, lines []string) {
	if len(lines) == 0 {
		return
	}
	// White space between the lines would count as their width.
	var spans strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&spans, `<tspan x="%d" y="%d">%s</tspan>`, x, y+i*lineHeight+letters, escape(line))
	}
	c.write(`<text class="%s">%s</text>`, class, spans.String())
	c.reach(y + len(lines)*lineHeight)
}

// label returns the lines of a text in bold letters.
func (c *canvas) label(text string, room int) []string { return wrap(c.soften(text), room, true) }

// prose returns the lines of a text.
func (c *canvas) prose(text string, room int) []string { return wrap(c.soften(text), room, false) }

// group draws things that belong together.
func (c *canvas) group(class string, draw func()) {
	c.write(`<g class="%s">`, class)
	draw()
	c.write(`</g>`)
}
