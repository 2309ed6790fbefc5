package picture

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr"
)

var codeRun = regexp.MustCompile(`m(-?\d+) (-?\d+)h(\d+)`)

func TestACodeIsDrawnModuleByModule(t *testing.T) {
	const address = "https://www.esimerkkila.example/sparrausopas/fi/tyopohjat/palvelualueen-suunnitelma.html"
	svg, err := Code(address)
	if err != nil {
		t.Fatal(err)
	}
	want, err := qr.Encode(address, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	if box := fmt.Sprintf(`viewBox="0 0 %d %[1]d"`, want.Size+8); !strings.Contains(svg, box) {
		t.Errorf("it has no quiet zone of four modules: want %s in %.60s", box, svg)
	}
	black := map[[2]int]bool{}
	x, y := 0, 0
	for _, run := range codeRun.FindAllStringSubmatch(svg, -1) {
		dx, _ := strconv.Atoi(run[1])
		dy, _ := strconv.Atoi(run[2])
		length, _ := strconv.Atoi(run[3])
		x, y = x+dx, y+dy
		for range length {
			black[[2]int{x, y}] = true
			x++
		}
	}
	for y := range want.Size + 8 {
		for x := range want.Size + 8 {
			if got := black[[2]int{x, y}]; got != want.Black(x-4, y-4) {
				t.Fatalf("the module %d, %d is black: %v", x, y, got)
			}
		}
	}
	if len(svg) > 2800 {
		t.Errorf("it takes %d bytes", len(svg))
	}
}

func TestATextThatNoCodeHoldsIsAnError(t *testing.T) {
	if _, err := Code(strings.Repeat("a", 3000)); err == nil {
		t.Error("there is no error")
	}
}
