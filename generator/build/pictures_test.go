package build

import (
	"os"
	"path/filepath"
	"testing"

	"sparrausopas/generator/serve"
)

func TestThePictureOfAPageLiesAmongTheGuides(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg"></svg>`
	write("config.toml", "title = \"x\"\n[[languages]]\ntag = \"fi\"\n")
	write("content/fi/model/tips.md", "+++\ntitle = \"x\"\n+++\n")
	ps, err := newPreviews(Settings{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	put := func(file, text, data string) (string, error) {
		made, err := ps.picture(serve.Picture{File: file, Name: "Kylätalo ja väki.svg", Text: text, Data: []byte(data)})
		return made.Address, err
	}
	if address, err := put("content/fi/model/tips.md", "", drawing); address != "" || err != nil {
		t.Error("looked at:", address, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "content/static")); err == nil {
		t.Error("what is only looked at is kept")
	}
	for _, file := range []string{"content/fi/model/no.txt", "../tips.md", "config.toml"} {
		if address, err := put(file, "Kahvi", drawing); err == nil {
			t.Error(file, address)
		}
	}
	for range 2 {
		if address, err := put("content/fi/model/tips.md", "Kahvi", drawing); address != "../../static/kylatalo-ja-vaki.svg" || err != nil {
			t.Error(address, err)
		}
	}
	write("content/static/a b.svg", `<svg xmlns="http://www.w3.org/2000/svg"><g></g></svg>`)
	if address, err := put("content/fi/model/tips.md", "Kahvi", "<svg><g/></svg>"); address != "../../static/a%20b.svg" || err != nil {
		t.Error(address, err)
	}
	if address, err := put("content/fi/model/tips.md", "Kahvi", "<svg><path/></svg>"); address != "../../static/kylatalo-ja-vaki-2.svg" || err != nil {
		t.Error(address, err)
	}
}

func TestAPictureIsCalledByWhatItShows(t *testing.T) {
	const text = "Kyläillan väki istuu pitkän pöydän ääressä ja kuuntelee puhujaa"
	for name, want := range map[string]string{
		"Kylätalo 2025.JPG": "kylatalo-2025",
		"IMG_1234.HEIC":     "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"Näyttökuva 2026-11-30 kello 11.20.33.png":   "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"Screenshot (3).png":                         "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"WhatsApp Image 2026-01-02 at 12.13.14.jpeg": "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"image.png":    "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"":             "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"../../x.jpg":  "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"карта.png":    "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"a/b:c\\d.jpg": "vinkit-kylaillan-vaki-istuu-pitkan-poydan-aaressa",
		"osallisuussparraustapaamisenjalkikeskustelunmuistiinpanot.png": "osallisuussparraustapaamisenjalkikeskustelunmuisti",
	} {
		if got := pictureName(serve.Picture{File: "content/fi/model/vinkit.md", Name: name, Text: text}); got != want {
			t.Errorf("%q is called %q", name, got)
		}
	}
	if got := pictureName(serve.Picture{File: "content/fi/model/_index.md", Text: "!"}); got != "model" {
		t.Error(got)
	}
	if got := pictureName(serve.Picture{File: "content/fi/_index.md", Text: "!"}); got != "fi" {
		t.Error(got)
	}
}
