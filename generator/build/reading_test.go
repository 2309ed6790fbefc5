package build

import (
	"io"
	"strings"
	"testing"

	"sparrausopas/generator/serve"
)

func TestAPageIsSentToBeReadInItsOwnLanguageAndLook(t *testing.T) {
	ps, err := newPreviews(Settings{Dir: "../.."})
	if err != nil {
		t.Fatal(err)
	}
	site, _, err := ps.next()
	if err != nil {
		t.Fatal(err)
	}
	const address = "fi/malli/vinkit.html"
	page, _ := site.Page(address)
	made, err := ps.reading(serve.Reading{Address: address, Page: page, Script: "run()", Read: func(name string) ([]byte, error) {
		if copy := site.Copy(name); copy != nil {
			file, err := copy.Open()
			if err != nil {
				return nil, err
			}
			defer file.Close()
			return io.ReadAll(file)
		}
		return site.File(name)
	}})
	if err != nil {
		t.Fatal(err)
	}
	text := string(made)
	for _, wanted := range []string{"Tallenna kommentit", `"file":"content/fi/model/tips.md"`, "<style>", "<h1"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("it lacks %s", wanted)
		}
	}
	for _, unwanted := range []string{"<link", " src=\"http", "<nav", ".js\""} {
		if strings.Contains(text, unwanted) {
			t.Errorf("it has %s", unwanted)
		}
	}
	if len(made) > 1_000_000 {
		t.Errorf("it has %d bytes", len(made))
	}
}
