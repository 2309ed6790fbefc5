package content

import "sparrausopas/generator/guide"

func termKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "term", Keys: []guide.Key{{Name: "forms", Type: guide.TextsKey, Example: `["…", "…"]`}}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			return &guide.Term{Page: p, Forms: f.texts("forms")}, nil
		},
	}
}
