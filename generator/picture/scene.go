package picture

import "fmt"

// A scene decorates a page: people at work on questions, drawn from circles,
// bars and the lines and patterns of the areas. It says nothing that the page
// doesn't say in words, so assistive technology passes it over; nobody in it
// has a face.
//
// What a scene has many of is defined once. A browser copies it to its places,
// where it knows of the scene's style what is inherited and what its own
// classes say, hence scene-body and not .scene .body.

// A scene is so wide and high, in units.
const sceneWidth, sceneHeight = 480, 320

// scenes is the table of scenes.
func scenes() map[string]func(*canvas) {
	return map[string]func(*canvas){"table": (*canvas).table, "wall": (*canvas).wall}
}

// Scene draws a scene.
func Scene(name string) (string, error) {
	draw, ok := scenes()[name]
	if !ok {
		return "", fmt.Errorf("there is no scene %q", name)
	}
	c := &canvas{id: "scene-" + name, used: map[int]bool{}}
	draw(c)
	return fmt.Sprintf("<svg class=\"scene\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\" focusable=\"false\">\n%s</svg>",
		sceneWidth, sceneHeight, c.body.String()), nil
}

// sceneAreas are the classes of the areas in the order of their patterns. Who
// asks is of none.
var sceneAreas = []string{"area-own-life", "area-influence", "area-common-good"}

// define draws a thing around the point 0, 0, for put.
func (c *canvas) define(thing string, draw func()) {
	c.write(`<defs><g id="%s-%s">`, c.id, thing)
	draw()
	c.write(`</g></defs>`)
}

// put draws a thing at a place, turned by degrees.
func (c *canvas) put(thing string, x, y, degrees int) {
	c.write(`<use href="#%s-%s" transform="translate(%d %d)rotate(%d)"/>`, c.id, thing, x, y, degrees)
}

// talk is a line of an area's kind.
func (c *canvas) talk(area int, path string) {
	c.write(`<path class="scene-talk %s" d="%s"/>`, sceneAreas[area], path)
	if area == 2 {
		c.write(`<path class="scene-between" d="%s"/>`, path)
	}
}

// notes defines a sheet for each area, with writing and the area's pattern.
func (c *canvas) notes() {
	for area, class := range sceneAreas {
		c.define(note(area), func() {
			c.write(`<g class="%s"><rect class="scene-sheet" x="-19" y="-23" width="38" height="46" rx="2"/>`, class)
			c.patterned("scene-strip", rect{-15, 4, 30, 15}, area)
			c.write(`<path class="scene-writing" d="M-12-13h24M-12-5h15"/></g>`)
		})
	}
}

func note(area int) string { return fmt.Sprintf("note-%d", area+1) }

// table is a round of talk seen from above: six people with papers before
// them, and the one who asks at the end.
func (c *canvas) table() {
	c.write(`<rect class="scene-shade" x="104" y="98" width="352" height="140" rx="70"/><rect class="scene-sheet" x="94" y="88" width="352" height="140" rx="70"/>`)
	for area := range sceneAreas {
		c.talk(area, fmt.Sprintf("M176 %dH416", 148+area*10))
	}
	c.define("person", func() {
		c.write(`<path class="scene-body" d="M-36 2a20 20 0 0 1 20-20h32a20 20 0 0 1 20 20v6a9 9 0 0 1-18 0h-36a9 9 0 0 1-18 0z"/><circle class="scene-body" r="15"/>`)
	})
	c.notes()
	for i, x := range []int{180, 270, 360} {
		opposite := (i + 2) % 3
		c.group(sceneAreas[i], func() { c.put("person", x, 48, 0) })
		c.group(sceneAreas[opposite], func() { c.put("person", x, 268, 180) })
		c.put(note(i), x, 114, 4-5*i)
		c.put(note(opposite), x, 202, 5*i-3)
	}
	c.put("person", 52, 158, 270)
	c.write(`<path class="scene-sun" d="M115 139h46v38h-46z"/><path class="scene-mark" d="M142 148v20M150 148v12"/>`)
}

// wall is a wall of notes in three groups, and two who look at it.
func (c *canvas) wall() {
	c.write(`<rect class="scene-board" x="10" y="10" width="460" height="232" rx="4"/>`)
	c.notes()
	for area := range sceneAreas {
		c.talk(area, fmt.Sprintf("M%d 34h120", 30+area*150))
		for n, degrees := range []int{-3, 2, 0, 3, -2, 2}[:6-area%2] {
			c.put(note(area), 44+area*150+n%3*46, 76+n/3*60, degrees)
		}
	}
	// They stand at the edge, and are seen from behind.
	c.define("onlooker", func() {
		c.write(`<path class="scene-body" d="M-62 0v-26a40 40 0 0 1 40-40h44a40 40 0 0 1 40 40v26z"/><circle class="scene-body" cy="-90" r="30"/>`)
	})
	c.put("onlooker", 112, 320, 0)
	c.group(sceneAreas[1], func() { c.put("onlooker", 340, 320, 0) })
}
