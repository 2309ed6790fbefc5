package content

import (
	"path"

	"sparrausopas/generator/guide"
)

func areaKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "area"},
		read: func(_ *fields, p *guide.Page) (guide.Detail, finish) {
			return &guide.Area{Page: p, Name: path.Base(p.ID)}, nil
		},
	}
}
