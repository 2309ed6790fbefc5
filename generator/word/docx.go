package word

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// Limits of what a document holds when it is unpacked: all that is read of it, and
// a single part.
const unpackedMost, partMost = 160 << 20, 40 << 20

// FromDocx makes Markdown of a Word document. The error is a report.Refusal.
func FromDocx(data []byte, o Options) (Made, error) {
	if len(data) > Most {
		return Made{}, refused("word-large")
	}
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		// Word of old, or a document with a password.
		return Made{}, refused("word-old")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Made{}, refused("word-unread")
	}
	p := &parts{archive: archive, left: unpackedMost}
	r := &docxReader{document: document{options: o}, parts: p}
	main, err := r.open()
	if err != nil {
		return Made{}, err
	}
	r.body(child(main, "body"))
	r.margins()
	return r.made(r.stream.blocks), nil
}

// parts are the parts of a document.
type parts struct {
	archive *zip.Reader
	// left is how many bytes may still be unpacked.
	left int64
}

// read returns a part, nil if there is none of the name.
func (p *parts) read(name string) ([]byte, error) {
	for _, file := range p.archive.File {
		if file.Name != name {
			continue
		}
		reader, err := file.Open()
		if err != nil {
			return nil, refused("word-unread")
		}
		defer reader.Close()
		most := min(p.left, partMost)
		data, err := io.ReadAll(io.LimitReader(reader, most+1))
		p.left -= int64(len(data))
		switch {
		case int64(len(data)) > most:
			return nil, refused("word-large")
		case err != nil:
			return nil, refused("word-unread")
		}
		return data, nil
	}
	return nil, nil
}

// tree reads a part as XML; one that isn't there is empty.
func (p *parts) tree(name string) (*html.Node, error) {
	data, err := p.read(name)
	if err != nil || data == nil {
		return &html.Node{}, err
	}
	return readXML(data)
}

// relation is where a part of a document leads to.
type relation struct {
	kind, target string
	outside      bool
}

// relations returns where a part leads to, by the names that it uses.
func (p *parts) relations(part string) (map[string]relation, error) {
	root, err := p.tree(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"))
	if err != nil {
		return nil, err
	}
	all := map[string]relation{}
	for n := range within(root, "Relationship") {
		to := relation{kind: path.Base(attribute(n, "Type")), target: attribute(n, "Target"), outside: attribute(n, "TargetMode") == "External"}
		if !to.outside && strings.HasPrefix(to.target, "/") {
			to.target = strings.TrimPrefix(path.Clean(to.target), "/")
		} else if !to.outside {
			to.target = path.Join(path.Dir(part), to.target)
		}
		all[attribute(n, "Id")] = to
	}
	return all, nil
}

// docxReader reads a Word document, whose blocks it puts into a stream.
type docxReader struct {
	document
	stream
	*parts
	relations map[string]relation
	styles    map[string]docStyle
	numbering numbering
	// notes are the texts of footnotes and endnotes by their kind and id.
	noteTexts map[string]*html.Node
	comments  map[string]string
	fields    []field
	// boxes are the boxes of text that stand beside the paragraph at hand.
	boxes []*html.Node
}

// open reads what there is beside the text and returns the part with the text.
func (r *docxReader) open() (*html.Node, error) {
	name := "word/document.xml"
	start, err := r.parts.relations("")
	if err != nil {
		return nil, err
	}
	for _, to := range start {
		if to.kind == "officeDocument" && !to.outside {
			name = to.target
		}
	}
	main, err := r.tree(name)
	if err != nil {
		return nil, err
	}
	main = child(main, "document")
	if child(main, "body") == nil {
		return nil, refused("word-none")
	}
	if r.relations, err = r.parts.relations(name); err != nil {
		return nil, err
	}
	beside := map[string]*html.Node{}
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes", "comments"} {
		for _, to := range r.relations {
			if to.kind == kind && !to.outside {
				if beside[kind], err = r.tree(to.target); err != nil {
					return nil, err
				}
			}
		}
	}
	r.styles, r.numbering = readStyles(beside["styles"]), readNumbering(beside["numbering"])
	r.noteTexts, r.comments = map[string]*html.Node{}, map[string]string{}
	for n := range within(beside["footnotes"], "footnote") {
		r.noteTexts["footnote "+attribute(n, "id")] = n
	}
	for n := range within(beside["endnotes"], "endnote") {
		r.noteTexts["endnote "+attribute(n, "id")] = n
	}
	for n := range within(beside["comments"], "comment") {
		r.comments[attribute(n, "id")] = words(n)
	}
	return main, nil
}

// margins tells of what stands above and below each page.
func (r *docxReader) margins() {
	for _, kind := range []string{"header", "footer"} {
		var names []string
		for _, to := range r.relations {
			if to.kind == kind && !to.outside {
				names = append(names, to.target)
			}
		}
		for _, name := range sorted(names) {
			if root, err := r.tree(name); err == nil && strings.TrimSpace(words(root)) != "" {
				r.leave("header", words(root))
			}
		}
	}
}
