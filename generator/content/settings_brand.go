package content

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"

	"sparrausopas/generator/colour"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// logoLimit is the most that a logo may take, in bytes: every page shows it.
const logoLimit = 200_000

// readBrand reads the table [brand]. Whether the colours are told apart from
// those beside them is for the theme to say.
func readBrand(fsys fs.FS, f *fields) guide.Brand {
	defer f.finish()
	brand := guide.Brand{
		Name:   f.text("name"),
		Logo:   readLogo(fsys, f),
		Colour: f.colour("colour"),
		Dark:   f.colour("colour-dark"),
	}
	if f.has("logo") {
		f.require("name", `"Esimerkkilän kunta"`)
	}
	if f.has("colour-dark") {
		f.require("colour", `"#0b4f6c"`)
	}
	return brand
}

// colour reads a colour and writes it as #rrggbb.
func (f *fields) colour(key string) string {
	text := f.text(key)
	if text == "" {
		return ""
	}
	c, err := colour.Parse(text)
	if err != nil {
		f.problem(key, "key-value", report.Values{"key": key, "value": text, "wanted": "a colour like #0b4f6c or #fff"})
		return ""
	}
	return c.String()
}

// readLogo reads the keys of the logo and measures the picture. The picture is
// only ever shown as one, so that nothing in it runs.
func readLogo(fsys fs.FS, f *fields) guide.Logo {
	logo := guide.Logo{SaysName: f.flag("name-in-logo")}
	name := f.text("logo")
	if logo.SaysName {
		f.require("logo", `"content/static/logo.svg"`)
	}
	address, inside := strings.CutPrefix(name, staticDir+"/")
	measure := measures()[strings.ToLower(path.Ext(name))]
	switch {
	case name == "":
		return logo
	case !inside || !fs.ValidPath(name) || measure == nil:
		f.problem("logo", "key-value", report.Values{
			"key": "logo", "value": name, "wanted": "a file in content/static that ends in .svg or .png, like content/static/logo.svg"})
		return logo
	}
	picture, err := readLimited(fsys, name, logoLimit)
	if err == nil && len(picture) <= logoLimit {
		logo.Width, logo.Height, err = measure(picture)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.problem("logo", "logo-missing", report.Values{"name": name})
	case err != nil:
		f.problem("logo", "logo-unreadable", report.Values{"name": name, "error": err.Error()})
	case len(picture) > logoLimit:
		f.problem("logo", "logo-size", report.Values{"name": name, "limit": strconv.Itoa(logoLimit/1000) + " KB"})
	default:
		logo.Address = address
	}
	return logo
}

// measures are the kinds of pictures that a logo can be.
func measures() map[string]func([]byte) (width, height int, err error) {
	return map[string]func([]byte) (int, int, error){".svg": measureSVG, ".png": measurePNG}
}

func measurePNG(picture []byte) (width, height int, err error) {
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	return config.Width, config.Height, err
}

// measureSVG takes the size from width and height, else from viewBox.
func measureSVG(picture []byte) (width, height int, err error) {
	root, err := rootElement(picture)
	if err != nil {
		return 0, 0, err
	}
	said := map[string]string{}
	for _, a := range root.Attr {
		said[a.Name.Local] = a.Value
	}
	if box := strings.Fields(strings.ReplaceAll(said["viewBox"], ",", " ")); len(box) == 4 {
		width, height = pixels(box[2]), pixels(box[3])
	}
	if w, h := pixels(said["width"]), pixels(said["height"]); w > 0 && h > 0 {
		width, height = w, h
	}
	if width == 0 || height == 0 {
		return 0, 0, errors.New("it doesn't say how large it is")
	}
	return width, height, nil
}

// rootElement is the first element of an XML file, which must be svg.
func rootElement(picture []byte) (xml.StartElement, error) {
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return xml.StartElement{}, fmt.Errorf("it is no SVG: %w", err)
		}
		root, ok := token.(xml.StartElement)
		switch {
		case ok && root.Name.Local == "svg":
			return root, nil
		case ok:
			return root, fmt.Errorf("it is no SVG but <%s>", root.Name.Local)
		}
	}
}

// pixels reads a length in pixels; 0 is none.
func pixels(text string) int {
	length, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), "px"), 64)
	if err != nil || !(length > 0 && length < 100_000) {
		return 0
	}
	return int(math.Ceil(length))
}
