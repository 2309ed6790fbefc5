package language

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const finnish = "+++\ntitle = \"Äiti ja Ööpinen\"\n+++\nYhteistyö – pöydän ääressä ”Åbossa”.\n"

func TestATextSavedInAnOldEncodingIsRead(t *testing.T) {
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy) encoding.Encoding {
		return unicode.UTF16(order, mark)
	}
	for _, test := range []struct {
		name, text, want string
		encoding         encoding.Encoding
	}{
		{"Windows", finnish, Windows, charmap.Windows1252},
		{"ISO-8859-1", "Yhteistyö ja ääni", Windows, charmap.ISO8859_1},
		{"a Mac", finnish, Mac, charmap.Macintosh},
		{"MS-DOS", "Yhteistyö ja ääni Åbossa", DOS, charmap.CodePage850},
		{"UTF-16 with a mark", finnish, UTF16, wide(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16, the big end first, with a mark", finnish, UTF16, wide(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16", finnish, UTF16, wide(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16, the big end first", finnish, UTF16, wide(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		text, err := test.encoding.NewEncoder().Bytes([]byte(test.text))
		if err != nil {
			t.Fatal(test.name, err)
		}
		if decoded, name := Decode(text); decoded != test.text || name != test.want {
			t.Errorf("%s: Decode gives %q in %q", test.name, decoded, name)
		}
	}
}

func TestPartsInUTF8StayAsTheyAre(t *testing.T) {
	if decoded, name := Decode([]byte("ääni ja \xe4\xe4ni")); decoded != "ääni ja ääni" || name != Windows {
		t.Errorf("Decode gives %q in %q", decoded, name)
	}
}

func TestBytesThatAreNoTextHaveNoEncoding(t *testing.T) {
	if decoded, name := Decode([]byte("a\x00\x81\xd0\xff")); name != "" {
		t.Errorf("Decode gives %q in %q", decoded, name)
	}
}
