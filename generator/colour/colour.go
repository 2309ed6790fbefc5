// Package colour computes how well colours are told apart, and finds colours
// that are told apart well enough.
//
// A Colour is one of sRGB with eight bits a channel, read from #rgb or
// #rrggbb. Contrast is the contrast ratio of WCAG 2.2, from 1 (the same) to 21
// (black on white): https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Text
// needs 4.5, large text and the marks of controls 3. A ratio is never rounded
// before it is compared: 4.499 isn't 4.5.
//
// Nearest changes a colour as little as it can so that it passes: in OKLCH,
// where steps look as large as they are
// (https://www.w3.org/TR/css-color-4/#ok-lab), the hue stays, the lightness
// moves as little as possible, and the chroma shrinks only where the screen
// has no such colour.
//
// The package knows no style sheets; what must be told apart from what is for
// package theme.
package colour

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Colour is a colour of sRGB.
type Colour struct{ R, G, B uint8 }

// Black and White are the ends of the scale.
var (
	Black = Colour{}
	White = Colour{255, 255, 255}
)

var form = regexp.MustCompile(`^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// Parse reads a colour like #0b4f6c or #fff; nothing else is one.
func Parse(text string) (Colour, error) {
	if !form.MatchString(text) {
		return Colour{}, fmt.Errorf("%q isn't a colour like #0b4f6c", text)
	}
	digits := text[1:]
	if len(digits) == 3 {
		digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:], digits[2:]}, "")
	}
	n, err := strconv.ParseUint(digits, 16, 24)
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err
}

// String writes the colour as #rrggbb.
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Luminance is the relative luminance of WCAG 2.2, from 0 for black to 1 for
// white: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
func (c Colour) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Contrast is the contrast ratio of two colours.
func Contrast(a, b Colour) float64 { return contrast(a.Luminance(), b.Luminance()) }

// contrast is that of two luminances.
func contrast(a, b float64) float64 {
	light, dark := max(a, b), min(a, b)
	return (light + 0.05) / (dark + 0.05)
}

// linear takes the gamma of sRGB out of a channel.
func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// gamma puts it back in; a value outside of 0 to 1 stays outside.
func gamma(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}
