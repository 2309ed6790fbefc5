package main

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// pageDifference tells where a file of an edition differs from the one below it.
type pageDifference struct {
	File string `json:"file"`
	// State is the list of the difference that the file belongs to.
	State  string     `json:"state"`
	Places []passages `json:"places"`
	// Text tells of two files that were compared line by line.
	Text bool `json:"text"`
}

// diffPages tells of files of an edition how they differ from those below.
func (c *console) diffPages(p *project, d difference, args []string, asJSON bool) error {
	list := []pageDifference{}
	for _, arg := range args {
		name := p.fileOf(arg, p.fsys)
		state, own := d.stateOf(name)
		if state == "" {
			return p.notOwn(arg, name, own)
		}
		page, err := comparePage(p, name, state)
		if err != nil {
			return err
		}
		list = append(list, page)
	}
	if asJSON {
		return c.writeJSON(list)
	}
	_, err := fmt.Fprint(c.stdout, c.pagesText(p, list))
	return err
}

// notOwn says that a file isn't one of the edition's, and which of those may have
// been meant by a name that no file has.
func (p *project) notOwn(arg, name string, own []string) error {
	values := report.Values{"name": arg}
	if !isFile(p.fsys, name) {
		values["suggestion"] = report.Nearest(name, own)
	}
	return refusal{"diff-not-own", values}
}

// stateOf gives the name of the list that a file is in, "" for none, and all
// files of the edition.
func (d difference) stateOf(name string) (state string, own []string) {
	for list, names := range map[string][]string{
		"added": d.Added, "replaced": d.Replaced, "changed": d.Changed, "unnoted": d.Unnoted,
		"identical": d.Identical, "gone": d.Gone, "joined": d.Joined,
	} {
		if own = append(own, names...); slices.Contains(names, name) {
			state = list
		}
	}
	slices.Sort(own)
	return state, own
}

// comparePage compares a file, where it stands in the place of another.
func comparePage(p *project, name, state string) (pageDifference, error) {
	page := pageDifference{File: name, State: state, Places: []passages{}}
	if state != "replaced" && state != "changed" && state != "unnoted" {
		return page, nil
	}
	own, err := fs.ReadFile(p.layers[0].FS, name)
	if err != nil {
		return page, err
	}
	common, err := fs.ReadFile(p.base(), name)
	if err != nil {
		return page, err
	}
	if page.Text = isText(own) && isText(common); page.Text {
		page.Places = differing(report.Clean(own), report.Clean(common))
	}
	return page, nil
}

// pagesText tells of the differences in words, and last of what they can't tell
// and what is to be done.
func (c *console) pagesText(p *project, list []pageDifference) string {
	var out strings.Builder
	var unseen []string
	differ := false
	for _, page := range list {
		out.WriteString(c.pageText(p, page) + "\n")
		differ = differ || len(page.Places) > 0
		if page.State == "changed" || page.State == "unnoted" {
			unseen = append(unseen, page.File)
		}
	}
	if differ {
		out.WriteString(c.voice.Say("diff-page-note", nil) + "\n")
	}
	if len(unseen) > 0 {
		out.WriteString(c.voice.Say("diff-page-seen", report.Values{"page": strings.Join(unseen, " ")}) + "\n")
	}
	return strings.TrimSuffix(out.String(), "\n") + "\n"
}

func (c *console) pageText(p *project, page pageDifference) string {
	message, values := "diff-page-head", report.Values{"file": page.File, "base": p.baseName(page.File)}
	switch {
	case page.State == "added" || page.State == "gone":
		message = "diff-page-own"
	case page.State == "joined":
		message = "diff-page-joined"
	case page.State == "identical" || page.Text && len(page.Places) == 0:
		message = "diff-page-same"
	case !page.Text:
		message = "diff-page-no-text"
	}
	var out strings.Builder
	values["places"] = c.voice.Count("diff-place", len(page.Places))
	out.WriteString(c.voice.Say(message, values) + "\n")
	for _, at := range page.Places {
		out.WriteString("\n" + c.placeText(at))
	}
	return out.String()
}

// placeText shows the lines of both files at a place.
func (c *console) placeText(at passages) string {
	switch {
	case len(at.Common.Lines) == 0:
		return c.voice.Say("diff-own-only", nil) + "\n" + at.Own.String()
	case len(at.Own.Lines) == 0:
		above := report.Values{"line": strconv.Itoa(max(at.Own.Line-1, 0))}
		return c.voice.Say("diff-common-only", above) + "\n" + at.Common.String()
	}
	return c.voice.Say("diff-own", nil) + "\n" + at.Own.String() + c.voice.Say("diff-common", nil) + "\n" + at.Common.String()
}
