package main

import (
	"cmp"
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
	"sparrausopas/generator/starter"
)

// newPage begins a page of a kind in the guide at hand.
func newPage(kind string, args []string, c *console) error {
	f, wish := c.flags("new "+kind), starter.Wish{Kind: kind, Today: today()}
	f.StringVar(&wish.Section, "section", "", "")
	f.StringVar(&wish.Language, "language", "", "")
	if err := f.parse(args, len(args)); err != nil {
		return err
	}
	if wish.Name = strings.Join(f.words, " "); strings.TrimSpace(wish.Name) == "" {
		return usageError{"new-name-missing", report.Values{"kind": kind}}
	}
	p, err := openProject(f.dir, c.voice)
	if err != nil {
		return err
	}
	defer p.Close()
	site, err := c.readWithDrafts(p)
	if err != nil {
		return err
	}
	page, err := starter.Begin(site, wish)
	var refused *starter.Refusal
	switch {
	case errors.As(err, &refused) && refused.OfName():
		return usageError{refused.Name, refused.Values}
	case refused != nil:
		return refusal{refused.Name, refused.Values}
	case err != nil:
		return err
	}
	if err := c.writePage(p, page); err != nil {
		return err
	}
	return c.sayPage(page, site.Settings.Contract, atFolder(f.dir))
}

// readWithDrafts reads the guide, drafts too, whose numbers and addresses are
// taken. A guide in which a page can't be read is no place for a new one.
func (c *console) readWithDrafts(p *project) (*guide.Site, error) {
	site, err := content.Load(p.fsys, content.Options{Drafts: true, NoLexicon: true, Layers: p.layers})
	var problems report.Problems
	switch {
	case site != nil:
		return site, nil
	case !errors.As(err, &problems):
		return nil, err
	}
	faults, _ := p.show(problems).Part()
	if err := c.voice.Show(c.stderr, faults); err != nil {
		return nil, err
	}
	return nil, refusal{"new-guide-broken", report.Values{"problems": c.voice.Count("problem", len(faults))}}
}

// writePage writes the page's file into the guide's own folder.
func (c *console) writePage(p *project, page starter.Page) error {
	_, err := fs.Stat(p.fsys, page.File)
	if err == nil {
		err = fs.ErrExist
	} else {
		err = createFile(p.roots[0], page.File, page.Text)
	}
	if errors.Is(err, fs.ErrExist) {
		return refusal{"new-exists", report.Values{"file": p.shownPath(page.File)}}
	}
	return err
}

// sayPage says which file was made, what it asks for and what to do next.
func (c *console) sayPage(page starter.Page, wanted guide.Contract, at string) error {
	type said struct {
		name   string
		values report.Values
	}
	list := []said{{"new-page-made", report.Values{"file": page.File}}}
	if page.Original != nil {
		list = append(list, said{"new-page-translation", report.Values{"original": page.Original.File}})
	}
	if len(page.Others) > 0 {
		list = append(list, said{"new-page-section", report.Values{"section": page.Section.ID, "others": sectionIDs(page.Others)}})
	}
	list = append(list, said{"new-page-draft", report.Values{"at": at}})
	if count := wanted.Counts[page.Kind]; count > 0 && page.Number > count {
		list = append(list, said{"new-page-contract", report.Values{
			"key": page.Kind + "s", "count": strconv.Itoa(count), "number": strconv.Itoa(page.Number)}})
		if page.Kind == "question" && wanted.QuestionsPerArea > 0 {
			list = append(list, said{"new-page-areas", report.Values{"count": strconv.Itoa(wanted.QuestionsPerArea)}})
		}
	}
	var failed error
	for _, line := range list {
		failed = cmp.Or(failed, c.say(line.name, line.values))
	}
	return failed
}

func sectionIDs(sections []*guide.Page) string {
	var ids []string
	for _, section := range sections {
		ids = append(ids, section.ID)
	}
	return strings.Join(ids, ", ")
}
