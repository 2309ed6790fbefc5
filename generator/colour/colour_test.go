package colour

import (
	"math"
	"testing"
)

func parse(t testing.TB, text string) Colour {
	t.Helper()
	c, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestColoursAreReadAndWritten(t *testing.T) {
	for text, want := range map[string]string{"#0b4f6c": "#0b4f6c", "#FFD500": "#ffd500", "#fff": "#ffffff", "#1aF": "#11aaff", "#000000": "#000000"} {
		if got := parse(t, text).String(); got != want {
			t.Errorf("%s is %s, not %s", text, got, want)
		}
	}
}

func TestWhatIsNoColourIsRefused(t *testing.T) {
	for _, text := range []string{
		"", "#", "fff", "#ff", "#ffff", "#fffff", "#ffffffff", "#ggg", "red", " #fff", "#fff ", "#fff\n", "\n#fff", "#fff;", "#fff;}body{display:none}",
		"red;}body{display:none}", "rgb(0 0 0)", "#fff/**/", "#+12345", "#-1234f", "#12_34f", "#\u0661\u0662\u0663", "＃fff",
	} {
		if c, err := Parse(text); err == nil {
			t.Errorf("%q is read as %s", text, c)
		}
	}
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000", "#fff", 21}, {"#fff", "#fff", 1}, {"#767676", "#fff", 4.54}, {"#777", "#fff", 4.48}, {"#949494", "#fff", 3.03}, {"#959595", "#fff", 2.995},
		{"#ff0000", "#fff", 4.00}, {"#0000ff", "#fff", 8.59}, {"#008000", "#fff", 5.14}, {"#ffff00", "#fff", 1.07}, {"#595959", "#fff", 7.00},
	} {
		got := Contrast(parse(t, c.a), parse(t, c.b))
		if math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s has %.4f, not %.2f", c.a, c.b, got, c.want)
		}
		if back := Contrast(parse(t, c.b), parse(t, c.a)); back != got {
			t.Errorf("%s on %s has %v, the other way round %v", c.a, c.b, got, back)
		}
	}
}

func TestOKLCHIsThatOfCSS(t *testing.T) {
	for _, c := range []struct {
		hex             string
		l, chroma, h    float64
		hueIsIrrelevant bool
	}{
		{"#ff0000", 0.628, 0.2577, 29.23, false}, {"#00ff00", 0.8664, 0.2948, 142.5, false}, {"#0000ff", 0.452, 0.3132, 264.05, false},
		{"#fff", 1, 0, 0, true}, {"#000", 0, 0, 0, true},
	} {
		got := toOKLCH(parse(t, c.hex))
		degrees := math.Mod(got.h*180/math.Pi+360, 360)
		if math.Abs(got.l-c.l) > 0.001 || math.Abs(got.c-c.chroma) > 0.001 || !c.hueIsIrrelevant && math.Abs(degrees-c.h) > 0.1 {
			t.Errorf("%s is %+v with %.2f degrees", c.hex, got, degrees)
		}
	}
}

func TestAColourComesBackFromOKLCHAsItWas(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := Colour{uint8(r), uint8(g), uint8(b)}
				if back := toOKLCH(c).colour(); back != c {
					t.Fatalf("%s comes back as %s", c, back)
				}
			}
		}
	}
}
