package edit

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

const (
	// drawingMost is how many bytes a drawing may have, drawingDeep how many elements
	// may stand in each other.
	drawingMost, drawingDeep = 1_000_000, 100
	// drawingParts are the elements of SVG that draw. The others run, move, or bring
	// something else into the picture.
	drawingParts = "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath " +
		"linearGradient radialGradient stop pattern clipPath mask marker style switch view " +
		"filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feOffset"
)

// isDrawing reports whether bytes begin as an SVG does.
func isDrawing(raw []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(raw[:min(len(raw), 2000)], []byte("\xEF\xBB\xBF")))
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head, []byte("<svg"))
}

// readDrawing writes a drawing anew, element by element: only what draws, without
// the notes of drawing programs. One that does more is refused, for as a file of
// the site it could be opened alone, and then its scripts would run.
func readDrawing(raw []byte) (Picture, error) {
	d := drawing{decoder: xml.NewDecoder(bytes.NewReader(raw))}
	rule := ""
	if len(raw) > drawingMost {
		rule = "picture-drawing"
	}
	for rule == "" {
		token, err := d.decoder.RawToken()
		switch {
		case err == io.EOF && d.out.Len() > 0 && len(d.open) == 0:
			return Picture{Data: d.out.Bytes(), Ending: ".svg"}, nil
		case err != nil:
			rule = "picture-broken"
		default:
			rule = d.write(token)
		}
	}
	return Picture{}, refused(rule, nil)
}

// drawing is one that is being written.
type drawing struct {
	decoder *xml.Decoder
	out     bytes.Buffer
	// open are the elements that haven't ended, style is what one of styles says.
	open  []string
	style string
}

// write writes a part of a drawing, or says by which rule it is refused.
func (d *drawing) write(token xml.Token) (rule string) {
	inStyle := len(d.open) > 0 && d.open[len(d.open)-1] == "style"
	switch token := token.(type) {
	case xml.StartElement:
		if d.style = ""; inStyle {
			return "picture-drawing"
		}
		return d.start(token)
	case xml.EndElement:
		if len(d.open) == 0 || d.open[len(d.open)-1] != token.Name.Local {
			return "picture-broken"
		}
		d.open = d.open[:len(d.open)-1]
		d.out.WriteString("</" + token.Name.Local + ">")
	case xml.CharData:
		if d.style += string(token); inStyle && !isHarmless(d.style) {
			return "picture-drawing"
		}
		if len(d.open) > 0 {
			// A buffer takes all.
			_ = xml.EscapeText(&d.out, token)
		}
	case xml.Directive:
		// It would name texts, or other files.
		if inStyle || bytes.ContainsAny(token, "[<") {
			return "picture-drawing"
		}
	}
	return ""
}

func (d *drawing) start(element xml.StartElement) (rule string) {
	first := d.out.Len() == 0
	switch {
	case isNote(element.Name):
		if first || !d.skip() {
			return "picture-broken"
		}
		return ""
	case len(d.open) == drawingDeep, !first && len(d.open) == 0, first && element.Name.Local != "svg", !d.element(element):
		return "picture-drawing"
	}
	d.open = append(d.open, element.Name.Local)
	return ""
}

// isNote reports whether an element is one of a drawing program.
func isNote(name xml.Name) bool {
	return name.Space != "" && name.Space != "svg" || name.Local == "metadata"
}

// skip reads on to the end of an element.
func (d *drawing) skip() (ended bool) {
	for deep := 1; deep > 0; {
		token, err := d.decoder.RawToken()
		if err != nil {
			return false
		}
		switch token.(type) {
		case xml.StartElement:
			deep++
		case xml.EndElement:
			deep--
		}
	}
	return true
}

// element writes the start of an element that does nothing but draw.
func (d *drawing) element(element xml.StartElement) bool {
	if !slices.Contains(strings.Fields(drawingParts), element.Name.Local) {
		return false
	}
	d.out.WriteString("<" + element.Name.Local)
	if len(d.open) == 0 {
		d.out.WriteString(` xmlns="http://www.w3.org/2000/svg"`)
	}
	for _, a := range element.Attr {
		space, name := a.Name.Space, a.Name.Local
		isLink := name == "href" && (space == "" || space == "xlink")
		switch {
		case isLink && !strings.HasPrefix(a.Value, "#"), strings.HasPrefix(strings.ToLower(name), "on"), !isHarmless(a.Value):
			return false
		case name == "xmlns", space != "" && space != "xml" && !isLink:
			continue
		case space == "xml":
			name = "xml:" + name
		}
		d.out.WriteString(" " + name + `="`)
		_ = xml.EscapeText(&d.out, []byte(a.Value))
		d.out.WriteString(`"`)
	}
	d.out.WriteString(">")
	return true
}

// isHarmless reports whether a text names nothing outside of the drawing: not in
// styles, where signs can be written by their numbers, nor as an address that runs.
func isHarmless(text string) bool {
	low := strings.ToLower(strings.Join(strings.Fields(text), ""))
	for _, harm := range []string{"@import", "@font-face", "javascript:", "expression(", "image-set(", "-moz-binding", `\`} {
		if strings.Contains(low, harm) {
			return false
		}
	}
	for _, part := range strings.Split(low, "url(")[1:] {
		if !strings.HasPrefix(strings.TrimLeft(part, `"'`), "#") {
			return false
		}
	}
	return true
}
