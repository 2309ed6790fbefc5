package colour

import "math"

// oklch is a colour as lightness from 0 to 1, chroma, and hue in radians.
type oklch struct{ l, c, h float64 }

// toOKLCH and rgb use the matrices of CSS Color 4.
func toOKLCH(c Colour) oklch {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	a := 1.9779984951*l - 2.4285922050*m + 0.4505937099*s
	bb := 0.0259040371*l + 0.7827717662*m - 0.8086757660*s
	return oklch{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, math.Hypot(a, bb), math.Atan2(bb, a)}
}

// rgb returns the channels from 0 to 1; a channel outside means that sRGB lacks
// the colour.
func (o oklch) rgb() [3]float64 {
	a, b := o.c*math.Cos(o.h), o.c*math.Sin(o.h)
	l, m, s := o.l+0.3963377774*a+0.2158037573*b, o.l-0.1055613458*a-0.0638541728*b, o.l-0.0894841775*a-1.2914855480*b
	l, m, s = l*l*l, m*m*m, s*s*s
	return [3]float64{
		gamma(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		gamma(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		gamma(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
	}
}

// slack is how far outside a channel may be and still round to one inside.
const slack = 0.5 / 255

func (o oklch) inGamut() bool {
	for _, v := range o.rgb() {
		if v < -slack || v > 1+slack {
			return false
		}
	}
	return true
}

// colour returns the colour of sRGB with this lightness and hue and as much of
// the chroma as there is.
func (o oklch) colour() Colour {
	if !o.inGamut() {
		// Twelve halvings are finer than eight bits a channel.
		inside, outside := 0.0, o.c
		for range 12 {
			o.c = (inside + outside) / 2
			if o.inGamut() {
				inside = o.c
			} else {
				outside = o.c
			}
		}
		o.c = inside
	}
	v := o.rgb()
	return Colour{channel(v[0]), channel(v[1]), channel(v[2])}
}

func channel(v float64) uint8 { return uint8(math.Round(255 * min(1, max(0, v)))) }
