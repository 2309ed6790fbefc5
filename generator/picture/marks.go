package picture

import (
	"cmp"
	"fmt"
	"strings"
)

// patterns distinguish areas where colours can't: stripes, dots, a lattice. The
// id of each is filled in.
var patterns = []string{
	`<pattern id="%s" class="pattern" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M4 0v8"/></pattern>`,
	`<pattern id="%s" class="pattern dots" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="2.5"/></pattern>`,
	`<pattern id="%s" class="pattern" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 5h10M5 0v10"/></pattern>`,
}

// patterned draws a rectangle filled with the pattern of a number, which the
// drawing defines at its first use: it has the colour of the group there.
func (c *canvas) patterned(class string, r rect, number int) {
	id := fmt.Sprintf("%s-pattern-%d", c.id, number+1)
	if !c.used[number] {
		c.used[number] = true
		c.write(patterns[number%len(patterns)], id)
	}
	c.write(`<rect class="%s" x="%d" y="%d" width="%d" height="%d" fill="url(#%s)"/>`, class, r.x, r.y, r.width, r.height, id)
	c.reach(r.bottom())
}

// iconSize is how high and wide an icon is.
const iconSize = 24

// icons are simple shapes: of the parties of a sparring.
var icons = map[string]string{
	"expert":       `<circle cx="10" cy="10" r="6.500"/><path d="M15 15l6 6M10 7v.5M10 10v3.500"/>`,
	"municipality": `<path d="M3 9.500L12 4l9 5.500zM5 10v9M10 10v9M14 10v9M19 10v9M3 20h18"/>`,
	"resident":     `<circle cx="12" cy="7.500" r="3.500"/><path d="M5 20.500c0-4.500 3-7 7-7s7 2.500 7 7"/>`,
}

// icon draws an icon, with its upper left corner at x and y.
func (c *canvas) icon(name string, x, y int) {
	c.write(`<g class="icon" transform="translate(%d %d)">%s</g>`, x, y, icons[name])
	c.reach(y + iconSize)
}

// point is a corner of an arrow.
type point struct{ x, y int }

// tip is how long the head of an arrow is.
const tip = 8

// arrow draws an arrow through points, with its head at the last one.
func (c *canvas) arrow(points ...point) {
	end, before := points[len(points)-1], points[len(points)-2]
	dx, dy := cmp.Compare(end.x, before.x), cmp.Compare(end.y, before.y)
	neck := point{end.x - dx*tip, end.y - dy*tip}
	var line []string
	for _, p := range append(points[:len(points)-1:len(points)-1], neck) {
		line = append(line, fmt.Sprintf("%d %d", p.x, p.y))
	}
	c.write(`<path class="arrow" d="M%s"/>`, strings.Join(line, "L"))
	c.write(`<path class="tip" d="M%d %dL%d %dL%d %dz"/>`, end.x, end.y, neck.x-dy*tip/2-dy, neck.y+dx*tip/2+dx, neck.x+dy*tip/2+dy, neck.y-dx*tip/2-dx)
}

// connect draws the arrow from a box to the next one: beside it, under it, or
// at the beginning of the next row.
func (c *canvas) connect(from, to rect) {
	switch {
	case to.x >= from.right() && to.middle() == from.middle():
		c.arrow(point{from.right(), from.middle()}, point{to.x, to.middle()})
	case to.x >= from.right() && to.y < from.bottom():
		half := from.right() + (to.x-from.right()-tip)/2
		c.arrow(point{from.right(), from.middle()}, point{half, from.middle()}, point{half, to.middle()}, point{to.x, to.middle()})
	case to.x <= from.center() && from.center() <= to.right():
		c.arrow(point{from.center(), from.bottom()}, point{from.center(), to.y})
	default:
		half := from.bottom() + (to.y-from.bottom()-tip)/2
		c.arrow(point{from.center(), from.bottom()}, point{from.center(), half}, point{to.center(), half}, point{to.center(), to.y})
	}
}
