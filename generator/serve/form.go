package serve

// EditForm is the front matter of a text as a form shows it.
type EditForm struct {
	Fields []EditField `json:"fields"`
	// Values are texts, lists of texts and, for rows, lists of such tables.
	Values map[string]any `json:"values"`
	// Fault is why the front matter can't be read, "" if it can.
	Fault string `json:"fault,omitempty"`
}

// EditField is a key that the front matter can have. Type is "text", "prose",
// "number", "day", "flag", "texts", "numbers" or "tables".
type EditField struct {
	Name     string `json:"name"`
	Label    string `json:"label"`
	Type     string `json:"type"`
	Required bool   `json:"required,omitempty"`
	// Rare fields are those that most pages never get.
	Rare bool `json:"rare,omitempty"`
	// Choices are what the guide offers, Fields those of each row.
	Choices []EditChoice `json:"choices,omitempty"`
	Fields  []EditField  `json:"fields,omitempty"`
}

// EditChoice is a value that a key can have. Title says more of it.
type EditChoice struct {
	Value string `json:"value"`
	Title string `json:"title,omitempty"`
}

// label names the fields, and the values that have no names of their own, in the
// author's language; a name that the catalogue lacks stays.
func (s *broadcaster) label(fields []EditField) {
	named := func(start, name string) string {
		if text := s.Printer.Message(start+name, nil); text != start+name {
			return text
		}
		return name
	}
	for i, f := range fields {
		fields[i].Label = named("form-", f.Name)
		for j, c := range f.Choices {
			if c.Title == "" {
				f.Choices[j].Title = named("choice-", c.Value)
			}
		}
		s.label(f.Fields)
	}
}
