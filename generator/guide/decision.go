package guide

import (
	"slices"
	"time"
)

// Decision is a page that a sparring is decided from: what takes how much of
// whose time.
type Decision struct {
	*Page
	Roles   []string
	Efforts []Effort
}

// Effort takes time of some of a decision's roles. To is the page that tells
// what is done then, or nil. Items are the titles of the lines of its agenda
// that alone are meant, if not all are: they last as long as the agenda says.
// Key is where they stand in the decision's front matter.
type Effort struct {
	Key      string
	Title    string
	To       *Page
	Items    []string
	Duration time.Duration
	Roles    []string
}

// Of is the time that the effort takes of a role.
func (e Effort) Of(role string) time.Duration {
	if !slices.Contains(e.Roles, role) {
		return 0
	}
	all := e.Duration
	for _, item := range e.Agenda() {
		if slices.Contains(e.Items, item.Title) {
			all += item.Duration
		}
	}
	return all
}

// Agenda is that of the session that the effort is for, nil if it is for none.
func (e Effort) Agenda() []Item {
	if e.To == nil {
		return nil
	}
	if s, ok := e.To.Detail.(*Session); ok {
		return s.Agenda
	}
	return nil
}

// Total is the time that all takes of a role.
func (d *Decision) Total(role string) (all time.Duration) {
	for _, e := range d.Efforts {
		all += e.Of(role)
	}
	return all
}
