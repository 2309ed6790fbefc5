package main

import (
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/overlay"
	"sparrausopas/generator/report"
)

// argumentsMost is how many files one command line may name.
const argumentsMost = 1000

// runCopy takes files of the common guide into an edition's own folder, or
// notes that their present versions have been seen.
func runCopy(args []string, c *console) error {
	f := c.flags("copy")
	seen := f.Bool("seen", false, "")
	if err := f.parse(args, argumentsMost); err != nil {
		return err
	}
	p, err := openProject(f.dir, c.voice)
	if err != nil {
		return err
	}
	defer p.Close()
	switch {
	case len(f.words) == 0:
		return usageError{"copy-nothing", nil}
	case !p.isEdition():
		return refusal{"copy-no-base", nil}
	}
	copied := copying{project: p, base: p.base(), seen: *seen}
	if copied.sums, err = readSums(p.layers[0].FS); err != nil {
		return err
	}
	// Nothing is copied unless all can be.
	for _, arg := range f.words {
		if err := copied.choose(arg); err != nil {
			return err
		}
	}
	return copied.carryOut(c)
}

// base is what an edition lies on, as one.
func (p *project) base() fs.FS {
	var below []fs.FS
	for _, layer := range p.layers[1:] {
		below = append(below, layer.FS)
	}
	return overlay.New(below...)
}

// language is the first language of the edition, be it that of a base.
func (p *project) language() string {
	for _, layer := range p.layers {
		if tag := content.FirstLanguage(layer.FS); tag != "" {
			return tag
		}
	}
	return ""
}

// copying is a command at work.
type copying struct {
	project *project
	base    fs.FS
	sums    sums
	seen    bool
	names   []string
}

// choose finds the file that an argument names and whether it can be copied.
func (c *copying) choose(arg string) error {
	name := c.project.fileOf(arg, c.base)
	top, _, _ := strings.Cut(name, "/")
	switch own, common := isFile(c.project.layers[0].FS, name), isFile(c.base, name); {
	case top != "content" && top != "themes" || !fs.ValidPath(name):
		return refusal{"copy-outside", report.Values{"name": arg}}
	case !common:
		return refusal{"copy-missing", report.Values{"name": arg, "suggestion": c.likely(name)}}
	case c.seen && !own:
		return refusal{"copy-not-own", report.Values{"name": arg}}
	case !c.seen && own:
		return refusal{"copy-exists", report.Values{"file": name}}
	}
	c.names = append(c.names, name)
	return nil
}

// fileOf gives the path that an argument means: a path, or the ID of a page in
// the first language. What is there decides between a page and a section.
func (p *project) fileOf(arg string, there fs.FS) string {
	name := path.Clean(filepath.ToSlash(arg))
	if strings.HasPrefix(name, "content/") || strings.HasPrefix(name, "themes/") || isFile(there, name) || !fs.ValidPath(name) {
		return name
	}
	id := path.Join("content", p.language(), strings.TrimSuffix(name, ".md"))
	if section := path.Join(id, "_index.md"); isFile(there, section) {
		return section
	}
	return id + ".md"
}

func isFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// likely gives the path of a file of the base that a wrong one may have meant.
func (c *copying) likely(name string) string {
	var names []string
	for _, other := range filesIn(c.base, "content", "themes") {
		if path.Base(other) == path.Base(name) {
			return other
		}
		names = append(names, other)
	}
	return report.Nearest(name, names)
}

// filesIn lists the files in folders that aren't hidden; folders that are
// missing have none.
func filesIn(fsys fs.FS, folders ...string) []string {
	var names []string
	for _, folder := range folders {
		// What can't be read is reported when the guide is made.
		_ = fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
			switch hidden := err == nil && strings.HasPrefix(entry.Name(), "."); {
			case hidden && entry.IsDir():
				return fs.SkipDir
			case err == nil && !hidden && !entry.IsDir():
				names = append(names, name)
			}
			return nil
		})
	}
	return names
}

// carryOut copies the files and notes their versions.
func (c *copying) carryOut(to *console) error {
	root := c.project.roots[0]
	message := "copied"
	if c.seen {
		message = "copy-seen"
	}
	for _, name := range c.names {
		data, err := fs.ReadFile(c.base, name)
		if err != nil {
			return err
		}
		if !c.seen {
			if err := createFile(root, name, data); err != nil {
				return err
			}
		}
		c.sums[name] = sum(data)
		if err := c.sums.write(root); err != nil {
			return err
		}
		if err := to.say(message, report.Values{"file": filepath.Join(c.project.dirs[0], filepath.FromSlash(name))}); err != nil {
			return err
		}
	}
	return nil
}
