package build

import (
	"cmp"
	"context"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/theme"
)

// Documents say which documents a build makes of the pages. They come first,
// out of a rendering that isn't published, as the pages then say how large they
// are.
type Documents struct {
	PDF, Docx bool
	// Progress, if there is one, is told how many documents are done of how
	// many.
	Progress func(done, total int)
	// stop ends what takes long.
	stop context.Context
}

// format is a way to make documents. Each hands over those that it makes with
// their formats, in an order that is always the same.
type format struct {
	wanted bool
	make   func(Documents, rendering) ([]document, error)
}

// formats is the table of them.
func (d Documents) formats() []format {
	return []format{{d.PDF, pdfs}, {d.Docx, wordDocuments}}
}

// document is one that was made, and the address of the page that offers it.
type document struct {
	guide.Document
	of   string
	data []byte
}

// newDocument is one of a page, in whose place it stands but for its ending.
func newDocument(page, format string, data []byte) document {
	return document{guide.Document{Format: format, Address: beside(page, format), Size: len(data)}, page, data}
}

// beside is the address of a document of a page.
func beside(page, format string) string { return page[:len(page)-len("html")] + format }

// rendering is the site as it is without documents: the guide, and each file of
// its site, which is made when it is asked for.
type rendering struct {
	site  *guide.Site
	pages []theme.File
	file  func(address string) ([]byte, error)
}

// make makes the documents that are wanted.
func (d Documents) make(site *guide.Site, look *theme.Theme) ([]document, error) {
	formats := slices.DeleteFunc(d.formats(), func(f format) bool { return !f.wanted })
	if len(formats) == 0 {
		return nil, nil
	}
	first, err := newPreview(site, look)
	if err != nil {
		return nil, err
	}
	defer first.Retire()
	d.stop = cmp.Or(d.stop, context.Background())
	if d.Progress == nil {
		d.Progress = func(int, int) {}
	}
	var all []document
	for _, f := range formats {
		made, err := f.make(d, rendering{first.site, first.plan.Files, first.File})
		if err != nil {
			return nil, err
		}
		all = append(all, made...)
	}
	return all, nil
}

// offering returns the site with its documents, of which its pages tell.
func offering(site *guide.Site, documents []document) *guide.Site {
	if len(documents) == 0 {
		return site
	}
	own := *site
	own.Documents = map[string][]guide.Document{}
	for _, d := range documents {
		own.Documents[d.of] = append(own.Documents[d.of], d.Document)
	}
	return &own
}

// documentFiles hands over the documents. Browsers keep them only if the guide
// says so.
func documentFiles(j job) (func() error, error) {
	emit := j.direct
	if j.site.Settings.Web.OfflineDocuments {
		emit = j.emit
	}
	return func() error {
		for _, d := range j.documents {
			if err := emit(d.Address, d.data); err != nil {
				return err
			}
		}
		return nil
	}, nil
}
