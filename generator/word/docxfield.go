package word

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// field is a part of the text that Word makes itself.
type field struct {
	instruction string
	// shown says that what it makes has begun.
	shown bool
	// hidden says that what it makes isn't taken.
	hidden bool
	link   string
}

// isHidden reports whether what is read is of a field and isn't taken.
func (r *docxReader) isHidden() bool {
	return slices.ContainsFunc(r.fields, func(f field) bool { return f.hidden || !f.shown })
}

// fieldSign reads where a field begins, shows and ends.
func (r *docxReader) fieldSign(n *html.Node) {
	last := len(r.fields) - 1
	switch attribute(n, "fldCharType") {
	case "begin":
		if len(r.fields) < depthMost {
			r.fields = append(r.fields, field{})
		}
		if child(n, "ffData") != nil {
			r.leave("control", "")
		}
	case "separate":
		if last >= 0 {
			instruction := r.fields[last].instruction
			r.fields = r.fields[:last]
			r.begin(instruction)
		}
	case "end":
		if last >= 0 && !r.fields[last].shown {
			instruction := r.fields[last].instruction
			r.fields = r.fields[:last]
			r.begin(instruction)
		}
		r.finish()
	}
}

// begin begins what a field shows.
func (r *docxReader) begin(instruction string) {
	words := strings.Fields(instruction)
	f := field{instruction: instruction, shown: true}
	name := ""
	if len(words) > 0 {
		name = strings.ToUpper(words[0])
	}
	switch name {
	case "TOC", "INDEX", "TOA":
		f.hidden = true
		r.leaveField("toc", "")
	case "PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES", "FILENAME":
		f.hidden = true
		r.leaveField("field", name)
	case "XE", "TC", "TA", "RD":
		f.hidden = true
	case "HYPERLINK":
		if len(words) > 1 {
			f.link, _ = address(strings.Trim(words[1], `"”“`))
			if f.link == "" {
				r.leaveField("link", words[1])
			}
		}
	}
	r.fields = append(r.fields, f)
}

// leaveField tells of a field, unless it is in another one that isn't taken.
func (r *docxReader) leaveField(what, where string) {
	if !r.isHidden() {
		r.leave(what, where)
	}
}

func (r *docxReader) finish() {
	if last := len(r.fields) - 1; last >= 0 {
		r.fields = r.fields[:last]
	}
}
