package theme

import (
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Render makes the files of the site and gives each to emit, several at a
// time. Data is emit's only until it returns. Indexes are the addresses of the
// scripts with the words to search for, by language.
func (t *Theme) Render(site *guide.Site, indexes map[string]string, emit func(name string, data []byte) error) error {
	problems := t.checkAssets()
	sets := map[*guide.Edition]*templates{}
	for _, e := range site.Editions {
		set, more := t.parse(e)
		if len(more) == 0 {
			set.index = indexes[e.Language]
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
	if err := t.renderWeb(site, sets, emit); err != nil {
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
	kinds := slices.DeleteFunc(t.kinds(), func(kind string) bool {
		return strings.HasPrefix(kind, "section") || strings.Contains(kind, ".") || kind == "home"
	})
	for _, p := range e.Pages {
		if _, ok := set.kinds[p.Kind]; ok {
			continue
		}
		from, key := p.Origin("kind")
		if from.File == "" {
			// The program made the page because the theme has words for it.
			problems = append(problems, report.Source{Name: p.Kind + ".html"}.Whole("file-missing", report.Values{"error": "the theme has no " + p.Kind + ".html"}))
			continue
		}
		text, err := fs.ReadFile(t.fsys, from.File)
		if err != nil {
			text = nil
		}
		problems = append(problems, report.Source{Name: from.File, Text: report.Clean(text)}.AtKey(key, "unknown-kind", report.Values{
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
				failed[start] = set.renderPage(&View{Site: site, Edition: e, Page: p, templates: set, from: p.Address}, &out, emit)
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
	for _, view := range s.views[v.Page.Kind] {
		if err := s.renderView(v, view, out, emit); err != nil {
			return err
		}
	}
	if err := s.renderPackItems(v, out, emit); err != nil {
		return err
	}
	for _, alias := range v.Page.Aliases {
		if err := s.renderRedirect(v, alias, out, emit); err != nil {
			return err
		}
	}
	return nil
}

// renderRedirect renders the page at an old address.
func (s *templates) renderRedirect(v *View, alias string, out *bytes.Buffer, emit func(string, []byte) error) error {
	old := *v
	old.from = alias
	out.Reset()
	if err := s.redirect.ExecuteTemplate(out, redirectFile, &old); err != nil {
		if set := s.unshrunk(v.Edition); set != nil {
			err = cmp.Or(set.redirect.ExecuteTemplate(io.Discard, redirectFile, &old), err)
		}
		return s.onPage(&old, err)
	}
	return emit(alias, out.Bytes())
}

// renderView renders a second view of a page.
func (s *templates) renderView(v *View, view string, out *bytes.Buffer, emit func(string, []byte) error) error {
	second := *v
	second.View = view
	address, err := viewAddress(v.Edition, v.Page, view)
	if err != nil {
		return s.explain(v.Edition, v.Page.Kind, v, err)
	}
	second.from = address
	out.Reset()
	kind := v.Page.Kind + "." + view
	if err := s.kinds[kind].ExecuteTemplate(out, baseFile, &second); err != nil {
		return s.explain(v.Edition, kind, &second, err)
	}
	return emit(address, out.Bytes())
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
