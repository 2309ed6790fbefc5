package content

import (
	"bytes"
	"encoding/xml"
	"errors"
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

// LogoLimit is the most that a logo may take, in bytes: every page shows it.
const LogoLimit = 200_000

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
		f.wrongValue(key, text, "wanted-colour")
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
	measure := measureOf(name)
	switch {
	case name == "":
		return logo
	case !inside || !fs.ValidPath(name) || measure == nil:
		f.wrongValue("logo", name, "wanted-logo")
		return logo
	}
	picture, err := readLimited(fsys, name, LogoLimit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.problem("logo", "logo-missing", report.Values{"name": name})
	case err != nil:
		f.problem("logo", "logo-unreadable", report.Reason(err, report.Values{"name": name}))
	case len(picture) > LogoLimit:
		f.problem("logo", "logo-size", report.Values{"name": name, "limit": report.Bytes(LogoLimit)})
	default:
		width, height, wrong := measure(picture)
		if wrong != "" {
			f.problem("logo", "logo-unreadable", report.Values{"name": name, "error": wrong})
			return logo
		}
		logo.Address, logo.Width, logo.Height = address, width, height
	}
	return logo
}

// measureOf returns what measures a picture of a logo, or says what is wrong
// with it; nil for what can't be a logo.
func measureOf(name string) func(picture []byte) (width, height int, wrong report.Word) {
	switch strings.ToLower(path.Ext(name)) {
	case ".svg":
		return measureSVG
	case ".png":
		return measurePNG
	}
	return nil
}

func measurePNG(picture []byte) (width, height int, wrong report.Word) {
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return 0, 0, "reason-no-png"
	}
	return config.Width, config.Height, ""
}

// measureSVG takes the size from width and height, else from viewBox.
func measureSVG(picture []byte) (width, height int, wrong report.Word) {
	root := rootElement(picture)
	if root.Name.Local != "svg" {
		return 0, 0, "reason-no-svg"
	}
	said := map[string]string{}
	for _, a := range root.Attr {
		said[a.Name.Local] = a.Value
	}
	width, height = pixels(said["width"]), pixels(said["height"])
	if box := strings.Fields(strings.ReplaceAll(said["viewBox"], ",", " ")); width*height == 0 && len(box) == 4 {
		width, height = pixels(box[2]), pixels(box[3])
	}
	if width*height == 0 {
		return 0, 0, "reason-no-size"
	}
	return width, height, ""
}

// rootElement is the first element of an XML file, one without a name if there
// is none.
func rootElement(picture []byte) xml.StartElement {
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	for {
		token, err := decoder.RawToken()
		if root, isElement := token.(xml.StartElement); isElement || err != nil {
			return root
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
