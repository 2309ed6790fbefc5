package main

import (
	"os"
	"path/filepath"
	"strings"

	"sparrausopas/generator/report"
)

// checkGuide finds whether a guide can be opened, before anything is made for
// its site.
func checkGuide(s settings) error {
	p, err := openProject(s.dir, s.voice)
	if err == nil {
		p.Close()
	}
	return err
}

// checkOut refuses a folder for the site that would swallow or be swallowed
// by the guide's own files.
func checkOut(dir, out string) error {
	guide, err := realPath(dir)
	if err != nil {
		return err
	}
	site, err := realPath(out)
	if err != nil {
		return err
	}
	if within(guide, site) {
		return usageError{"out-holds-guide", report.Values{"folder": out}}
	}
	for _, own := range []string{"content", "themes", "generator", ".git"} {
		if within(site, filepath.Join(guide, own)) {
			return usageError{"out-in-sources", report.Values{"folder": out, "own": own}}
		}
	}
	return nil
}

// realPath gives the absolute path without links; the last parts need not
// exist yet.
func realPath(name string) (string, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real, nil
	} else if !os.IsNotExist(err) {
		return "", err
	}
	parent, err := realPath(filepath.Dir(name))
	return filepath.Join(parent, filepath.Base(name)), err
}

// within tells whether name is the folder or stands in it.
func within(name, folder string) bool {
	relative, err := filepath.Rel(folder, name)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}
