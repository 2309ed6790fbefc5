package check

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"
)

// picture is an empty picture of a width, with bytes behind it.
func picture(t *testing.T, width, behind int) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, 1))); err != nil {
		t.Fatal(err)
	}
	return out.String() + strings.Repeat("x", behind)
}

func TestPicturesOfPagesAreLightAndWhatTheirNamesSay(t *testing.T) {
	small := picture(t, 10, 0)
	for _, c := range []struct {
		name, data string
		want       []string
	}{
		{"a.png", small, nil},
		{"a.png", picture(t, 2400, 400_000), nil},
		{"a.png", picture(t, 2401, 0), []string{"content/static/a.png image-wide limit=2400 page=content/fi/a.md size=1 width=2401"}},
		{"a.png", picture(t, 10, 600_000), []string{"content/static/a.png image-heavy limit=500 page=content/fi/a.md size=601"}},
		{"a.svg", "<svg>" + strings.Repeat(" ", 700_000), []string{"content/static/a.svg image-heavy limit=500 page=content/fi/a.md size=701"}},
		{"a.JPG", small, []string{"content/static/a.JPG image-ending ending=.JPG format=PNG name=a.png page=content/fi/a.md"}},
		{"a.jpeg", "\xff\xd8\xff\xe0", nil},
		{"a.jpg", "\x00\x00\x00\x18ftypheic", []string{"content/static/a.jpg image-format ending=.jpg format=HEIC name=a.heic page=content/fi/a.md"}},
	} {
		p := newProject()
		p.page("a", "").HTML = `<p><img src="../` + c.name + `" alt="a"></p>`
		p.page("b", "").HTML = `<p><img src="../` + c.name + `" alt="a"></p>`
		p.site.Files[c.name] = "content/static/" + c.name
		p.fsys["content/static/"+c.name] = &fstest.MapFile{Data: []byte(c.data)}
		expect(t, found(Run(p.site, p.fsys)), c.want)
	}
}

func TestAPictureIsFoundWhateverItsNameAndItsLink(t *testing.T) {
	p := newProject()
	p.page("a", "").HTML = `<p><img src="../kes%C3%A4%20y%C3%B6.png?1#a" alt="a"></p>`
	p.site.Files["kesä yö.png"] = "content/static/kesä yö.png"
	p.fsys["content/static/kesä yö.png"] = &fstest.MapFile{Data: []byte(picture(t, 10, 600_000))}
	expect(t, found(Run(p.site, p.fsys)), []string{"content/static/kesä yö.png image-heavy limit=500 page=content/fi/a.md size=601"})
}

func TestFilesThatNoPageShowsAreWhatTheirNamesSay(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       []string
	}{
		{"a.png", picture(t, 10, 600_000), nil},
		{"a.tif", "II*\x00", nil},
		{"a.pdf", "%PDF-", nil},
		{"IMG_1.HEIC", "\x00\x00\x00\x18ftypheic", []string{"content/static/IMG_1.HEIC image-format ending=.HEIC format=HEIC name=IMG_1.heic"}},
		{"a.heic", "", []string{"content/static/a.heic image-none ending=.heic format= name=a"}},
		{"a.png", "<html>", []string{"content/static/a.png image-none ending=.png format= name=a"}},
		{"a.JPEG", "", []string{"content/static/a.JPEG image-none ending=.JPEG format= name=a"}},
		{"a.pdf", "\xff\xd8\xff\xe0", []string{"content/static/a.pdf image-ending ending=.pdf format=JPG name=a.jpg"}},
		{"film.mp4", strings.Repeat("x", 21_000_000), []string{"content/static/film.mp4 file-heavy limit=20000000 size=21000000"}},
	} {
		p := newProject()
		p.site.Files[c.name] = "content/static/" + c.name
		p.fsys["content/static/"+c.name] = &fstest.MapFile{Data: []byte(c.data)}
		expect(t, found(Run(p.site, p.fsys)), c.want)
	}
}
