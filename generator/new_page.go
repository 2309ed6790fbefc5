package main

import (
	"errors"
	"io/fs"
	"strings"

	"sparrausopas/generator/build"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// newPage begins a page of a kind in the guide at hand.
func newPage(kind string, args []string, c *console) error {
	f, asked := c.flags("new "+kind), project.Request{Kind: kind, Today: build.Today()}
	f.StringVar(&asked.Section, "section", "", "")
	f.StringVar(&asked.Language, "language", "", "")
	if err := f.parse(args, len(args)); err != nil {
		return err
	}
	if asked.Name = strings.Join(f.words, " "); strings.TrimSpace(asked.Name) == "" {
		return wrongUse("new-name-missing", report.Values{"kind": kind})
	}
	p, err := project.Open(f.dir, c.builtIn())
	if err != nil {
		return err
	}
	defer p.Close()
	page, isHome, err := p.BeginHome(asked)
	if !isHome {
		page, err = c.beginPage(p, asked)
	}
	if err != nil {
		return err
	}
	if err := c.writePage(p, page); err != nil {
		return err
	}
	c.sayPage(page, atFolder(f.dir))
	if asked.Language == "" && !isHome {
		return c.beginTranslations(p, asked, page)
	}
	return nil
}

// beginTranslations begins a new page in the other languages of the guide, too:
// drafts, in the place of which readers see the page itself.
func (c *console) beginTranslations(p *project.Project, asked project.Request, page project.Page) error {
	site, _, err := build.Drafts(p, true)
	if site == nil {
		return err
	}
	for _, l := range site.Settings.Languages[1:] {
		asked.Name, asked.Section, asked.Language = page.File, "", l.Tag
		translation, err := project.Begin(site, asked)
		if err != nil {
			// The language has such a page of its own.
			continue
		}
		if err := c.writePage(p, translation); err != nil {
			return err
		}
		c.say("new-page-language", report.Values{"file": translation.File, "language": l.Name})
	}
	return nil
}

// beginPage makes the file of a page in a guide that can be read.
func (c *console) beginPage(p *project.Project, asked project.Request) (project.Page, error) {
	site, problems, err := build.Drafts(p, asked.Language != "")
	if err = c.unread(site != nil, problems, err); err != nil {
		return project.Page{}, err
	}
	return project.Begin(site, asked)
}

// writePage writes the page's file into the guide's own folder.
func (c *console) writePage(p *project.Project, page project.Page) error {
	_, err := fs.Stat(p.FS, page.File)
	if err == nil {
		err = fs.ErrExist
	} else {
		err = p.Create(page.File, page.Text)
	}
	if errors.Is(err, fs.ErrExist) {
		return &report.Refusal{Rule: "new-exists", Values: report.Values{"file": p.ShownPath(page.File)}}
	}
	return err
}

// sayPage says which file was made, what it asks for and what to do next.
func (c *console) sayPage(page project.Page, at string) {
	c.say("new-page-made", report.Values{"file": page.File})
	if page.Original != nil {
		c.say("new-page-translation", report.Values{"original": page.Original.File})
	}
	if len(page.Others) > 0 {
		c.say("new-page-section", report.Values{"section": page.Section.ID, "others": project.IDs(page.Others)})
	}
	if page.Section != nil {
		c.say("new-page-draft", report.Values{"at": at})
	}
}
