package serve

import (
	"cmp"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"sparrausopas/generator/report"
)

// listMostFolders is how many folders are listed.
const listMostFolders = 500

// startPage is the page where one begins.
type startPage struct {
	*entrance
	report.Printer
	Wanted Wanted
	Wrong  map[string]Wrong
	// At is the folder whose folders are listed, if one was asked for.
	At, Above string
	Listed    bool
	Folders   []listed
}

type listed struct {
	Name, Path string
	Guide      bool
}

// Say returns a message of the page.
func (p startPage) Say(name string) string { return p.Message("door-"+name, nil) }

// Name returns what a folder is called.
func (p startPage) Name(folder string) string { return filepath.Base(folder) }

// field is a field of the page.
type field struct {
	startPage
	Name, Value, Type string
	Wrong             Wrong
	// First is the first with something wrong: it gets the focus.
	First bool
}

// Field returns a field with what was filled in.
func (p startPage) Field(name, value, kind string) field {
	first := ""
	for _, name := range []string{"open", "folder", "logo", "colour", "email", "publisher", "title"} {
		if _, wrong := p.Wrong[name]; wrong {
			first = name
		}
	}
	return field{p, name, value, kind, p.Wrong[name], name == first}
}

// start sends the page.
func (s *broadcaster) start(w http.ResponseWriter, p startPage) {
	p.entrance, p.Printer, p.Wanted = s.entrance, s.Printer, s.entrance.filledIn(nil)
	p.Wanted.Folder = cmp.Or(p.Wanted.Folder, s.Door.Home)
	p.list()
	status := http.StatusOK
	if len(p.Wrong) > 0 {
		status = http.StatusUnprocessableEntity
	}
	s.template(w, status, "start.html", p)
}

// list lists the folders of a folder that aren't hidden.
func (p *startPage) list() {
	p.At = filepath.Clean(cmp.Or(p.At, p.Home))
	if p.Above = filepath.Dir(p.At); p.Above == p.At || !filepath.IsAbs(p.At) {
		p.Above = ""
	}
	entries, err := os.ReadDir(p.At)
	if err != nil && p.Listed && p.Wrong == nil {
		p.Wrong = map[string]Wrong{"open": {Text: p.Message("door-folder-failed", report.Reason(err, report.Values{"folder": p.At}))}}
	}
	for _, entry := range entries {
		name := filepath.Join(p.At, entry.Name())
		info, err := os.Stat(name)
		if err == nil && info.IsDir() && !strings.HasPrefix(entry.Name(), ".") && len(p.Folders) < listMostFolders {
			p.Folders = append(p.Folders, listed{entry.Name(), name, p.Is(name)})
		}
	}
}
