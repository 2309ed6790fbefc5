package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas"
	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// runNew begins a guide, an edition or a page.
func runNew(args []string, c *console) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		f := c.flags("new")
		if err := f.parse(args, len(args)); err != nil {
			return err
		}
		if len(f.words) == 0 {
			c.say("new-list", nil)
			return nil
		}
	}
	what, rest := args[0], args[1:]
	switch {
	case what == "site":
		return newSite(rest, c)
	case what == "edition":
		return newEdition(rest, c)
	case slices.Contains(content.NewKinds(), what):
		return newPage(what, rest, c)
	}
	known := append([]string{"site", "edition"}, content.NewKinds()...)
	return wrongUse("new-unknown", report.Unknown(what, known))
}

// folder reads a command line with one folder on it.
func (f *flags) folder(args []string) (string, error) {
	if err := f.parse(args, 1); err != nil {
		return "", err
	}
	if f.word() == "" {
		return "", wrongUse("new-folder-missing", report.Values{"command": f.Name()})
	}
	return f.word(), nil
}

// newSite makes a guide of one's own out of the common one in the program.
func newSite(args []string, c *console) error {
	f := c.flags("new site")
	wanted := f.wanted()
	dir, err := f.folder(args)
	if err != nil {
		return err
	}
	wanted.Language = cmp.Or(wanted.Language, f.lang)
	files, err := project.NewSite(sparrausopas.Guide(), *wanted)
	if err != nil {
		return err
	}
	return c.begin(dir, files, "new-site-made")
}

// newEdition makes an own edition of the common guide, or of one in a folder.
func newEdition(args []string, c *console) error {
	f := c.flags("new edition")
	wanted, base := f.wanted(), f.String("base", content.BuiltIn, "")
	dir, err := f.folder(args)
	if err != nil {
		return err
	}
	if *base == content.BuiltIn {
		wanted.Language = cmp.Or(wanted.Language, f.lang)
	}
	files, err := project.NewEdition(dir, *base, c.builtIn(), *wanted)
	if err != nil {
		return err
	}
	return c.begin(dir, files, "new-edition-made")
}

// wanted adds the flags of a new guide. The common one speaks all languages that
// the program does, so that a guide begins in the one that is typed for those.
func (f *flags) wanted() *project.Folder {
	wanted := &project.Folder{Program: f.console.noteName()}
	f.StringVar(&wanted.Title, "title", "", "")
	f.StringVar(&wanted.Language, "language", "", "")
	return wanted
}

// begin makes the folder and says what to do next.
func (c *console) begin(dir string, files map[string][]byte, made string) error {
	if err := project.Make(dir, files); err != nil {
		return err
	}
	c.say(made, report.Values{"folder": dir, "at": atFolder(dir), "config": filepath.Join(dir, content.ConfigFile)})
	return nil
}

// noteName is how notes in a new folder call the program. Go can't run it from
// there, and paths lead elsewhere.
func (c *console) noteName() string {
	if strings.HasPrefix(c.printer.Program, "go run") {
		return "sparrausopas"
	}
	return filepath.Base(strings.Trim(c.printer.Program, `"`))
}

// atFolder returns the flag that names the folder in a command, with a space
// before it; the folder at hand needs none.
func atFolder(dir string) string {
	switch {
	case filepath.Clean(dir) == ".":
		return ""
	case strings.ContainsAny(dir, " '()&;"):
		return ` -dir "` + dir + `"`
	}
	return " -dir " + dir
}
