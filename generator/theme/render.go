package theme

import (
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Render makes the files of the site, on all processors, and gives each to
// emit, several at a time. Data is emit's only until it returns. Of several
// errors it gives that of the first file. Indexes are the addresses of the
// scripts with the words to search for, by language.
func (t *Theme) Render(site *guide.Site, indexes map[string]string, emit func(name string, data []byte) error) error {
	plan, err := t.Plan(site, indexes)
	if err != nil {
		return err
	}
	defer plan.Release()
	var group errgroup.Group
	files := slices.DeleteFunc(plan.Files, func(f File) bool { return f.isCopy && t.options.Copied })
	parts := slices.Collect(slices.Chunk(files, chunk))
	failed := make([]error, len(parts))
	var next, made atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		group.Go(report.Rescued(func() error {
			var out bytes.Buffer
			for i := next.Add(1) - 1; i < int64(len(parts)); i = next.Add(1) - 1 {
				failed[i] = emitAll(parts[i], &out, emit)
				if told := t.options.Progress; told != nil {
					told(int(made.Add(int64(len(parts[i])))), len(files))
				}
			}
			return nil
		}))
	}
	return cmp.Or(group.Wait(), cmp.Or(failed...))
}

// chunk is how many files a goroutine makes in a row.
const chunk = 16

// emitAll makes files one after the other, each in the buffer.
func emitAll(files []File, out *bytes.Buffer, emit func(string, []byte) error) error {
	for _, f := range files {
		out.Reset()
		if err := f.make(out); err != nil {
			return err
		}
		if err := emit(f.Name, out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// checkKinds finds pages of a kind that the theme has no template for.
func (t *Theme) checkKinds(l *guide.Locale, set *templates) report.Problems {
	var problems report.Problems
	kinds := slices.DeleteFunc(t.kinds(), func(kind string) bool {
		return strings.HasPrefix(kind, "section") || strings.Contains(kind, ".") || kind == "home"
	})
	for _, p := range l.Pages {
		if _, ok := set.kinds[p.Kind]; ok {
			continue
		}
		from, key := p.Origin("kind")
		if from.File == "" {
			// The program made the page because the theme has words for it.
			problems = append(problems, report.Source{Name: p.Kind + ".html"}.Whole("template-missing", nil))
			continue
		}
		text, err := fs.ReadFile(t.fsys, from.File)
		if err != nil {
			text = nil
		}
		problems = append(problems, report.Source{Name: from.File, Text: report.Clean(text)}.AtKey(key, "unknown-kind", report.Unknown(p.Kind, kinds)))
	}
	return problems
}

// renderRedirect renders the page at an old address.
func (v *View) renderRedirect(out *bytes.Buffer) error {
	err := v.templates.redirect.ExecuteTemplate(out, redirectFile, v)
	if err == nil {
		return nil
	}
	if set := v.templates.unshrunk(v.Locale); set != nil {
		err = cmp.Or(set.redirect.ExecuteTemplate(io.Discard, redirectFile, v), err)
	}
	return v.templates.onPage(v, err)
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
