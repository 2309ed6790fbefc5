package single

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const shell = "<!doctype html><html><head><title>Opas</title></head><body><noscript>Tekstit</noscript></body></html>"

var small = map[string]string{
	"index.html":           `<!doctype html><link rel="stylesheet" href="assets/a.css"><a href="fi/a.html">A</a>`,
	"fi/a.html":            `<!doctype html><p>Ääkkönen & <script src="../assets/a.js"></script>`,
	"fi/b.html":            `<!doctype html><p>Ääkkönen & <img src="../kuva%20%C3%A4.png">`,
	"assets/a.css":         `@font-face{src:url(font.woff2)}`,
	"assets/a.js":          `"use strict"`,
	"assets/font.woff2":    "\x00\x01",
	"kuva ä.png":           "\x89PNG",
	"unnamed.png":          "nobody names it",
	"404.html":             "nowhere",
	"service-worker.js":    "keeps",
	"fi/old.html":          `<meta http-equiv="refresh" content="0">`,
	"robots.txt":           "",
	"manifest.webmanifest": "{}",
}

func written(t *testing.T, files map[string]string) (text string, large []string) {
	t.Helper()
	var site Site
	for name, data := range files {
		if err := site.Add(name, strings.NewReader(data)); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	large, err := site.Write(&out, []byte(shell))
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), large
}

var element = regexp.MustCompile(`<script type="text/plain" data-name="([^"]*)"(?: data-type="([^"]*)")?(?: data-size="(\d+)")?(?: data-after="([^"]*)")?>([^<]*)</script>`)

// unpacked reads the files that stand in a single file.
func unpacked(t *testing.T, text string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, found := range element.FindAllStringSubmatch(text, -1) {
		data, err := base64.StdEncoding.DecodeString(found[5])
		if err == nil && found[2] == "" {
			data, err = io.ReadAll(flate.NewReaderDict(bytes.NewReader(data), []byte(files[found[4]])))
		}
		if size, _ := strconv.Atoi(found[3]); err != nil || found[2] == "" && size != len(data) {
			t.Errorf("%s: %d bytes are %d, %v", found[1], size, len(data), err)
		}
		files[found[1]] = string(data)
	}
	return files
}

func TestAFileHoldsWhatReadersNeed(t *testing.T) {
	text, large := written(t, small)
	files := unpacked(t, text)
	for _, name := range []string{"index.html", "fi/a.html", "fi/b.html", "assets/a.css", "assets/a.js", "assets/font.woff2", "kuva ä.png"} {
		if files[name] != small[name] {
			t.Errorf("%s is %q", name, files[name])
		}
		delete(files, name)
	}
	if len(files) > 0 || len(large) > 0 {
		t.Errorf("there are %q, too, and %q are too large", files, large)
	}
	if again, _ := written(t, small); again != text {
		t.Error("the same site makes other bytes")
	}
}

func TestThePolicyNamesEachScriptAndStyleAndLetsNothingElseIn(t *testing.T) {
	text, _ := written(t, small)
	found := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n</head>`).FindStringSubmatch(text)
	if found == nil {
		t.Fatal("there is no policy at the end of the head")
	}
	style := "@font-face{src:url(data:font/woff2;base64,AAE=)}"
	want := "default-src 'none'; script-src " + checksum([]byte(inflateScript)) + " " + checksum([]byte(bootScript)) + " " + checksum([]byte(small["assets/a.js"])) +
		"; style-src " + checksum([]byte(style)) + "; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
	if found[1] != want {
		t.Errorf("it is %s,\nwant %s", found[1], want)
	}
}

func TestALargeFileIsLeftOut(t *testing.T) {
	site := map[string]string{
		"index.html": `<a href="film.mp4">Film</a> <a href="fits.pdf">PDF</a>`,
		"film.mp4":   strings.Repeat("x", Largest+1),
		"fits.pdf":   strings.Repeat("x", Largest),
	}
	text, large := written(t, site)
	files := unpacked(t, text)
	if !slices.Equal(large, []string{"film.mp4"}) || files["film.mp4"] != "" || files["fits.pdf"] != site["fits.pdf"] {
		t.Errorf("%q are too large, the others are %d files", large, len(files))
	}
}

func TestAShellWithoutABodyIsRefused(t *testing.T) {
	var site Site
	if _, err := site.Write(io.Discard, []byte("<p>Opas")); err == nil {
		t.Error("it is taken")
	}
}

func TestWhatPagesShowComesBeforeWhatTheyLeadTo(t *testing.T) {
	site := map[string]string{
		"index.html": `<a href="a.pdf"></a><a href="b.pdf"></a><a href="c.pdf"></a><img src="d.png">`,
		"a.pdf":      strings.Repeat("x", Largest-1),
		"b.pdf":      strings.Repeat("x", Largest-2),
		"c.pdf":      strings.Repeat("x", 10),
		"d.png":      strings.Repeat("x", Largest),
	}
	text, left := written(t, site)
	files := unpacked(t, text)
	if !slices.Equal(left, []string{"a.pdf"}) || files["d.png"] == "" || files["c.pdf"] == "" || files["b.pdf"] == "" {
		t.Errorf("there is no room for %q", left)
	}
}
