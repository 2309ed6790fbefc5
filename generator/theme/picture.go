package theme

import (
	"html/template"
	"strings"

	"sparrausopas/generator/picture"
)

// pictureFile is the part that frames a picture.
const pictureFile = "parts/picture.html"

// PictureView is what parts/picture.html is given.
type PictureView struct {
	View *View
	*picture.Picture
	// Texts are the picture's lines.
	Texts PictureLines
}

// PictureLines are lines of a picture's text with the view that links start
// from.
type PictureLines struct {
	View  *View
	Lines []picture.Line
}

// In returns the lines that stand under one of them.
func (l PictureLines) In(line picture.Line) PictureLines { return PictureLines{l.View, line.Lines} }

// IsLink reports whether the line is called as the page that it leads to.
func (l PictureLines) IsLink(line picture.Line) bool {
	return line.Page != nil && strings.HasSuffix(line.Title, line.Page.Label())
}

// Drawing passes on the SVG that the program drew.
func (PictureView) Drawing(svg string) template.HTML { return template.HTML(svg) }

// Picture draws one of the pictures of package picture with its text. It gives
// nothing where the guide has nothing to draw.
func (v *View) Picture(name string) (template.HTML, error) {
	drawn, err := picture.Draw(name, picture.Source{Locale: v.Locale, Page: v.Page, Soften: v.templates.hyphenator.Soften, Clock: v.templates.speech.rules.Clock})
	if drawn == nil || err != nil {
		return "", err
	}
	var out strings.Builder
	err = v.templates.shared.template.ExecuteTemplate(&out, pictureFile, PictureView{v, drawn, PictureLines{v, drawn.Lines}})
	return template.HTML(out.String()), err
}

// Code draws the address on the web of what is printed as a QR code; nothing
// where that isn't known.
func (v *View) Code() (template.HTML, error) {
	address, err := v.WebAddress()
	if address == "" || err != nil {
		return "", err
	}
	svg, err := picture.Code(address)
	return template.HTML(svg), err
}

// Scene draws a scene, which decorates.
func (v *View) Scene(name string) (template.HTML, error) {
	svg, err := picture.Scene(name)
	return template.HTML(svg), err
}

// Pictures names the pictures that the page tells in its front matter.
func (v *View) Pictures() []string { return picture.Of(v.Page) }
