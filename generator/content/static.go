package content

import (
	"io/fs"
	"path"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// listStatic returns the files that are copied as they are: address to path.
// What an author may have meant to be copied and isn't is told.
func listStatic(fsys fs.FS) (map[string]string, report.Problems) {
	files := map[string]string{}
	if !isThere(fsys, staticDir) {
		return files, nil
	}
	var hidden report.Problems
	names, problems := walk(fsys, staticDir, func(name string) bool {
		if isHidden(name) && staysHome(name) && !guide.IsLeftOver(path.Base(name)) {
			hidden = append(hidden, report.Fault(name, "static-hidden", report.Values{"name": path.Base(name)})...)
		}
		return staysHome(name)
	})
	for _, name := range names {
		files[strings.TrimPrefix(name, staticDir+"/")] = name
	}
	return files, append(problems, hidden...)
}

// staysHome reports whether a file or folder of content/static isn't copied:
// what no author made, and hidden files, which may hold passwords or all that
// the guide ever was, but for those that hosts and certifiers ask for.
func staysHome(name string) bool {
	base := path.Base(name)
	return guide.IsLeftOver(base) || isHidden(base) && base != ".well-known" && base != ".htaccess"
}
