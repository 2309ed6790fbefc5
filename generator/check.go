package main

import (
	"cmp"
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
	if err := f.parse(args, 0); err != nil {
		return err
	}
	s.dir = f.dir
	problems, err := problemsOf(s)
	if err != nil {
		return err
	}
	if *json {
		err = c.voice.ShowJSON(c.stdout, problems)
	} else {
		err = c.showProblems(problems)
	}
	if faults, _ := problems.Part(); err == nil && len(faults) > 0 {
		return errProblems
	}
	return err
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
			return cmp.Or(words.Add(name, data), emit(name, data))
		})
		return err
	})
	problems, stopped := err.(report.Problems)
	if err != nil && !stopped {
		return nil, err
	}
	if !stopped {
		problems = append(output.Problems(), lackingWords(site, &words)...)
	}
	// Err sorts; that there are problems is no error here.
	problems, _ = append(problems, warnings...).Err().(report.Problems)
	return problems, nil
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
