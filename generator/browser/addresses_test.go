package browser_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"sparrausopas/generator/content"
)

// pageAddresses returns the addresses of the real guide's pages in a language,
// finished or not, by their IDs.
func pageAddresses(t *testing.T, language string) map[string]string {
	t.Helper()
	site, err := content.Load(os.DirFS(project), content.Options{Waiting: true})
	if err != nil {
		t.Fatal(err)
	}
	addresses := map[string]string{}
	for _, l := range site.Locales {
		for _, page := range l.Pages {
			if l.Language == language {
				addresses[page.ID] = page.Address
			}
		}
	}
	return addresses
}

// TestWriteAddresses writes the addresses for programs that aren't Go, a line
// "ID<tab>address" each, to the file that .ci/bench-search names in ADDRESSES;
// LANGUAGE names their language.
func TestWriteAddresses(t *testing.T) {
	name := os.Getenv("ADDRESSES")
	if name == "" {
		t.Skip("left out: for .ci/bench-search")
	}
	var text strings.Builder
	for id, address := range pageAddresses(t, os.Getenv("LANGUAGE")) {
		fmt.Fprintf(&text, "%s\t%s\n", id, address)
	}
	if err := os.WriteFile(name, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
