package pdf

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "keep what is made now")

// keptForm makes a form of what Chromium once printed of testdata/form.html, and
// of what fields.js said of it.
func keptForm(t *testing.T) *file {
	t.Helper()
	printed, err := os.ReadFile("testdata/form-printed.pdf")
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile("testdata/form-said.json")
	if err != nil {
		t.Fatal(err)
	}
	var f found
	if err := json.Unmarshal(said, &f); err != nil {
		t.Fatal(err)
	}
	made, err := finish(printed, testPage(), f)
	if err != nil {
		t.Fatal(err)
	}
	return outline(t, made.bytes())
}

// outline reads a document.
func outline(t *testing.T, data []byte) *file {
	t.Helper()
	f, err := read(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// fields are a line for each field: its name, what is read aloud, its type, its
// flags, its value and its options, and below it its places.
func fields(f *file) string {
	var out strings.Builder
	show := func(indent string, field dict) {
		out.WriteString(indent)
		for _, key := range []name{"T", "TU", "FT", "Ff", "V", "Opt", "AS"} {
			if value, ok := field[key]; ok {
				var text bytes.Buffer
				write(&text, value)
				fmt.Fprintf(&out, "/%s %s ", key, text.String())
			}
		}
		out.WriteString("\n")
	}
	for _, r := range f.array(f.dict(f.dict(f.root)["AcroForm"])["Fields"]) {
		show("", f.dict(r))
		for _, kid := range f.array(f.dict(r)["Kids"]) {
			show("  ", f.dict(kid))
		}
	}
	return out.String()
}

func TestLinksBecomeFields(t *testing.T) {
	var out strings.Builder
	f := keptForm(t)
	out.WriteString(fields(f))
	for i, o := range f.objects {
		if s, ok := o.(stream); ok {
			// Another Go may compress better.
			delete(s.dict, "Length")
			o = s.dict
		}
		if o != nil {
			var text bytes.Buffer
			write(&text, o)
			fmt.Fprintf(&out, "%d %s\n", i, text.String())
		}
	}
	const golden = "testdata/form.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the form is another than in %s: look at it, then -update", golden)
	}
}

func TestAFieldThatIsNotPrintedIsAnError(t *testing.T) {
	printed, err := os.ReadFile("testdata/form-printed.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, err = finish(printed, testPage(), found{Controls: make([]control, 99)})
	if err == nil || !strings.Contains(err.Error(), "isn't printed") {
		t.Errorf("the error is %v", err)
	}
}
