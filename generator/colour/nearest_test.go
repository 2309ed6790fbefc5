package colour

import (
	"math"
	"testing"
)

func TestAColourThatPassesStaysAsItIs(t *testing.T) {
	c := parse(t, "#0b4f6c")
	if got, ok := Nearest(c, Need{White, 4.5}, Need{parse(t, "#f3f6f7"), 4.5}); !ok || got != c {
		t.Errorf("%s, %t", got, ok)
	}
}

func TestTheNearestColourIsDarkerOnWhiteAndLighterOnBlack(t *testing.T) {
	for _, c := range []struct {
		hex     string
		against Colour
		darker  bool
	}{{"#ffd500", White, true}, {"#0b4f6c", Black, false}, {"#e30613", Black, false}, {"#00a0e0", White, true}} {
		from := parse(t, c.hex)
		got, ok := Nearest(from, Need{c.against, 4.5})
		if !ok || Contrast(got, c.against) < 4.5 || Contrast(got, c.against) > 4.75 || (got.Luminance() < from.Luminance()) != c.darker {
			t.Errorf("from %s: %s, %.2f", c.hex, got, Contrast(got, c.against))
		}
	}
}

func TestBothDirectionsAreTriedAndTheShorterIsTaken(t *testing.T) {
	// On a middle grey black and white both pass 3:1; what is a little lighter
	// goes up, what is a little darker goes down.
	against := Colour{125, 125, 125}
	for _, c := range []struct {
		from   Colour
		darker bool
	}{{Colour{60, 60, 60}, true}, {Colour{200, 200, 200}, false}} {
		if got, ok := Nearest(c.from, Need{against, 3}); !ok || (got.Luminance() < against.Luminance()) != c.darker {
			t.Errorf("from %s: %s", c.from, got)
		}
	}
	if got, ok := Nearest(Colour{250, 250, 250}, Need{White, 4.5}, Need{Black, 4.5}); !ok || Contrast(got, White) < 4.5 || Contrast(got, Black) < 4.5 {
		t.Errorf("between black and white: %s", got)
	}
}

func TestNeedsAtOddsAreMetByNoColour(t *testing.T) {
	if got, ok := Nearest(White, Need{White, 7}, Need{Black, 7}); ok {
		t.Errorf("%s passes", got)
	}
}

func FuzzNearestPassesAndKeepsItsHue(f *testing.F) {
	f.Add(uint8(255), uint8(213), uint8(0), uint8(255), uint8(255), uint8(255), uint8(45))
	f.Add(uint8(0), uint8(0), uint8(0), uint8(0), uint8(0), uint8(0), uint8(45))
	f.Add(uint8(255), uint8(0), uint8(0), uint8(120), uint8(120), uint8(120), uint8(45))
	f.Add(uint8(0), uint8(0), uint8(255), uint8(16), uint8(25), uint8(28), uint8(30))
	f.Fuzz(func(t *testing.T, r, g, b, r2, g2, b2, tenths uint8) {
		from, against, ratio := Colour{r, g, b}, Colour{r2, g2, b2}, 1+float64(tenths%36)/10
		got, ok := Nearest(from, Need{against, ratio})
		if !ok || Contrast(got, against) < ratio {
			t.Fatalf("from %s against %s at %.1f: %s, %t", from, against, ratio, got, ok)
		}
		if Contrast(from, against) >= ratio && got != from {
			t.Fatalf("%s passes and becomes %s", from, got)
		}
		before, after := toOKLCH(from), toOKLCH(got)
		turn := math.Abs(math.Remainder(before.h-after.h, 2*math.Pi))
		// Rounding to eight bits turns the hue of what is almost grey or black.
		if after.c > 0.04 && before.c > 0.04 && after.l > 0.25 && before.l > 0.25 && turn > 0.12 || after.c > before.c+0.01 {
			t.Fatalf("%s becomes %s: %+v, %+v", from, got, before, after)
		}
	})
}
