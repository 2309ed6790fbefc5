package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// pages does what an author in the browser asks for with whole pages. What would
// change is worked out anew each time, and done only if it is what was shown:
// first what the act itself does (acts in pages_acts.go), then what follows from it
// for the rest of the guide (pages_links.go), then it is looked at what is wrong
// with the guide as it would be.
func (ps *previews) pages(asked serve.Pages) (done serve.PagesDone, err error) {
	ps.editing.Lock()
	defer ps.editing.Unlock()
	defer caught(&err)
	w, err := ps.work(asked)
	if err != nil {
		return done, err
	}
	defer w.p.Close()
	if asked.Do == "page" {
		done.Page, err = w.facts()
		return done, err
	}
	if asked.Do == "deleted" {
		done.Deleted, err = w.deleted()
		return done, err
	}
	if err = w.act(); err == nil {
		err = w.follow()
	}
	if err != nil {
		return done, w.p.ShowError(err)
	}
	return w.finish()
}

// work is one act on pages.
type work struct {
	*previews
	asked serve.Pages
	p     *project.Project
	guide edit.Guide
	// site is the guide as it is, with its drafts; it and page, the one at hand,
	// are nil where the act needs none.
	site *guide.Site
	page *guide.Page
	// texts are the new texts of files, by their new paths; "" removes one.
	texts map[string][]byte
	// moves and gone are paths in the languages' folders, from old to new.
	moves map[string]string
	gone  map[string]bool
	// puts counts the texts that were planned.
	puts int
	done serve.PagesDone
}

func (ps *previews) work(asked serve.Pages) (*work, error) {
	p, err := ps.settings.open()
	if err != nil {
		return nil, err
	}
	w := &work{previews: ps, asked: asked, p: p, texts: map[string][]byte{}, moves: map[string]string{}, gone: map[string]bool{}}
	w.guide = edit.Guide{Own: p.Layers[0].FS, All: p.FS, Replace: p.Replace, Remove: p.Remove}
	if shown := ps.site.Load(); shown != nil {
		w.guide.Limit = edit.Limit(shown.Settings.Versions)
	}
	var problems report.Problems
	w.site, problems, err = w.load(true)
	if w.site == nil {
		p.Close()
		faults, _ := problems.Part()
		return nil, p.Show(faults).Err()
	}
	return w, err
}

// load reads the guide as the changes would leave it, with drafts or as readers
// see it. The site is nil if a page can't be read.
func (w *work) load(drafts bool) (*guide.Site, report.Problems, error) {
	fsys, layers := w.after()
	if !drafts {
		s := w.settings
		s.Drafts, s.Layers, s.Memo = false, layers, w.memo
		site, warnings, err := Load(fsys, s)
		problems, ok := err.(report.Problems)
		if err != nil && !ok {
			return nil, nil, err
		}
		return site, slices.Concat(problems, warnings), nil
	}
	site, err := content.Load(fsys, content.Options{Drafts: true, Waiting: true, NoLexicon: true, Layers: layers, Memo: w.memo})
	problems, ok := err.(report.Problems)
	if err != nil && !ok {
		return nil, nil, err
	}
	return site, problems, nil
}

// finish shows what is changed, and changes it if that was shown before.
func (w *work) finish() (serve.PagesDone, error) {
	changes := w.changes()
	sum := sha256.New()
	for _, c := range changes {
		old, _ := fs.ReadFile(w.guide.Own, c.File)
		fmt.Fprintf(sum, "%s %d %d %t\n%s%s", c.File, len(old), len(c.New), c.Remove, old, c.New)
	}
	w.done.Plan = hex.EncodeToString(sum.Sum(nil))
	w.tell(changes)
	if w.asked.Plan != w.done.Plan || len(changes) == 0 {
		return w.done, nil
	}
	if err := edit.Apply(w.guide, changes, time.Now()); err != nil {
		return w.done, err
	}
	w.done.Done = true
	for from, to := range w.moved() {
		if err := edit.Follow(w.guide, from, to); err != nil {
			return w.done, err
		}
	}
	return w.done, nil
}

// changes are those of the files that become others, in their order.
func (w *work) changes() (list []edit.Change) {
	for _, file := range slices.Sorted(maps.Keys(w.texts)) {
		old, err := fs.ReadFile(w.guide.Own, file)
		switch text := w.texts[file]; {
		case text == nil && err == nil:
			list = append(list, edit.Change{File: file, Remove: true})
		case text != nil && (err != nil || string(old) != string(text)):
			list = append(list, edit.Change{File: file, New: text})
		}
	}
	return list
}

// moved are the files that move, with where they do.
func (w *work) moved() map[string]string {
	list := map[string]string{}
	for file, text := range w.texts {
		if to := w.now(file); text == nil && to != file && w.texts[to] != nil {
			list[file] = to
		}
	}
	return list
}

// tell lists the changes for the author. What is kept beside the guide isn't told.
func (w *work) tell(changes []edit.Change) {
	moved := w.moved()
	targets := slices.Collect(maps.Values(moved))
	for _, c := range changes {
		told := serve.PageChange{Do: "changed", File: c.File}
		_, err := fs.Stat(w.guide.Own, c.File)
		switch {
		case !strings.HasPrefix(c.File, "content/") && c.File != content.ConfigFile, slices.Contains(targets, c.File):
			continue
		case moved[c.File] != "":
			told.Do, told.To = "moved", moved[c.File]
		case c.Remove:
			told.Do = "removed"
		case err != nil:
			told.Do = "made"
		}
		w.done.Changes = append(w.done.Changes, told)
	}
	// What the author meant comes before what follows from it.
	rank := map[string]int{"changed": 1}
	slices.SortStableFunc(w.done.Changes, func(a, b serve.PageChange) int { return cmp.Compare(rank[a.Do], rank[b.Do]) })
}

// now is where a file is after the moves.
func (w *work) now(file string) string {
	language, rest, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	if to := w.moves[rest]; to != "" && strings.HasPrefix(file, "content/") {
		return "content/" + language + "/" + to
	}
	return file
}

// note tells the author what else is to be known.
func (w *work) note(rule string, values report.Values) {
	w.done.Notes = append(w.done.Notes, &report.Refusal{Rule: rule, Values: values})
}
