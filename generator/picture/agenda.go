package picture

import (
	"fmt"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
)

// numberRoom is the room for an item's number.
const numberRoom = 30

// mostItems is how many items a bar may have.
const mostItems = 40

// agenda is a session's agenda as a bar, in which the length of a piece is the
// time of an item.
type agenda struct {
	items   []guide.Item
	total   time.Duration
	minutes string
	clock   func(time.Duration) string
}

// agenda returns the agenda of the page's session. A bar of too many items
// can't be read, and one without minutes has no lengths.
func (s Source) agenda(words *words) subject {
	session, ok := s.Page.Detail.(*guide.Session)
	if !ok || len(session.Agenda) == 0 || len(session.Agenda) > mostItems {
		return nil
	}
	last := session.Agenda[len(session.Agenda)-1]
	if last.Start+last.Duration <= 0 {
		return nil
	}
	return agenda{session.Agenda, last.Start + last.Duration, words.word("minutes"), s.Clock}
}

func (s agenda) lines() []Line {
	var lines []Line
	for i, item := range s.items {
		lines = append(lines, Line{Title: strconv.Itoa(i+1) + ". " + item.Title, Text: s.length(item)})
	}
	return lines
}

// length returns the time of an item in words: 15 min.
func (s agenda) length(item guide.Item) string {
	return fmt.Sprintf("%d %s", int(item.Duration.Minutes()), s.minutes)
}

// barGap is the distance between the pieces of the bar.
const barHeight, barGap = 48, 3

func (s agenda) draw(c *canvas) {
	s.bar(c)
	s.scale(c)
	s.legend(c, c.height+padding)
}

// at returns the place of a time on the bar.
func (s agenda) at(c *canvas, t time.Duration) int {
	return margin + int((int64(c.width-2*margin)*int64(t)+int64(s.total)/2)/int64(s.total))
}

// bar draws the pieces. A break is striped, so that it differs without colour
// too; a number is left out of a piece that is too narrow for it.
func (s agenda) bar(c *canvas) {
	for i, item := range s.items {
		from, to := s.at(c, item.Start), s.at(c, item.Start+item.Duration)
		place := rect{from, margin, max(to-from-barGap, 1), barHeight}
		number := strconv.Itoa(i + 1)
		c.group("piece", func() {
			if item.Break {
				c.rect("break", place)
				c.patterned("stripes", place, 0)
			} else {
				c.rect("work", place)
			}
			if width(number, true)+4 <= place.width {
				c.text("piece-text strong middle", place.center(), place.y+(barHeight-lineHeight)/2+1, []string{number})
			}
		})
	}
}

// scale writes times under the bar, as close as there is room for.
func (s agenda) scale(c *canvas) {
	step := 15 * time.Minute
	for s.at(c, step)-s.at(c, 0) < 64 && step < s.total {
		step *= 2
	}
	y := margin + barHeight + 4
	for t := time.Duration(0); t <= s.total; t += step {
		x, class := s.at(c, t), "quiet middle"
		switch {
		case t == 0:
			class = "quiet"
		case t == s.total:
			x, class = x-barGap, "quiet end"
		case c.width-x < 24:
			continue
		}
		c.write(`<path class="tick" d="M%d %dv6"/>`, min(max(x, margin+1), c.width-margin-1), y)
		c.text(class, x, y+8, []string{s.clock(t)})
	}
}

// legend names the pieces, in two columns where there is room.
func (s agenda) legend(c *canvas, y int) {
	columns := c.columns(len(s.items), 2)
	perColumn := (len(s.items) + columns - 1) / columns
	room := rect{margin, y, c.width - 2*margin, 0}
	for i, item := range s.items {
		if i%perColumn == 0 {
			room.y = y
		}
		room.y = s.entry(c, item, i, columnAt(room, i/perColumn, columns, gap))
	}
}

// entry draws a line of the legend and returns the place of the next.
func (s agenda) entry(c *canvas, item guide.Item, index int, at rect) int {
	length := s.length(item)
	title := c.prose(item.Title, at.width-numberRoom-width(length, false)-padding)
	c.text("strong figure", at.x, at.y, []string{strconv.Itoa(index + 1)})
	c.text("prose", at.x+numberRoom, at.y, title)
	c.text("quiet end", at.right(), at.y, []string{length})
	return at.y + len(title)*lineHeight + 6
}
