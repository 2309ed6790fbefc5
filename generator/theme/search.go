package theme

import "sparrausopas/generator/guide"

// searchKind is the kind of the page that finds and lists all others.
const searchKind = "search"

// SearchPage is the locale's page to search on, or nil.
func (v *View) SearchPage() *guide.Page { return v.Locale.Find(searchKind) }

// SearchIndex returns the address of the script with the words to search for,
// relative to this page; "" if there is none.
func (v *View) SearchIndex() string {
	if v.templates.index == "" {
		return ""
	}
	return guide.Relative(v.from, v.templates.index)
}
