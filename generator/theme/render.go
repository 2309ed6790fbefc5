package theme

import (
	"bytes"
	"cmp"
	"io/fs"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Render makes the files of the site and gives each to emit, several at a
// time. Data is emit's only until it returns.
func (t *Theme) Render(site *guide.Site, emit func(name string, data []byte) error) error {
	problems := t.checkAssets()
	sets := map[*guide.Edition]*templates{}
	for _, e := range site.Editions {
		set, more := t.parse(e)
		if len(more) == 0 {
			more = t.checkKinds(e, set)
		}
		problems = append(problems, more...)
		sets[e] = set
	}
	if err := problems.Err(); err != nil {
		return err
	}
	if err := t.emitAssets(emit); err != nil {
		return err
	}
	if err := t.emitFiles(site, emit); err != nil {
		return err
	}
	for _, e := range site.Editions {
		if err := t.renderEdition(site, e, sets[e], emit); err != nil {
			return err
		}
	}
	return nil
}

// checkKinds finds pages of a kind that the theme has no template for.
func (t *Theme) checkKinds(e *guide.Edition, set *templates) report.Problems {
	var problems report.Problems
	kinds := slices.DeleteFunc(t.kinds(), func(kind string) bool { return strings.HasPrefix(kind, "section") || kind == "home" })
	for _, p := range e.Pages {
		if _, ok := set.kinds[p.Kind]; ok {
			continue
		}
		text, err := fs.ReadFile(t.fsys, p.File)
		if err != nil {
			text = nil
		}
		problems = append(problems, report.Source{Name: p.File, Text: text}.AtKey("kind", "unknown-kind", report.Values{
			"name": p.Kind, "suggestion": report.Nearest(p.Kind, kinds), "known": strings.Join(kinds, ", ")}))
	}
	return problems
}

// renderEdition renders the pages of an edition on all processors. Of several
// errors it gives that of the first page.
func (t *Theme) renderEdition(site *guide.Site, e *guide.Edition, set *templates, emit func(string, []byte) error) error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	failed := make([]error, len(e.Pages))
	for start := 0; start < len(e.Pages); start += chunk {
		group.Go(func() error {
			var out bytes.Buffer
			for i := start; i < min(start+chunk, len(e.Pages)) && failed[start] == nil; i++ {
				p := e.Pages[i]
				failed[start] = set.renderPage(&View{Site: site, Edition: e, Page: p, theme: t, shared: set.shared, from: p.Address}, &out, emit)
			}
			return nil
		})
	}
	// The errors are those in failed.
	_ = group.Wait()
	return cmp.Or(failed...)
}

// chunk is how many pages a goroutine renders in a row.
const chunk = 16

// renderPage renders a page and the pages at its old addresses.
func (s *templates) renderPage(v *View, out *bytes.Buffer, emit func(string, []byte) error) error {
	out.Reset()
	kind := s.kind(v.Page)
	if err := s.kinds[kind].ExecuteTemplate(out, baseFile, v); err != nil {
		return s.explain(v.Edition, kind, v, err)
	}
	if err := emit(v.Page.Address, out.Bytes()); err != nil {
		return err
	}
	for _, alias := range v.Page.Aliases {
		out.Reset()
		old := *v
		old.from = alias
		if err := s.redirect.ExecuteTemplate(out, redirectFile, &old); err != nil {
			return report.Problems{s.theme.templateProblem(err)}
		}
		if err := emit(alias, out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// kind names the template of a page: a section's is that of the kind of its
// pages, if the theme has one.
func (s *templates) kind(p *guide.Page) string {
	if p.Kind == "section" {
		if _, ok := s.kinds["section-"+p.Of]; ok {
			return "section-" + p.Of
		}
	}
	return p.Kind
}

// emitFiles copies the files that content keeps as they are.
func (t *Theme) emitFiles(site *guide.Site, emit func(string, []byte) error) error {
	names := make([]string, 0, len(site.Files))
	for name := range site.Files {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(a, b) })
	for _, name := range names {
		data, err := fs.ReadFile(t.fsys, site.Files[name])
		if err != nil {
			return report.Problems{report.Source{Name: site.Files[name]}.Whole("file-unreadable", report.Values{"error": err.Error()})}
		}
		if err := emit(name, data); err != nil {
			return err
		}
	}
	return nil
}
