package main

import (
	"cmp"
	"slices"
	"strings"

	"sparrausopas/generator/build"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// unread is the error of a guide that can't be read, with what is wrong in it;
// nil of one that can.
func (c *console) unread(isRead bool, problems report.Problems, err error) error {
	if isRead || err != nil {
		return err
	}
	return cmp.Or(c.printer.Show(c.stderr, problems), error(&report.Refusal{
		Rule: "new-guide-broken", Values: report.Values{"problems": c.printer.Count("problem", problems.Count())}}))
}

// runSeen notes in translations that they say what their originals say now.
func runSeen(args []string, c *console) error {
	f := c.flags("seen")
	all := f.Bool("all", false, "")
	tag := f.String("language", "", "")
	p, err := f.open(args, argumentsMost)
	if err != nil {
		return err
	}
	defer p.Close()
	if *all == (len(f.words) > 0) {
		return wrongUse("seen-nothing", report.Values{"command": "seen"})
	}
	site, problems, err := build.Drafts(p, true)
	if err = c.unread(site != nil, problems, err); err != nil {
		return err
	}
	return project.Seen(p, site, f.words, *tag, func(name, original string) {
		c.say("seen", report.Values{"file": p.ShownPath(name), "original": p.ShownPath(original)})
	})
}

// older shows the translations whose originals have changed: all, or those that
// words name, with each place that has changed if that is wanted.
func (c *console) older(p *project.Project, words []string, asJSON, whole bool) error {
	site, problems, err := build.Drafts(p, true)
	if err = c.unread(site != nil, problems, err); err != nil {
		return err
	}
	list := build.Older(site, p.FS)
	if len(words) > 0 {
		names := report.Names(words, func(word string) string { return p.FileOf(word, p.FS) })
		list = slices.DeleteFunc(list, func(t build.Translation) bool {
			return !slices.Contains(names, t.File) && !slices.Contains(names, t.Original)
		})
	}
	if asJSON {
		return c.writeJSON(list)
	}
	var out strings.Builder
	for _, t := range list {
		out.WriteString(c.translation(t, whole) + "\n")
	}
	out.WriteString(c.printer.Count("older-count", len(list)) + "\n")
	if count := build.Unnoted(site); count > 0 {
		out.WriteString(c.printer.Count("older-unnoted", count) + "\n")
	}
	c.write(out.String())
	return nil
}

// placesMost is how many places are shown of a translation among others.
const placesMost = 3

// translation says what has changed in the original of a translation.
func (c *console) translation(t build.Translation, whole bool) string {
	values := report.Values{"file": t.File, "original": t.Original, "places": c.printer.Count("older-place", len(t.Changes))}
	if !t.Kept {
		return c.printer.WithHint("older-unkept", values) + "\n"
	}
	text := c.printer.WithHint("older", values) + "\n"
	for i, at := range t.Changes {
		if i == placesMost && !whole {
			return text + "    …\n"
		}
		text += "\n"
		if len(at.Then.Lines) > 0 {
			text += c.printer.Message("diff-then", nil) + "\n" + at.Then.String()
		}
		if len(at.Now.Lines) > 0 {
			text += c.printer.Message("diff-now", nil) + "\n" + at.Now.String()
		}
	}
	return text
}
