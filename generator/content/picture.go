package content

import (
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// readPictures reads what a page of any kind tells for a picture of it.
func readPictures(f *fields, l *linker) guide.Pictures {
	return guide.Pictures{Course: readCourse(f, l), Sparrings: readSparrings(f, l)}
}

func readCourse(f *fields, l *linker) []guide.Phase {
	var course []guide.Phase
	for _, line := range f.tables("course") {
		course = append(course, guide.Phase{
			Title:     l.edition.rules.Typography(line.text("title")),
			Text:      l.edition.rules.Typography(line.text("text")),
			Page:      l.page(line, "page"),
			Programme: l.programme(line, "programme"),
		})
		line.require("title", `"…"`)
		line.finish()
	}
	return course
}

func readSparrings(f *fields, l *linker) []guide.Sparring {
	var sparrings []guide.Sparring
	for _, line := range f.tables("sparrings") {
		sparrings = append(sparrings, guide.Sparring{
			Sparrer: line.oneOf("sparrer", "expert", "municipality", "resident"),
			From:    l.edition.rules.Typography(line.text("from")),
			To:      l.edition.rules.Typography(line.text("to")),
			Text:    l.edition.rules.Typography(line.text("text")),
			Page:    l.page(line, "page"),
		})
		line.require("sparrer", `"expert"`)
		line.require("from", `"…"`)
		line.require("to", `"…"`)
		line.finish()
	}
	return sparrings
}

// page finds a page by its file's path from the file at hand, nil if the key
// is missing.
func (l *linker) page(f *fields, key string) *guide.Page {
	name := f.text(key)
	if name == "" {
		return nil
	}
	target, issue := l.edition.resolver(l.file)(name)
	switch {
	case issue != nil:
		f.problem(key, issue.Rule, issue.Values)
	case target.Gone:
	case (target.Page == nil || target.Fragment != "") && l.edition.whole:
		f.wrongValue(key, name, "wanted-page")
	}
	return target.Page
}

// programme finds a programme as page finds a page.
func (l *linker) programme(f *fields, key string) *guide.Programme {
	name := f.text(key)
	if name == "" {
		return nil
	}
	programme, missing := named[*guide.Programme](l, name)
	if missing {
		f.problem(key, "unknown-programme", report.Values{"name": name})
	}
	return programme
}
