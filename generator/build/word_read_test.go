package build

import (
	"os"
	"path/filepath"
	"testing"

	"sparrausopas/generator/serve"
)

func TestPicturesOfADocumentLieAmongTheGuides(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"config.toml": "title = \"x\"\n[[languages]]\ntag = \"fi\"\n", "content/fi/model/tips.md": "+++\ntitle = \"x\"\n+++\n"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ps, err := newPreviews(Settings{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	const copied = `<h1>Kylä</h1><p>Väki <img alt="Kahvi" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">` +
		`<img alt="Rikki" src="data:image/png;base64,AAAA"></p>`
	for file, want := range map[string]string{
		"content/fi/model/tips.md": "Väki ![Kahvi](../../static/tips-kahvi.png)\n",
		// Nobody has the pictures of a page that isn't the guide's.
		"../tips.md": "Väki\n",
	} {
		made, err := ps.readWord(serve.Word{File: file, Data: []byte(copied), Copied: true, Title: true})
		if err != nil || made.Title != "Kylä" || made.Text != want || len(made.Left) != 1 {
			t.Errorf("%s: %+v, %v", file, made, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "content/static/tips-kahvi.png")); err != nil {
		t.Error(err)
	}
}
