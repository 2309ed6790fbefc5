package content

import (
	"cmp"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// decisionKind is a page that a sparring is decided from. Its hours are those
// of the guide's own sessions and worksheets, which it names, whole or some
// items of an agenda, and others:
//
//	roles = ["Manager", "Sparrer"]
//	[[hours]]
//	page = "../sessions/event-1.md"
//	roles = ["Manager", "Sparrer"]
//	[[hours]]
//	title = "Opening"
//	page = "../sessions/event-1.md"
//	items = ["Welcome"]
//	roles = ["Sparrer"]
//	[[hours]]
//	title = "Interviews"
//	minutes = 60
//	roles = ["Manager"]
func decisionKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "decision", Keys: []guide.Key{
			{Name: "roles", Type: guide.TextsKey, Required: true, Example: `["…", "…"]`},
			{Name: "hours", Type: guide.TablesKey, Keys: []guide.Key{
				{Name: "title"}, {Name: "page"}, {Name: "items", Type: guide.TextsKey}, {Name: "minutes", Type: guide.NumberKey},
				{Name: "roles", Type: guide.TextsKey, Required: true},
			}},
		}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			d := &guide.Decision{Page: p, Roles: f.texts("roles")}
			return d, func(l *linker) {
				d.Efforts = tablesOf(f, "hours", func(line *fields) guide.Effort { return l.effort(line, d.Roles) })
				// What the guide leaves out has no title and takes no time.
				d.Efforts = slices.DeleteFunc(d.Efforts, func(e guide.Effort) bool { return e.Title == "" || e.To == nil && len(e.Items) > 0 })
			}
		},
	}
}

func (l *linker) effort(f *fields, roles []string) guide.Effort {
	e := guide.Effort{Key: f.at("items"), Title: l.text(f, "title"), To: l.page(f, "page"), Items: f.texts("items"), Duration: minutes(f), Roles: f.texts("roles")}
	f.require("roles", `["…"]`)
	for _, role := range e.Roles {
		if !slices.Contains(roles, role) {
			f.problem("roles", "key-value", report.Values{"key": "roles", "value": role, "wanted": report.Word("wanted-one"), "known": report.List(roles)})
		}
	}
	for i, title := range e.Items {
		e.Items[i] = l.file.from.rules.Typography(title)
	}
	if e.To != nil {
		e.Title = cmp.Or(e.Title, e.To.Title)
		if timed, ok := e.To.Detail.(guide.Timed); ok && len(e.Items) == 0 {
			e.Duration = cmp.Or(e.Duration, timed.Time())
		}
	}
	l.inOtherWords(&e)
	if !f.has("page") {
		f.require("title", `"…"`)
	}
	if e.Duration == 0 && len(e.Items) == 0 && (e.To != nil || !f.has("page")) {
		f.require("minutes", "60")
	}
	return e
}

// inOtherWords takes the time of a session's items from the original of a
// decision, where only one of session and decision is translated: the items have
// other titles then.
func (l *linker) inOtherWords(e *guide.Effort) {
	decision := l.file.page.Original
	if e.To == nil || e.To.Original.Language == decision.Language || decision.Page == nil {
		return
	}
	original, _ := decision.Page.Detail.(*guide.Decision)
	if original == nil {
		return
	}
	for _, same := range original.Efforts {
		if same.Key == e.Key && len(same.Items) > 0 && len(same.Roles) > 0 {
			e.Items, e.Duration = nil, same.Of(same.Roles[0])
		}
	}
}
