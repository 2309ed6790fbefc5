package main

import (
	"cmp"
	"errors"
	"fmt"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// runCheck lists what is wrong with the content and with the finished pages.
func runCheck(args []string, c *console) error {
	f, s := c.flags("check"), settings{}
	f.BoolVar(&s.drafts, "drafts", false, "")
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
		return usageError{"format-unknown", report.Values{"name": *format, "known": "text, json, github"}}
	}
	s.dir, s.voice = f.dir, c.voice
	if *external || *fresh {
		s.finished = linkCheck{c, f.dir, *fresh}.problems
	}
	problems, err := problemsOf(s)
	if err == nil {
		err = show(problems)
	}
	if faults, _ := problems.Part(); err == nil && len(faults) > 0 {
		return errProblems
	}
	return err
}

// formats are the ways in which problems can be listed. GitHub is told of files
// from where the program runs, the others of those in the guide's folder.
func (c *console) formats(dir string) map[string]func(report.Problems) error {
	return map[string]func(report.Problems) error{
		"text":   c.showProblems,
		"json":   func(problems report.Problems) error { return c.voice.ShowJSON(c.stdout, problems) },
		"github": func(problems report.Problems) error { return c.voice.ShowGitHub(c.stdout, fromHere(problems, dir)) },
	}
}

// fromHere names the files of a guide as they are called where the program runs.
// Where there is no guide, the problem names its folder so already.
func fromHere(problems report.Problems, dir string) report.Problems {
	if len(problems) == 1 && (problems[0].Rule == "folder-missing" || problems[0].Rule == "guide-missing") {
		return problems
	}
	return problems.In(dir)
}

func (c *console) showProblems(problems report.Problems) error {
	if err := c.voice.Show(c.stdout, problems); err != nil {
		return err
	}
	_, err := fmt.Fprintln(c.stdout, c.sum(problems))
	return err
}

// problemsOf makes the whole site without writing it.
func problemsOf(s settings) (report.Problems, error) {
	var output check.Output
	var words lexicon.Words
	var site *guide.Site
	var warnings report.Problems
	s.warn = func(found report.Problems) { warnings = found }
	_, err := publish.Count(func(emit publish.Emit) (err error) {
		site, err = generate(s, func(name string, data []byte) error {
			output.Add(name, data)
			return cmp.Or(addWords(&words, name, data), emit(name, data))
		})
		return err
	})
	problems, stopped := err.(report.Problems)
	if clash, ok := errors.AsType[*publish.Error](err); ok {
		problems, stopped = faultsOf(clash), true
	}
	if err != nil && !stopped {
		return nil, err
	}
	if !stopped {
		output.Base = site.Settings.Web.Base
		problems = append(output.Problems(), lackingWords(site, &words)...)
	}
	if !stopped && s.finished != nil {
		found, err := s.finished(site, &output)
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	// Err sorts; that there are problems is no error here.
	problems, _ = append(problems, warnings...).Err().(report.Problems)
	return problems, nil
}

// addWords adds the words of a finished page. One that programs can't read as
// HTML is a fault.
func addWords(words *lexicon.Words, name string, data []byte) error {
	if err := words.Add(name, data); err != nil {
		return report.Problems{report.Source{Name: name}.Whole("output-unreadable", report.Values{"error": err.Error()})}
	}
	return nil
}

// lackingWords finds words of the site that the lexicons lack.
func lackingWords(site *guide.Site, words *lexicon.Words) report.Problems {
	var problems report.Problems
	for _, e := range site.Editions {
		if lexicon.Covers(e.Language) {
			problems = append(problems, check.Lexicon(e, content.LexiconFile(e.Language), formsOf(e, words))...)
		}
	}
	return problems
}
