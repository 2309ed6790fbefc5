package content

import (
	"sparrausopas/generator/guide"
)

func readProgramme(f *fields, p *guide.Page) (guide.Detail, finish) {
	programme := &guide.Programme{Page: p}
	f.require("sessions", `["event-1.md", "event-2.md"]`)
	return programme, func(l *linker) {
		for _, name := range f.texts("sessions") {
			if session := l.session(f, name); session != nil {
				programme.Sessions = append(programme.Sessions, session)
			}
		}
	}
}
