package edit

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"

	// The formats that are taken beside those that scaling writes.
	_ "golang.org/x/image/webp"

	"sparrausopas/generator/report"
)

const (
	// PictureMost is how many bytes a file may have that a picture is made of: the
	// largest photographs of telephones have half as many.
	PictureMost = 40_000_000
	// memoryMost is how many bytes its points may take while they are looked at,
	// sideMost how many of them stand in a line: a few bytes can claim to be more.
	memoryMost, sideMost = 400_000_000, 60_000
	// widestShown is the width of the widest column of text, that of worksheets, for
	// a screen that has two points in place of one.
	widestShown = 2 * 864
	// heavy is how many bytes are too many for a phone, as package check says.
	heavy = 500_000
)

// Picture is a picture as readers need it: upright, no wider than pages show it,
// and without what a camera or a program noted in it, such as the place.
type Picture struct {
	Data []byte
	// Ending is how the name of its file ends: ".jpg", ".png" or ".svg".
	Ending string
	// Width and Height are in points, 0 for a drawing.
	Width, Height int
}

// ReadPicture makes a picture of the bytes of a file, whatever that is called.
// JPEG, PNG, WebP and still GIF are taken, and SVG that does nothing but draw.
// What needn't be changed stays as it is, point by point, so that the same picture
// gives the same bytes. The error is a report.Refusal.
//
// What moves is refused: readers can't stop it, as WCAG 2.2.2 demands. So is HEIC,
// which few browsers show.
func ReadPicture(raw []byte) (Picture, error) {
	if len(raw) > PictureMost {
		return Picture{}, refused("picture-heavy", report.Values{"limit": report.Bytes(PictureMost)})
	}
	if isDrawing(raw) {
		return readDrawing(raw)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return Picture{}, refused(unreadable(raw, err), nil)
	}
	found := bareOf(raw, format)
	switch weight := found.weightOf(config.ColorModel); {
	case found.moves:
		return Picture{}, refused("picture-moves", nil)
	case max(config.Width, config.Height) > sideMost, weight*float64(config.Width)*float64(config.Height) > memoryMost:
		return Picture{}, refused("picture-points", report.Values{"width": config.Width, "height": config.Height})
	}
	source := raw
	if found.data != nil {
		source = found.data
	}
	points, moves, err := decoded(source, format)
	switch {
	case moves:
		return Picture{}, refused("picture-moves", nil)
	case err != nil || points.Bounds().Empty():
		return Picture{}, refused("picture-broken", nil)
	}
	return found.made(points)
}

func refused(rule string, values report.Values) error {
	return &report.Refusal{Rule: rule, Values: values}
}

// unreadable tells a file that is no picture from a broken one, and from those of
// telephones: HEIC and AVIF are boxes of which the first is called ftyp.
func unreadable(raw []byte, err error) (rule string) {
	switch {
	case len(raw) > 12 && string(raw[4:8]) == "ftyp" && !bytes.Contains(raw[8:min(len(raw), 32)], []byte("avif")):
		return "picture-heic"
	case err == image.ErrFormat:
		return "picture-kind"
	}
	return "picture-broken"
}

// decoded reads the points of a picture, of a GIF those of its first picture.
func decoded(raw []byte, format string) (points image.Image, moves bool, err error) {
	reader := bytes.NewReader(raw)
	if format == "gif" {
		points, err = gif.Decode(reader)
		return points, movesOn(raw[len(raw)-reader.Len():]), err
	}
	points, _, err = image.Decode(reader)
	return points, false, err
}

// weightOf is how many bytes a point takes at most while a picture is read.
func (b bare) weightOf(model color.Model) float64 {
	least := 4.
	switch model {
	case color.NRGBA64Model, color.RGBA64Model:
		least = 8
	}
	return max(least, b.weight)
}
