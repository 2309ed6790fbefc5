package pdf

import (
	"bytes"
	"errors"
	"os"
	"testing"
)

func TestObjectsAreWrittenAsTheyWereRead(t *testing.T) {
	for in, want := range map[string]string{
		"<</B [1 0 R 2 3.50 -1] /A (x)>>":  "<</A (x)/B [1 0 R 2 3.50 -1]>>",
		`(a \(b\) (c) \\ \101\n)`:          "<6120286229202863292" + "05C20410A>",
		"<feff00e4>":                       "<FEFF00E4>",
		"[/Name true null 1 0 2]":          "[/Name true null 1 0 2]",
		"[10 0 R 5]":                       "[10 0 R 5]",
		"<</K <</Type /OBJR/Obj 9 0 R>>>>": "<</K <</Obj 9 0 R/Type /OBJR>>>>",
	} {
		var out bytes.Buffer
		p := &parser{data: []byte(in)}
		write(&out, p.object())
		if out.String() != want {
			t.Errorf("%s is %s, wanted %s", in, out.String(), want)
		}
	}
}

func TestWordsOfPeopleAreReadable(t *testing.T) {
	if got := words("abc"); got != "abc" {
		t.Errorf("%q", got)
	}
	if got := words("ä"); got != "\xFE\xFF\x00\xE4" {
		t.Errorf("%q", got)
	}
}

// TestWhatIsBrokenIsAnError cuts and breaks a file in many places: none of it
// may panic or be taken for whole.
func TestWhatIsBrokenIsAnError(t *testing.T) {
	printed, err := os.ReadFile("testdata/form-printed.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, end := range []int{0, 1, 100, len(printed) / 2, len(printed) - 40, len(printed) - 10} {
		if _, err := read(printed[:end]); !errors.As(err, &unknown{}) {
			t.Errorf("%d bytes: the error is %v", end, err)
		}
	}
	for at := 0; at < len(printed); at += 97 {
		broken := bytes.Clone(printed)
		broken[at] ^= 0x55
		if f, err := read(broken); err == nil {
			f.pages()
			f.steady()
		}
	}
}

func TestATableThatIsNotKnownIsAnError(t *testing.T) {
	for _, text := range []string{
		"%PDF-1.7\n1 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n9\n%%EOF",
		"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 5>>\nstartxref\n0\n%%EOF",
	} {
		if _, err := read([]byte(text)); !errors.As(err, &unknown{}) {
			t.Errorf("%q: the error is %v", text, err)
		}
	}
}
