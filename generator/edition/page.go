package edition

import (
	"io/fs"
	"path"
	"slices"

	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// PageDifference says where a file of an edition differs from the one below it.
type PageDifference struct {
	File string `json:"file"`
	// State is the list of the difference that the file belongs to.
	State  string            `json:"state"`
	Places []report.Passages `json:"places"`
	// Since are the places that have changed in the common guide since the file
	// was copied, where the copied text is kept.
	Since []report.Change `json:"since,omitempty"`
	Kept  bool            `json:"kept,omitempty"`
	// Text reports whether both files are texts, compared line by line.
	Text bool `json:"text"`
}

// ComparePages says of files of an edition how they differ from those below. An
// argument is a path, or the ID of a page.
func ComparePages(p *project.Project, d Difference, args []string) ([]PageDifference, error) {
	list := []PageDifference{}
	for _, arg := range args {
		name := p.FileOf(arg, p.FS)
		state, own := d.stateOf(name)
		if state == "" {
			return nil, notOwn(p, arg, name, own)
		}
		page, err := comparePage(p, name, state)
		if err != nil {
			return nil, err
		}
		list = append(list, page)
	}
	return list, nil
}

// notOwn says that a file isn't one of the edition's, and which of those may
// have been meant by a name that no file has.
func notOwn(p *project.Project, arg, name string, own []string) error {
	values := report.Values{"name": arg}
	if !project.IsFile(p.FS, name) {
		values["suggestion"] = report.Nearest(name, own)
	}
	return &report.Refusal{Rule: "diff-not-own", Values: values}
}

// stateOf returns the name of the list that a file is in, "" for none, and all
// files of the edition.
func (d Difference) stateOf(name string) (state string, own []string) {
	states, lists := d.lists()
	for i, listed := range states {
		if own = append(own, *lists[i]...); slices.Contains(*lists[i], name) {
			state = listed
		}
	}
	slices.Sort(own)
	return state, own
}

// comparePage compares a file, where it stands in the place of another.
func comparePage(p *project.Project, name, state string) (PageDifference, error) {
	page := PageDifference{File: name, State: state, Places: []report.Passages{}}
	if state != "replaced" && state != "changed" && state != "unnoted" {
		return page, nil
	}
	own, err := fs.ReadFile(p.Layers[0].FS, name)
	if err != nil {
		return page, err
	}
	common, err := fs.ReadFile(p.Base(), name)
	if err != nil {
		return page, err
	}
	if page.Text = isText(own) && isText(common); page.Text {
		page.Places = report.Differing(own, common)
		page.since(p, own, common)
	}
	return page, nil
}

// since finds what has changed in the common guide, where the text is kept that
// was copied, and where both have changed the same place.
func (page *PageDifference) since(p *project.Project, own, common []byte) {
	old, err := fs.ReadFile(p.Layers[0].FS, path.Join(copiesFolder, page.File))
	if err != nil || !isText(old) {
		return
	}
	page.Kept = true
	mine := report.Differing(old, own)
	page.Since = report.Changes(old, common)
	for i, theirs := range page.Since {
		page.Since[i].Both = slices.ContainsFunc(mine, func(at report.Passages) bool {
			return at.Own.Line <= theirs.Then.Next() && theirs.Then.Line <= at.Own.Next()
		})
	}
}
