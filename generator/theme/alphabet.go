package theme

import (
	"cmp"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// Letter is a letter of the alphabet with the pages whose titles begin with
// it.
type Letter struct {
	// Name is the letter as readers see it, ID its place on the page. No
	// heading's id has an underline, so it clashes with none.
	Name, ID string
	Entries  []Entry
}

// Entry is a page in the index.
type Entry struct {
	Title string
	Page  *guide.Page
	Kind  string
}

// Alphabet is the index of all pages of the locale but Home and the search
// page, in the order of the language.
func (v *View) Alphabet() []Letter {
	rules := language.For(v.Locale.Language)
	var letters []Letter
	place := map[string]int{}
	for _, p := range v.inOrder(rules) {
		name := rules.Initial(p.Title)
		at, ok := place[name]
		if !ok {
			at = len(letters)
			place[name] = at
			letters = append(letters, Letter{Name: name, ID: letterID(name)})
		}
		letters[at].Entries = append(letters[at].Entries, Entry{p.Title, p, p.Kind})
	}
	sortLetters(letters, rules)
	return letters
}

// inOrder returns the pages of the index by title, those of the same title by
// their IDs.
func (v *View) inOrder(rules language.Language) []*guide.Page {
	var titles []string
	var pages []*guide.Page
	for _, p := range v.Locale.Pages {
		if p != v.Locale.Home && p.Kind != searchKind {
			pages = append(pages, p)
			titles = append(titles, language.Headword(p.Title))
		}
	}
	keys := make(map[*guide.Page]string, len(pages))
	for i, key := range rules.SortKeys(titles) {
		keys[pages[i]] = key
	}
	slices.SortStableFunc(pages, func(a, b *guide.Page) int { return cmp.Compare(keys[a], keys[b]) })
	return pages
}

// sortLetters puts digits before letters and all other signs behind them.
// Pages in their order don't give it: some letters sort among others.
func sortLetters(letters []Letter, rules language.Language) {
	names := make([]string, len(letters))
	for i, letter := range letters {
		names[i] = letter.Name
	}
	keys := map[string]string{}
	for i, key := range rules.SortKeys(names) {
		keys[names[i]] = key
	}
	slices.SortFunc(letters, func(a, b Letter) int {
		return cmp.Or(rank(a.Name)-rank(b.Name), cmp.Compare(keys[a.Name], keys[b.Name]))
	})
}

func rank(name string) int {
	switch name {
	case "0–9":
		return 0
	case "#":
		return 2
	}
	return 1
}

// letterID returns the place of a letter on the page, in letters that an
// address can have.
func letterID(name string) string {
	switch name {
	case "0–9":
		return "az_0"
	case "#":
		return "az_other"
	case "Å":
		return "az_aa"
	case "Ä":
		return "az_ae"
	case "Ö":
		return "az_oe"
	}
	return "az_" + string(name[0]+'a'-'A')
}
