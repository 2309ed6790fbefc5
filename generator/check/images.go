package check

import (
	"bufio"
	"bytes"
	"image"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"

	// The formats whose width is known by their first bytes.
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
)

const (
	// heaviest is how many bytes a picture may have, widest how many points
	// from side to side: a page shows no more of them, and a phone has to fetch
	// all.
	heaviest = 500_000
	widest   = 2400
)

// images finds pictures that pages show and that are too large, or something
// else than their names say. Each is told once, with the first page that shows
// it.
func (c *checker) images() {
	shown := map[string]string{}
	for p := range pages(c.site) {
		for _, address := range picturesOf(p) {
			if file := c.site.Files[address]; file != "" && shown[file] == "" {
				shown[file] = p.File
			}
		}
	}
	for _, file := range slices.Sorted(maps.Keys(shown)) {
		c.image(file, shown[file])
	}
}

// picturesOf returns the addresses of the pictures in a page's text.
func picturesOf(p *guide.Page) []string {
	if !strings.Contains(p.HTML, "<img ") {
		return nil
	}
	var addresses []string
	tokens := html.NewTokenizer(strings.NewReader(p.HTML))
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		for _, a := range token.Attr {
			if token.Data != "img" || a.Key != "src" {
				continue
			}
			if address, err := url.Parse(a.Val); err == nil {
				addresses = append(addresses, path.Join(path.Dir(p.Address), address.Path))
			}
		}
	}
	return addresses
}

// image looks at the size of a picture, and at as much of it as tells what it
// is.
func (c *checker) image(file, page string) {
	data, err := c.fsys.Open(file)
	if err != nil {
		return
	}
	defer data.Close()
	info, err := data.Stat()
	if err != nil {
		return
	}
	reader := bufio.NewReader(data)
	// What can't be read has no format and no width.
	head, _ := reader.Peek(16)
	config, _, _ := image.DecodeConfig(reader)
	c.imageFormat(file, page, formatOf(head))
	source, size := report.Source{Name: file}, (info.Size()+999)/1000
	switch {
	case config.Width > widest:
		c.add(source.Whole("image-wide", report.Values{"width": config.Width, "size": size, "limit": widest, "page": page}))
	case info.Size() > heaviest:
		c.add(source.Whole("image-heavy", report.Values{"size": size, "limit": heaviest / 1000, "page": page}))
	}
}

// imageFormat finds a picture that browsers don't show, or whose name says that
// it is another.
func (c *checker) imageFormat(file, page, format string) {
	name := strings.ToUpper(strings.TrimPrefix(format, "."))
	ending := path.Ext(file)
	small := strings.ToLower(ending)
	source := report.Source{Name: file}
	switch {
	case format == ".heic" || format == ".tif":
		c.add(source.Whole("image-format", report.Values{"format": name, "page": page}))
	case format != "" && small != format && (small != ".jpeg" || format != ".jpg"):
		c.add(source.Whole("image-ending", report.Values{"format": name, "ending": ending,
			"name": strings.TrimSuffix(path.Base(file), ending) + format, "page": page}))
	}
}

// formatOf returns the ending that a picture's name ought to have, by the bytes
// that it begins with; "" if it is none of those known.
func formatOf(data []byte) string {
	for _, format := range []struct {
		offset        int
		start, ending string
	}{
		{0, "\x89PNG\r\n", ".png"},
		{0, "\xFF\xD8\xFF", ".jpg"},
		{0, "GIF8", ".gif"},
		{8, "WEBP", ".webp"},
		{4, "ftypavif", ".avif"},
		{4, "ftyphei", ".heic"},
		{4, "ftypmif1", ".heic"},
		{0, "II*\x00", ".tif"},
		{0, "MM\x00*", ".tif"},
	} {
		if len(data) > format.offset && bytes.HasPrefix(data[format.offset:], []byte(format.start)) {
			return format.ending
		}
	}
	return ""
}
