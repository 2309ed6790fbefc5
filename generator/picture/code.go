package picture

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

const (
	// quiet is how many modules around a QR code must be white.
	quiet = 4
	// codeWidth is how wide a code is on paper without that, in millimetres: as
	// wide as a telephone reads from a hand's distance.
	codeWidth = 18.2
)

// Code draws a text, such as an address, as a QR code with what must be white
// around it: an svg element of one line, which the style makes as wide as a
// module. A quarter of it may be dirty (level M).
func Code(text string) (string, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", err
	}
	side := code.Size + 2*quiet
	width := codeWidth * float64(side) / float64(code.Size)
	return fmt.Sprintf(`<svg width="%.1fmm" viewBox="0 0 %d %d" aria-hidden="true"><path d="%s"/></svg>`, width, side, side, runs(code)), nil
}

// runs draws the black modules of a code, row by row, each run a stroke that
// begins where the one before ended.
func runs(code *qr.Code) string {
	var path strings.Builder
	path.WriteString("M0 .5")
	atX, atY := 0, 0
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for code.Black(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "m%d %dh%d", quiet+from-atX, quiet+y-atY, x-from)
				atX, atY = quiet+x, quiet+y
			}
		}
	}
	return path.String()
}
