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
	// fileLimit is how many bytes another file may have: a reader's browser
	// keeps no more of a whole guide.
	fileLimit = 20_000_000
)

// images finds pictures that pages show and that are too large, and files that
// are something else than their names say or too heavy for anybody. Each is told
// once, of pictures with the first page that shows them.
func (c *checker) images() {
	shown := map[string]string{}
	for p := range pages(c.site) {
		for _, address := range picturesOf(p) {
			if file := c.site.Files[address]; file != "" && shown[file] == "" {
				shown[file] = p.File
			}
		}
	}
	for _, file := range slices.Sorted(maps.Values(c.site.Files)) {
		c.file(file, shown[file])
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

// file looks at the size of a file that is copied as it is, and at as much of
// it as tells what it is. Page is the one that shows it, "" for none.
func (c *checker) file(file, page string) {
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
	c.imageFormat(file, page, formatOf(head))
	switch {
	case page != "":
		config, _, _ := image.DecodeConfig(reader)
		c.imageSize(file, page, config.Width, info.Size())
	case info.Size() > fileLimit:
		c.add(report.Source{Name: file}.Whole("file-heavy", report.Values{"size": report.Bytes(info.Size()), "limit": report.Bytes(fileLimit)}))
	}
}

// imageSize finds a picture that is larger than a page shows.
func (c *checker) imageSize(file, page string, width int, bytes int64) {
	source, size := report.Source{Name: file}, (bytes+999)/1000
	switch {
	case width > widest:
		c.add(source.Whole("image-wide", report.Values{"width": width, "size": size, "limit": widest, "page": page}))
	case bytes > heaviest:
		c.add(source.Whole("image-heavy", report.Values{"size": size, "limit": heaviest / 1000, "page": page}))
	}
}

// imageFormat finds a picture that browsers don't show, or whose name says that
// it is another, and what is called a picture and is none.
func (c *checker) imageFormat(file, page, format string) {
	name := strings.ToUpper(strings.TrimPrefix(format, "."))
	ending := path.Ext(file)
	small := strings.Replace(strings.ToLower(ending), ".jpeg", ".jpg", 1)
	values := report.Values{"format": name, "ending": ending, "name": strings.TrimSuffix(path.Base(file), ending) + format}
	if page != "" {
		values["page"] = page
	}
	rule := ""
	switch {
	case format == ".heic" || format == ".tif" && page != "":
		rule = "image-format"
	case format != "" && small != format && small != format+"f":
		rule = "image-ending"
	case format == "" && slices.Contains([]string{".png", ".jpg", ".gif", ".webp", ".avif", ".heic"}, small):
		rule = "image-none"
	}
	if rule != "" {
		c.add(report.Source{Name: file}.Whole(rule, values))
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
