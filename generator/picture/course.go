package picture

import (
	"slices"
	"strconv"

	"sparrausopas/generator/guide"
)

// course is the course of sparring: its phases, and in the one with a programme
// its sessions with the tasks between them.
type course struct {
	phases  []guide.Phase
	between string
}

// course returns the course that the page has or, on other pages, that of the
// page in the same language that has one.
func (s Source) course(words *words) subject {
	phases := s.Page.Pictures.Course
	if len(phases) == 0 {
		phases = s.Locale.Course()
	}
	if len(phases) == 0 {
		return nil
	}
	return course{phases, words.word("session-between-task")}
}

func (s course) lines() []Line {
	var lines []Line
	for i, phase := range s.phases {
		line := Line{Title: strconv.Itoa(i+1) + ". " + phase.Title, Page: phase.Page, Text: phase.Text}
		if phase.Programme != nil {
			line.Page = phase.Programme.Page
			line.Lines = s.sessionLines(phase.Programme)
		}
		lines = append(lines, line)
	}
	return lines
}

// sessionLines returns the sessions and the tasks between them, in order.
func (s course) sessionLines(programme *guide.Programme) []Line {
	var lines []Line
	for _, session := range programme.Sessions {
		lines = append(lines, Line{Title: session.Label(), Page: session.Page})
		if session.BetweenTask != "" {
			lines = append(lines, Line{Title: s.between})
		}
	}
	return lines
}

// draw puts phases beside each other, and one with a programme into a row of
// its own.
func (s course) draw(c *canvas) {
	y, number := margin, 1
	var last rect
	for _, row := range s.rows() {
		for _, place := range s.row(c, row, number, y) {
			if last != (rect{}) {
				c.connect(last, place)
			}
			last = place
		}
		number += len(row)
		y = last.bottom() + gap
	}
}

// rows parts the phases: up to two stand beside each other.
func (s course) rows() (rows [][]guide.Phase) {
	for _, phase := range s.phases {
		n := len(rows)
		if n > 0 && phase.Programme == nil && rows[n-1][0].Programme == nil && len(rows[n-1]) < 2 {
			rows[n-1] = append(rows[n-1], phase)
		} else {
			rows = append(rows, []guide.Phase{phase})
		}
	}
	return rows
}

// row draws phases, the first of which has a number, and returns their places.
func (s course) row(c *canvas, phases []guide.Phase, number, y int) (places []rect) {
	if phases[0].Programme != nil {
		return []rect{s.sessions(c, phases[0], number, y)}
	}
	columns := c.columns(len(phases), 2)
	room := rect{margin, y, c.width - 2*margin, 0}
	for part := range slices.Chunk(phases, columns) {
		var boxes []box
		for _, phase := range part {
			boxes = append(boxes, c.newBox("box", columnAt(room, 0, columns, gap).width, strconv.Itoa(number), phase.Title, phase.Text))
			number++
		}
		room.height = highest(boxes)
		for i, b := range boxes {
			place := columnAt(room, i, columns, gap)
			c.place(b, place)
			places = append(places, place)
		}
		room.y = room.bottom() + gap
	}
	return places
}

// sessions draws the phase that consists of a programme.
func (s course) sessions(c *canvas, phase guide.Phase, number, y int) rect {
	frame := rect{margin, y, c.width - 2*margin, 0}
	head := c.newBox("", frame.width, strconv.Itoa(number), phase.Title, phase.Text)
	inside := rect{frame.x + padding, y + head.height(), frame.width - 2*padding, 0}
	columns := c.columns(len(phase.Programme.Sessions), 3)
	var rows [][]stop
	for part := range slices.Chunk(phase.Programme.Sessions, columns) {
		stops := s.stops(c, part, inside, columns)
		rows = append(rows, stops)
		inside.y = bottom(stops) + gap
	}
	frame.height = inside.y - gap + padding - y
	c.rect("band", frame)
	head.class = "room"
	c.place(head, rect{frame.x, frame.y, frame.width, head.height()})
	stops := slices.Concat(rows...)
	for i, stop := range stops {
		c.place(stop.box, stop.at)
		if i > 0 {
			c.connect(stops[i-1].at, stop.at)
		}
	}
	return frame
}

// stop is a session, or the task that comes after one.
type stop struct {
	box
	at rect
}

// stops are the sessions of a row, each with its task under it.
func (s course) stops(c *canvas, sessions []*guide.Session, room rect, columns int) []stop {
	var boxes, tasks []box
	width := columnAt(room, 0, columns, gap).width
	for _, session := range sessions {
		boxes = append(boxes, c.newBox("box", width, "", session.Label(), ""))
		tasks = append(tasks, c.newBox("box task", width, "", s.between, ""))
	}
	room.height = highest(boxes)
	var stops []stop
	for i, b := range boxes {
		at := columnAt(room, i, columns, gap)
		if columns == 1 {
			at.height = b.height()
		}
		stops = append(stops, stop{b, at})
		if sessions[i].BetweenTask != "" {
			stops = append(stops, stop{tasks[i], rect{at.x, at.bottom() + gap, at.width, highest(tasks)}})
		}
	}
	return stops
}

// bottom returns the lower edge of the lowest stop.
func bottom(stops []stop) int { return largest(stops, func(s stop) int { return s.at.bottom() }) }
