package theme

// Kinds names the kinds of pages that the locale has a word for, such as
// kind-question, in the order of the guide's table.
func (v *View) Kinds() []string {
	var names []string
	for _, k := range v.Site.Kinds {
		if v.Locale.Words["kind-"+k.Name] != "" {
			names = append(names, k.Name)
		}
	}
	return names
}
