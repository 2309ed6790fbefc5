package content

import "sparrausopas/generator/guide"

func programmeKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "programme", Keys: []guide.Key{
			{Name: "sessions", Type: guide.TextsKey, Required: true, Example: `["event-1.md", "event-2.md"]`},
		}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			programme := &guide.Programme{Page: p}
			return programme, func(l *linker) {
				programme.Sessions = l.sessions(f)
				for _, s := range programme.Sessions {
					s.Programmes = append(s.Programmes, programme)
				}
			}
		},
	}
}
