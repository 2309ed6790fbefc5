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
		f.problem(key, "key-value", report.Values{"key": key, "value": text, "wanted": report.Word("wanted-colour")})
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
			"key": "logo", "value": name, "wanted": report.Word("wanted-logo")})
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
		f.problem("logo", "logo-unreadable", unusable(name, err))
	case len(picture) > logoLimit:
		f.problem("logo", "logo-size", report.Values{"name": name, "limit": report.Bytes(logoLimit)})
	default:
		logo.Address = address
	}
	return logo
}

// What can be wrong with the picture of a logo.
var (
	errNoSVG  = errors.New("it is no SVG")
	errNoPNG  = errors.New("it is no PNG")
	errNoSize = errors.New("it doesn't say how large it is")
)

// unusable reports a logo that can't be read.
func unusable(name string, err error) report.Values {
	for fault, reason := range map[error]report.Word{errNoSVG: "reason-no-svg", errNoPNG: "reason-no-png", errNoSize: "reason-no-size"} {
		if err == fault {
			return report.Values{"name": name, "error": reason}
		}
	}
	return report.Reason(err, report.Values{"name": name})
}

// measures are the kinds of pictures that a logo can be.
func measures() map[string]func([]byte) (width, height int, err error) {
	return map[string]func([]byte) (int, int, error){".svg": measureSVG, ".png": measurePNG}
}

func measurePNG(picture []byte) (width, height int, err error) {
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		err = errNoPNG
	}
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
		return 0, 0, errNoSize
	}
	return width, height, nil
}

// rootElement is the first element of an XML file, which must be svg.
func rootElement(picture []byte) (xml.StartElement, error) {
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return xml.StartElement{}, errNoSVG
		}
		root, ok := token.(xml.StartElement)
		switch {
		case ok && root.Name.Local == "svg":
			return root, nil
		case ok:
			return root, errNoSVG
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
