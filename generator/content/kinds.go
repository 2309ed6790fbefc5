package content

import (
	"slices"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
)

// Kind is a kind of page: everything that the program knows of it but its
// look, which is for the theme's template of its name. A column that a kind
// has nothing to say in is left out.
type Kind struct {
	guide.Kind
	// read reads the kind's own keys, but for its number.
	read func(*fields, *guide.Page) (guide.Detail, finish)
	// rendered takes what the page's text has for its kind.
	rendered func(*guide.Page, markdown.Page)
	// searched returns what of the page can be found beside its text.
	searched func(*guide.Page, map[string]string) guide.Beside
	// lost reports whether the page is nothing without one that the guide
	// leaves out.
	lost func(*locale, *file) bool
	// titled is set where pages are called by their titles, as topics are, and
	// not by the names of their files.
	titled bool
}

// finish completes a page's detail when all other pages are known.
type finish func(*linker)

// Kinds is the table of the kinds that have more than a template. Their order
// is the one in which they are offered to those who search or begin a page.
func Kinds() []Kind {
	return []Kind{
		questionKind(),
		stepKind(),
		sessionKind(),
		worksheetKind(),
		termKind(),
		topicKind(),
		{Kind: guide.Kind{Name: "page", New: true}},
		areaKind(),
		programmeKind(),
		decisionKind(),
		gatherKind(),
	}
}

// NewKinds names the kinds that a page can be begun of.
func NewKinds() []string {
	var names []string
	for _, k := range Kinds() {
		if k.New {
			names = append(names, k.Name)
		}
	}
	return names
}

// kinds is the table that holds for a load.
func (o Options) kinds() []Kind {
	if o.Kinds == nil {
		return Kinds()
	}
	return o.Kinds
}

// kind finds a kind in the table. One that isn't there has nothing but a
// template.
func (o Options) kind(name string) Kind {
	for _, k := range o.kinds() {
		if k.Name == name {
			return k
		}
	}
	return Kind{Kind: guide.Kind{Name: name}}
}

// known is the part of the table that other packages need.
func (o Options) known() guide.Kinds {
	var list guide.Kinds
	for _, k := range o.kinds() {
		list = append(list, k.Kind)
	}
	return list
}

// hasType reports whether a key of that name and type is among those given.
func hasType(keys []guide.Key, name string, kind guide.KeyType) bool {
	return slices.ContainsFunc(keys, func(k guide.Key) bool { return k.Name == name && k.Type == kind })
}

// readDetails reads the keys of the pages' own kinds, and returns what
// completes each.
func (l *locale) readDetails(pages []*file) []finish {
	finishing := make([]finish, len(pages))
	for i, f := range pages {
		finishing[i] = l.options.kind(f.page.Kind).readDetail(f.front, f.page)
	}
	return finishing
}

func (k Kind) readDetail(f *fields, p *guide.Page) (done finish) {
	if k.Numbering != guide.Unnumbered {
		p.Number = f.number("number")
	}
	if k.read != nil {
		p.Detail, done = k.read(f, p)
	}
	for _, key := range k.Keys {
		if key.Required {
			f.require(key.Name, key.Example)
		}
	}
	return done
}
