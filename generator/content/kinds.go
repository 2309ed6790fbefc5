package content

import (
	"path"

	"sparrausopas/generator/guide"
)

// finish completes a page's detail when all other pages are known.
type finish func(*linker)

// readDetails reads the keys of the pages' own kinds.
func (e *edition) readDetails() {
	for _, f := range e.files {
		if f.page != nil {
			f.page.Detail, f.finish = e.readDetail(f.front, f.page)
		}
	}
}

// readDetail is the table of the kinds that have data.
func (e *edition) readDetail(f *fields, p *guide.Page) (guide.Detail, finish) {
	switch p.Kind {
	case "area":
		return &guide.Area{Page: p, Name: path.Base(p.ID)}, nil
	case "question":
		return readQuestion(f, p)
	case "step":
		return readStep(f, p)
	case "session":
		return readSession(f, p)
	case "worksheet":
		return e.readWorksheet(f, p)
	case "gather":
		return readGathering(f, p)
	case "programme":
		return readProgramme(f, p)
	case "term":
		return &guide.Term{Page: p, Forms: f.texts("forms")}, nil
	case "topic":
		return &guide.Topic{Page: p}, nil
	}
	return nil, nil
}
