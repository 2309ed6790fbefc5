package guide

// Source is an entry of the bibliography.
type Source struct {
	// Name is what pages call it by.
	Name             string
	Title, Publisher string
	Year             int
	URL, Note        string
	// Language is that of the title and the publisher.
	Language string
	// Foreign is the language of the title and the note where that isn't the
	// reader's.
	Foreign string
	// Others are the source as the other languages have it, by language.
	Others map[string]*Source
	// Pages are the pages of each locale that name it, by language.
	Pages map[string][]*Page
}

// In returns the source as a language has it.
func (s *Source) In(language string) *Source {
	if other := s.Others[language]; other != nil {
		return other
	}
	return s
}
