package main

import (
	"cmp"
	"strings"

	"sparrausopas/generator/build"
	"sparrausopas/generator/report"
)

// runCheck lists what is wrong with the content and with the finished pages.
func runCheck(args []string, c *console) error {
	f := c.flags("check")
	f.quiet()
	drafts := f.Bool("drafts", false, "")
	json := f.Bool("json", false, "")
	format := f.String("format", "text", "")
	external := f.Bool("external", false, "")
	fresh := f.Bool("fresh", false, "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	if *json {
		*format = "json"
	}
	show := c.formats(f.dir)[*format]
	if show == nil {
		return wrongUse("format-unknown", report.Values{"name": *format, "known": "text, json, github"})
	}
	p, end := c.watch(*format == "text")
	defer end()
	var ask build.AskLinks
	if *external || *fresh {
		ask = func(addresses []string) (map[string]report.Problem, error) {
			return c.askLinks(addresses, *fresh, p.of("links"))
		}
	}
	settings := f.build(*drafts)
	settings.Progress = p.note
	problems, err := build.Check(settings, ask)
	if err != nil {
		return err
	}
	if *format == "text" {
		c.sayBaseChanged(f.dir)
	}
	if err := show(problems); err != nil {
		return err
	}
	if faults, _ := problems.Part(); len(faults) > 0 {
		return errProblems
	}
	return nil
}

// formats are the ways in which problems can be listed. GitHub is told of files
// from where the program runs, the others of those in the guide's folder.
func (c *console) formats(dir string) map[string]func(report.Problems) error {
	return map[string]func(report.Problems) error{
		"text": func(problems report.Problems) error {
			if c.show(problems); !c.quiet {
				c.write(c.sum(problems) + "\n")
			}
			return nil
		},
		"json":   func(problems report.Problems) error { return c.printer.ShowJSON(c.stdout, problems) },
		"github": func(problems report.Problems) error { return c.printer.ShowGitHub(c.stdout, fromHere(problems, dir)) },
	}
}

// fromHere names the files of a guide as they are called where the program
// runs. Where there is no guide, the problem names its folder so already.
func fromHere(problems report.Problems, dir string) report.Problems {
	if len(problems) == 1 && (problems[0].Rule == "folder-missing" || problems[0].Rule == "guide-missing") {
		return problems
	}
	return problems.In(dir)
}

// sum counts problems in words, those that stop a build apart from the others.
func (c *console) sum(problems report.Problems) string {
	faults, warnings := problems.Part()
	var parts []string
	if len(faults) > 0 {
		parts = append(parts, c.printer.Count("problem", faults.Count()))
	}
	if len(warnings) > 0 {
		parts = append(parts, c.printer.Count("warning", warnings.Count()))
	}
	return cmp.Or(strings.Join(parts, ", "), c.printer.Message("nothing-wrong", nil))
}
