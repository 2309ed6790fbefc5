package browser_test

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// What Go packs in any way the script of a single file unpacks: blocks of each
// sort, several in a row, nothing at all, and what repeats a text before it from
// as far as can be.
func TestAScriptUnpacksWhatGoPacks(t *testing.T) {
	t.Parallel()
	script, err := os.ReadFile(project + "/generator/single/inflate.js")
	if err != nil {
		t.Fatal(err)
	}
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	ask[bool](tab, string(script)+"; true")
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 70_000)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	long := []byte(strings.Repeat("osallisuus, kunta ja väki; ", 4000))
	for name, text := range map[string][]byte{"nothing": nil, "little": []byte("kunta"), "noise": noise, "long": long, "both": append(bytes.Clone(noise), long...)} {
		for _, level := range []int{flate.NoCompression, flate.HuffmanOnly, flate.BestSpeed, flate.BestCompression} {
			for _, before := range [][]byte{nil, append(bytes.Clone(noise[:1000]), noise[:32768]...)} {
				var packed bytes.Buffer
				w, err := flate.NewWriterDict(&packed, level, before)
				if err != nil {
					t.Fatal(err)
				}
				_, _ = w.Write(text)
				_ = w.Close()
				encoded := base64.StdEncoding.EncodeToString
				call := fmt.Sprintf(`(bytes => btoa([...inflate(bytes(%q), %d, bytes(%q))].map(byte => String.fromCharCode(byte)).join('')))(text => Uint8Array.from(atob(text), sign => sign.charCodeAt()))`,
					encoded(packed.Bytes()), len(text), encoded(before))
				if got := ask[string](tab, call); got != encoded(text) {
					t.Errorf("%s at level %d after %d bytes: %d letters come of it, want %d", name, level, len(before), len(got), len(encoded(text)))
				}
			}
		}
	}
}
