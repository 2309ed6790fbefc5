package edition

import (
	"io/fs"
	"path"
	"strings"

	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// Copy takes files of the common guide into an edition's own folder; with seen
// it notes only that their present versions have been seen. An argument is a
// path, or the ID of a page. Nothing is copied unless all can be; done is told
// of each file.
func Copy(p *project.Project, args []string, seen bool, done func(name string) error) error {
	switch {
	case len(args) == 0:
		return &report.Refusal{Rule: "copy-nothing", Usage: true}
	case !p.IsEdition():
		return &report.Refusal{Rule: "copy-no-base"}
	}
	noted, err := readSums(p.Layers[0].FS)
	if err != nil {
		return err
	}
	c := copying{project: p, base: p.Base(), sums: noted, seen: seen}
	for _, arg := range args {
		if err := c.choose(arg); err != nil {
			return err
		}
	}
	for _, name := range c.names {
		if err := c.copy(name); err != nil {
			return err
		}
		if err := done(name); err != nil {
			return err
		}
	}
	return nil
}

// copying is a command at work.
type copying struct {
	project *project.Project
	base    fs.FS
	sums    sums
	seen    bool
	names   []string
}

// choose finds the file that an argument names and whether it can be copied.
func (c *copying) choose(arg string) error {
	name := c.project.FileOf(arg, c.base)
	top, _, _ := strings.Cut(name, "/")
	switch own, common := project.IsFile(c.project.Layers[0].FS, name), project.IsFile(c.base, name); {
	case top != "content" && top != "themes" || !fs.ValidPath(name):
		return &report.Refusal{Rule: "copy-outside", Values: report.Values{"name": arg}}
	case !common:
		return &report.Refusal{Rule: "copy-missing", Values: report.Values{"name": arg, "suggestion": c.likely(name)}}
	case c.seen && !own:
		return &report.Refusal{Rule: "copy-not-own", Values: report.Values{"name": arg}}
	case !c.seen && own:
		return &report.Refusal{Rule: "copy-exists", Values: report.Values{"file": name}}
	}
	c.names = append(c.names, name)
	return nil
}

// likely returns the path of a file of the base that a wrong one may have
// meant.
func (c *copying) likely(name string) string {
	var names []string
	for _, other := range project.FilesIn(c.base, "content", "themes") {
		if path.Base(other) == path.Base(name) {
			return other
		}
		names = append(names, other)
	}
	return report.Nearest(name, names)
}

// copy copies a file and notes its version.
func (c *copying) copy(name string) error {
	data, err := fs.ReadFile(c.base, name)
	if err != nil {
		return err
	}
	if !c.seen {
		if err := c.project.Create(name, data); err != nil {
			return err
		}
	}
	c.sums[name] = sum(data)
	return c.sums.write(c.project)
}
