package guide

import (
	"time"
)

// Statement is what the accessibility statement needs to know.
type Statement struct {
	// Reviewed is when it was made or looked over last.
	Reviewed time.Time
	// Status is "full", "partial" or "none".
	Status string
	// Method is "self", "expert", or says in words how it was found out.
	Method string
	// Contact takes feedback.
	Contact Contact
	Faults  []Fault
}

// Contact is how readers reach those who answer for the guide.
type Contact struct{ Email, Form, Phone string }

// Empty reports whether there is no way to write: a telephone alone doesn't
// serve all.
func (c Contact) Empty() bool { return c.Email == "" && c.Form == "" }

// Fault is something in the guide that isn't accessible.
type Fault struct {
	What string
	// Criterion is the number of that of WCAG which it misses, "1.4.3".
	Criterion string
	// Reason is "mend", "burden" or "outside": it will be mended, would take
	// too much, or isn't asked for by law.
	Reason string
	// Until is when it is mended, zero if that isn't known.
	Until time.Time
}

// Feedback is the contact for what doesn't work: the statement's own, else
// the publisher's.
func (s Settings) Feedback() Contact {
	contact := s.Statement.Contact
	if contact.Empty() {
		contact.Email = s.Publisher.Email
	}
	return contact
}
