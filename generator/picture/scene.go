package picture

import "fmt"

// A scene decorates a page: people at work on questions, drawn from circles,
// bars and the patterns of the areas. It says nothing that the page doesn't say
// in words, so assistive technology passes it over; nobody in it has a face.

// A scene is so wide and high, in units.
const sceneWidth, sceneHeight = 480, 320

// scenes is the table of scenes.
func scenes() map[string]func(*canvas) {
	return map[string]func(*canvas){"question": (*canvas).question, "table": (*canvas).table, "wall": (*canvas).wall}
}

// Scene draws a scene.
func Scene(name string) (string, error) {
	draw, ok := scenes()[name]
	if !ok {
		return "", fmt.Errorf("there is no scene %q", name)
	}
	c := newCanvas("scene-"+name, form{}, nil)
	draw(c)
	return fmt.Sprintf("<svg class=\"scene\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\" focusable=\"false\">\n%s</svg>",
		sceneWidth, sceneHeight, c.body.String()), nil
}

// at draws things around a point of the scene, turned by degrees.
func (c *canvas) at(x, y, degrees int, class string, draw func()) {
	c.write(`<g class="%s" transform="translate(%d %d) rotate(%d)">`, class, x, y, degrees)
	draw()
	c.write(`</g>`)
}

// sceneAreas are the classes of the areas in the order of their patterns.
var sceneAreas = []string{"area-own-life", "area-influence", "area-common-good"}

// seat is a place at the table: where, turned how, and who sits there: an
// area's number from 1, 0 for the one who asks.
type seat struct{ x, y, degrees, who int }

// table is a round of talk seen from above: six people with papers before
// them, and the one who asks at the end.
func (c *canvas) table() {
	c.write(`<rect class="shade" x="104" y="98" width="352" height="140" rx="70"/><rect class="sheet" x="94" y="88" width="352" height="140" rx="70"/>`)
	for i := range sceneAreas {
		c.talk(i, fmt.Sprintf("M176 %dH416", 148+i*10))
	}
	for i, x := range []int{180, 270, 360} {
		c.person(seat{x, 48, 0, i + 1})
		c.person(seat{x, 268, 180, (i+2)%3 + 1})
		c.note(x, 114, 4-5*i, i)
		c.note(x, 202, 5*i-3, (i+2)%3)
	}
	c.person(seat{52, 158, 270, 0})
	c.note(138, 158, 90, -1)
}

// person is one seen from above: shoulders, and a head over them.
func (c *canvas) person(s seat) {
	c.at(s.x, s.y, s.degrees, s.class(), func() {
		c.write(`<path class="body" d="M-36 2a20 20 0 0 1 20-20h32a20 20 0 0 1 20 20v6a9 9 0 0 1-18 0h-36a9 9 0 0 1-18 0z"/><circle class="body" r="15"/>`)
	})
}

// class names the one who sits on a seat.
func (s seat) class() string {
	if s.who == 0 {
		return "asks"
	}
	return sceneAreas[s.who-1]
}

// talk is a line of an area's kind.
func (c *canvas) talk(area int, path string) {
	c.write(`<path class="talk %s" d="%s"/>`, sceneAreas[area], path)
	if area == 2 {
		c.write(`<path class="between" d="%s"/>`, path)
	}
}

// note is a sheet with lines of writing and the pattern of an area, or -1 for
// none.
func (c *canvas) note(x, y, degrees, pattern int) {
	class := "asks"
	if pattern >= 0 {
		class = sceneAreas[pattern]
	}
	c.at(x, y, degrees, class, func() {
		c.write(`<rect class="sheet" x="-19" y="-23" width="38" height="46" rx="2"/>`)
		if pattern >= 0 {
			c.patterned("strip", rect{-15, 4, 30, 15}, pattern)
		}
		c.write(`<path class="writing" d="M-12-13h24M-12-5h15"/>`)
	})
}

// wall is a wall of notes in three groups, and two who look at it.
func (c *canvas) wall() {
	c.write(`<rect class="board" x="10" y="10" width="460" height="232" rx="4"/>`)
	for i := range sceneAreas {
		c.talk(i, fmt.Sprintf("M%d 34h120", 30+i*150))
		for n, degrees := range []int{-3, 2, 0, 3, -2, 2}[:6-i%2] {
			c.note(44+i*150+n%3*46, 76+n/3*60, degrees, i)
		}
	}
	c.onlooker(seat{112, 320, 0, 0})
	c.onlooker(seat{340, 320, 0, 2})
}

// onlooker is one seen from behind, who stands at the edge.
func (c *canvas) onlooker(s seat) {
	c.at(s.x, s.y, 0, s.class(), func() {
		c.write(`<path class="body" d="M-62 0v-26a40 40 0 0 1 40-40h44a40 40 0 0 1 40 40v26z"/><circle class="body" cy="-90" r="30"/>`)
	})
}

// question is a card with a question mark on two others, each with the line of
// an area.
func (c *canvas) question() {
	for i, degrees := range []int{-10, 9, 0} {
		c.at(240, 162, degrees, "", func() {
			c.write(`<rect class="sheet" x="-104" y="-134" width="208" height="268" rx="6"/>`)
			c.talk(i, "M-92-122h184v244h-184z")
		})
	}
	c.write(`<circle class="sun" cx="240" cy="146" r="70"/><path class="mark" d="M214 128a27 27 0 1 1 42 22q-16 10-16 22"/><circle class="dot" cx="240" cy="192" r="5"/>`)
}
