package project

import (
	"os"
	"path/filepath"
	"strings"

	"sparrausopas/generator/content"
)

// RealPath returns the absolute path without links; the last parts need not
// exist yet.
func RealPath(name string) (string, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real, nil
	} else if !os.IsNotExist(err) {
		return "", err
	}
	parent, err := RealPath(filepath.Dir(name))
	return filepath.Join(parent, filepath.Base(name)), err
}

// Within reports whether name is the folder or stands in it.
func Within(name, folder string) bool {
	relative, err := filepath.Rel(folder, name)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// SameFile reports whether two paths lead to the same file or folder.
func SameFile(a, b string) bool {
	one, err := os.Stat(a)
	other, otherErr := os.Stat(b)
	return err == nil && otherErr == nil && os.SameFile(one, other)
}

// wayToBase returns the path of a base as the settings in a folder name it. The
// error says that there is no guide.
func wayToBase(dir, base string) (string, error) {
	if base == content.BuiltIn {
		return base, nil
	}
	if _, err := os.Stat(filepath.Join(base, content.ConfigFile)); err != nil {
		return "", err
	}
	from, err := RealPath(dir)
	if err != nil {
		return "", err
	}
	to, err := RealPath(base)
	if err != nil {
		return "", err
	}
	if way, err := filepath.Rel(from, to); err == nil {
		to = way
	}
	return filepath.ToSlash(to), nil
}
