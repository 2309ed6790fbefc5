package guide

// Pictures are what a page tells so that it can be drawn, too. What the typed
// lists hold already, such as steps and areas, needs no telling.
type Pictures struct {
	// Course is how sparring goes from beginning to end.
	Course []Phase
	// Sparrings are the kinds of sparring: who sparrs whom.
	Sparrings []Sparring
}

// Phase is a part of the course.
type Phase struct {
	Title, Text string
	// Page tells more, or is nil.
	Page *Page
	// Programme has the sessions that the phase consists of, or is nil.
	Programme *Programme
}

// Sparring is one kind of sparring.
type Sparring struct {
	// Sparrer is "expert", "municipality" or "resident".
	Sparrer string
	// From is who sparrs and To who is sparred, in words; Text is what the one
	// who sparrs brings along.
	From, To, Text string
	// Page tells more, or is nil.
	Page *Page
}

// Course returns the course of sparring that a page of the locale tells, or
// nothing.
func (l *Locale) Course() []Phase {
	for _, p := range l.Pages {
		if len(p.Pictures.Course) > 0 {
			return p.Pictures.Course
		}
	}
	return nil
}
