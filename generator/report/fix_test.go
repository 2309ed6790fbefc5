package report

import "testing"

func TestAFixChangesNothingButWhatItWasMadeFor(t *testing.T) {
	source := Source{Text: []byte("a\nkuva: ![](x.png)\n")}
	fix := source.Fix(8, 12, "![…](")
	for text, want := range map[string]string{
		"a\nkuva: ![](x.png)\n":  "a\nkuva: ![…](x.png)\n",
		"a\nkuva: ![A](x.png)\n": "",
		"b a\nkuva: ![](x.png)":  "",
		"":                       "",
	} {
		mended, ok := fix.Apply([]byte(text))
		if ok != (want != "") || ok && string(mended) != want || !ok && string(mended) != text {
			t.Errorf("%q became %q, %t", text, mended, ok)
		}
	}
	if moved := fix.Within([]byte("..a\nkuva: ![](x.png)\n"), 2); moved == nil || moved.At != 10 || fix.At != 8 {
		t.Errorf("it is %+v of %+v", moved, fix)
	}
	if moved := fix.Within(source.Text, 1); moved != nil {
		t.Errorf("it is %+v where something else stands", moved)
	}
}
