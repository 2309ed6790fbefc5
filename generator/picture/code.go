package picture

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// quiet is how many modules around a QR code must be white.
const quiet = 4

// Code draws a text, such as an address, as a QR code with what must be white
// around it: an svg element of one line, which the style makes as wide as a
// module. A quarter of it may be dirty (level M).
func Code(text string) (string, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", err
	}
	side := code.Size + 2*quiet
	return fmt.Sprintf(`<svg viewBox="0 0 %d %d" aria-hidden="true"><path d="%s"/></svg>`, side, side, runs(code)), nil
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
