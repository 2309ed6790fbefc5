package colour

// Need is what a colour must be told apart from, and how well.
type Need struct {
	Against Colour
	Ratio   float64
}

// bar is a need by the luminance of what a colour is told apart from.
type bar struct{ luminance, ratio float64 }

func barsOf(needs []Need) []bar {
	bars := make([]bar, len(needs))
	for i, n := range needs {
		bars[i] = bar{n.Against.Luminance(), n.Ratio}
	}
	return bars
}

// passes reports whether a colour meets all needs.
func passes(c Colour, bars []bar) bool {
	own := c.Luminance()
	for _, b := range bars {
		if contrast(own, b.luminance) < b.ratio {
			return false
		}
	}
	return true
}

// steps are those of lightness between black and white.
const steps = 1000

// Nearest returns the colour nearest to c that meets all needs: c itself if it
// does, else the same hue lighter or darker, at the ends white or black. If
// needs are at odds with each other, no colour meets them. One need of up to
// 4.5 is always met.
func Nearest(c Colour, needs ...Need) (nearest Colour, ok bool) {
	bars := barsOf(needs)
	if passes(c, bars) {
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
			if passes(moved, bars) {
				return moved, true
			}
		}
	}
	return Colour{}, false
}
