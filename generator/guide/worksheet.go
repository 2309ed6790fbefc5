package guide

import (
	"slices"
	"time"
)

// Worksheet is a page to fill in, on screen or on paper.
type Worksheet struct {
	*Page
	// Audience is who fills it: "sparrer", "room" (all together, once), "group"
	// or "participant".
	Audience string
	// Duration is how long filling takes, 0 if that isn't said.
	Duration time.Duration
	People   People
	// Paper is "A4", "A4 landscape" or "A3 landscape", Pages how many pages of
	// it an empty worksheet takes, 0 if that isn't said.
	Paper string
	Pages int
	// PerSheet is how many of its parts, each under a heading of the second
	// level, are printed on a sheet; 0 for a worksheet that isn't parted.
	PerSheet int
	Sessions []*Session
	Steps    []*Step
	Fields   []Field
}

// Field is a place to write in a worksheet.
type Field struct {
	// Kind is one of those that content/markdown lists, such as "answer"; Form
	// is how the theme's script reads and fills a field of that kind.
	Kind, Form string
	// Name is what saved answers call the field by, unique in its worksheet.
	Name string
	// Label says what to write, Hint more on it, and About what the label alone
	// leaves open: the question that a rating's reason is about.
	Label, Hint, About string
	// Lines is the room to write, in ruled lines; in rows that of each row.
	Lines int
	// Options are what a choice or a checklist offers.
	Options []string
	Table   Table
	Scale   Scale
}

// Table is what a table to fill has: its header and the number of its rows.
type Table struct {
	Columns []Column
	Rows    int
}

// Column is a column of a table to fill. Name is what saved answers call its
// cells by, unique in its table, Label what its header says, and Hint what to
// write in it, if the header doesn't say enough.
type Column struct{ Name, Label, Hint string }

// Scale is a row of points between two ends in words, which may be empty. Area
// and AreaTitle are of the guide's question that it rates, if it does.
type Scale struct {
	Points          int
	From, To        string
	Area, AreaTitle string
}

// Field finds a field of the worksheet by its name, or gives nil.
func (w *Worksheet) Field(name string) *Field {
	for i := range w.Fields {
		if w.Fields[i].Name == name {
			return &w.Fields[i]
		}
	}
	return nil
}

// RatesAreas reports whether the worksheet rates questions of the guide's areas.
func (w *Worksheet) RatesAreas() bool {
	return slices.ContainsFunc(w.Fields, func(f Field) bool { return f.Scale.Area != "" })
}

// Belongs are what the worksheet's sessions are part of, each once, in their
// order: their programmes, or the session itself where there is none.
func (w *Worksheet) Belongs() []*Page {
	var list []*Page
	add := func(p *Page) {
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	for _, s := range w.Sessions {
		for _, programme := range s.Programmes {
			add(programme.Page)
		}
		if len(s.Programmes) == 0 {
			add(s.Page)
		}
	}
	return list
}

// Time is how long filling the worksheet takes, 0 if that isn't said.
func (w *Worksheet) Time() time.Duration { return w.Duration }
