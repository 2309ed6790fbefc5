package pdf

import (
	"fmt"
	"strconv"
)

// The looks of fields: streams that draw them in a box of their size. Fields of
// one size and sort share one.

// drawing draws in a box that is so wide and high.
type drawing func(w, h float64) string

// lined is a field to write in, bare one in a cell.
func lined(w, h float64) string {
	return fmt.Sprintf("q 0.4 G 0.5 w 0.25 0.25 %.2f %.2f re S Q /Tx BMC EMC", w-0.5, h-0.5)
}

func bare(w, h float64) string { return "/Tx BMC EMC" }

// square is a box to tick, ticked the same with its mark.
func square(w, h float64) string { return fmt.Sprintf("q 0.8 w 0.5 0.5 %.2f %.2f re S Q", w-1, h-1) }

func ticked(w, h float64) string {
	return square(w, h) + fmt.Sprintf(" q 1.6 w %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q", w*.22, h*.52, w*.42, h*.26, w*.8, h*.78)
}

// round is a box of which one is chosen, dotted the one that is.
func round(w, h float64) string { return "q 0.8 w " + circle(w/2, h/2, w/2-0.5) + "S Q" }

func dotted(w, h float64) string { return round(w, h) + " q " + circle(w/2, h/2, w/4) + "f Q" }

// circle is a path around a point, of four curves.
func circle(x, y, r float64) string {
	k := r * 0.5523
	return fmt.Sprintf("%.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c ",
		x+r, y, x+r, y+k, x+k, y+r, x, y+r, x-k, y+r, x-r, y+k, x-r, y, x-r, y-k, x-k, y-r, x, y-r, x+k, y-r, x+r, y-k, x+r, y)
}

// look returns the stream of a drawing in the size of a widget.
func (m *form) look(w widget, draw drawing) ref {
	width, height := m.size(w)
	data := draw(width, height)
	key := fmt.Sprintf("%.2f %.2f %s", width, height, data)
	if known, ok := m.looks[key]; ok {
		return known
	}
	box := array{number(0), number(0), decimal(width), decimal(height)}
	m.looks[key] = m.add(stream{dict{"Type": name("XObject"), "Subtype": name("Form"), "BBox": box, "Resources": dict{}}, []byte(data)})
	return m.looks[key]
}

// size is how wide and high a widget is, in points.
func (m *form) size(w widget) (width, height float64) {
	var sides [4]float64
	for i, side := range m.array(m.dict(w.annotation)["Rect"]) {
		if number, ok := side.(token); ok && i < len(sides) {
			sides[i], _ = strconv.ParseFloat(string(number), 64)
		}
	}
	return sides[2] - sides[0], sides[3] - sides[1]
}

// states are the looks of a box when it is off, and when it is on, which is
// called by a number.
func (m *form) states(w widget, on int, off, chosen drawing) dict {
	looks := dict{"Off": m.look(w, off), name(strconv.Itoa(on)): m.look(w, chosen)}
	return dict{"AS": name("Off"), "MK": border(), "AP": dict{"N": looks}}
}

// border is the colour of the edges of fields, for programs that draw them anew.
func border() dict { return dict{"BC": array{token("0.4")}} }
