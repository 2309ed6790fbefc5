package main

import (
	"sparrausopas/generator/edition"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// sayBaseChanged says in one line of an edition that originals of its copies,
// pages and files of the theme, have changed in the guide below. What can't be
// compared is told by the command diff.
func (c *console) sayBaseChanged(dir string) {
	p, err := project.Open(dir, c.builtIn())
	if err != nil {
		return
	}
	defer p.Close()
	d, err := edition.Compare(p)
	if err == nil && len(d.Changed) > 0 {
		c.say("base-changed", report.Values{"files": c.printer.Count("base-file", len(d.Changed)), "folder": dir})
	}
}
