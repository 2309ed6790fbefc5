package guide

// Source is an entry of the bibliography.
type Source struct {
	// Name is what pages call it by.
	Name             string
	Title, Publisher string
	Year             int
	URL, Note        string
	// Pages are the pages of each locale that name it, by language.
	Pages map[string][]*Page
}
