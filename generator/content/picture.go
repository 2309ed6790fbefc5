package content

import (
	"sparrausopas/generator/guide"
)

// readPictures reads what a page of any kind says for a picture of it.
func readPictures(f *fields, l *linker) guide.Pictures {
	return guide.Pictures{Course: tablesOf(f, "course", l.phase), Sparrings: tablesOf(f, "sparrings", l.sparring)}
}

func (l *linker) phase(f *fields) guide.Phase {
	f.require("title", `"…"`)
	return guide.Phase{
		Title:     l.text(f, "title"),
		Text:      l.text(f, "text"),
		Page:      l.page(f, "page"),
		Programme: find[*guide.Programme](l, f, "programme", f.text("programme")),
	}
}

func (l *linker) sparring(f *fields) guide.Sparring {
	f.require("sparrer", `"expert"`)
	f.require("from", `"…"`)
	f.require("to", `"…"`)
	return guide.Sparring{
		Sparrer: f.oneOf("sparrer", sparrers()...),
		From:    l.text(f, "from"),
		To:      l.text(f, "to"),
		Text:    l.text(f, "text"),
		Page:    l.page(f, "page"),
	}
}

// sparrers are those who can sparr.
func sparrers() []string { return []string{"expert", "municipality", "resident"} }

// text reads a key that holds a text as it is.
func (l *linker) text(f *fields, key string) string { return f.shown(l.file.from.rules, key) }

// page finds a page by its file's path from the file at hand, nil if the key
// is missing.
func (l *linker) page(f *fields, key string) *guide.Page {
	name := f.text(key)
	if name == "" {
		return nil
	}
	target, issue := l.locale.resolver(l.file)(name)
	switch {
	case issue != nil:
		f.problem(key, issue.Rule, issue.Values)
	case target.Gone:
	case (target.Page == nil || target.Fragment != "") && l.locale.whole:
		f.wrongValue(key, name, "wanted-page")
	}
	return target.Page
}
