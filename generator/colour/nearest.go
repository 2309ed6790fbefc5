package colour

// Need is what a colour must be told apart from, and how well.
type Need struct {
	Against Colour
	Ratio   float64
}

// Passes tells whether a colour meets all needs.
func (c Colour) Passes(needs ...Need) bool {
	for _, n := range needs {
		if Contrast(c, n.Against) < n.Ratio {
			return false
		}
	}
	return true
}

// steps are those of lightness between black and white.
const steps = 1000

// Nearest gives the colour nearest to c that meets all needs: c itself if it
// does, else the same hue lighter or darker, at the ends white or black. If
// needs are at odds with each other, no colour meets them. One need of up to
// 4.5 is always met.
func Nearest(c Colour, needs ...Need) (nearest Colour, ok bool) {
	if c.Passes(needs...) {
		return c, true
	}
	from := toOKLCH(c)
	for step := range steps + 1 {
		move := float64(step+1) / steps
		for _, l := range []float64{from.l - move, from.l + move} {
			if l < -1.0/steps || l > 1+1.0/steps {
				continue
			}
			moved := oklch{min(1, max(0, l)), from.c, from.h}.colour()
			if moved.Passes(needs...) {
				return moved, true
			}
		}
	}
	return Colour{}, false
}
