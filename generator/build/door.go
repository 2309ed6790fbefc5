package build

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

// recentMost is how many guides are remembered.
const recentMost = 5

// door is how a guide is begun or opened in a browser.
func (o ServeOptions) door(s Settings, notes *notes) *serve.Door {
	return &serve.Door{
		Another: o.another, Note: func(now serve.Running) { notes.begin(s.Dir, now) },
		Recent: recent(), Home: documents(), LogoMost: content.LogoLimit, Is: project.Is,
		Make: func(w serve.Wanted) (string, map[string]serve.Wrong) { return o.make(w, s.BuiltIn) },
		Open: func(folder string) (serve.Sources, error) {
			own := s
			own.Dir = folder
			sources, err := o.sources(own)
			if err == nil {
				notes.add(folder)
			}
			return sources, err
		},
	}
}

// make makes a new guide in a folder of its own.
func (o ServeOptions) make(w serve.Wanted, builtIn content.Layer) (folder string, wrong map[string]serve.Wrong) {
	say := func(field, rule string, values report.Values) map[string]serve.Wrong {
		return map[string]serve.Wrong{field: {Text: o.Printer.Message(rule, values)}}
	}
	name, kind := project.FolderName(w.Title), strings.ToLower(filepath.Ext(w.LogoName))
	switch {
	case name == "":
		return "", say("title", "door-title-missing", nil)
	case len(w.Logo) > 0 && kind != ".svg" && kind != ".png":
		return "", say("logo", "door-logo-kind", nil)
	case !filepath.IsAbs(w.Folder):
		return "", say("folder", "door-folder-whole", report.Values{"folder": documents()})
	}
	if wrong = o.wrongBrand(w, builtIn); len(wrong) > 0 {
		return "", wrong
	}
	folder = filepath.Join(w.Folder, name)
	files, err := o.newFiles(folder, w, w.Whole, builtIn)
	if err == nil {
		err = project.Make(folder, files)
	}
	var full *report.Refusal
	switch {
	case errors.As(err, &full):
		return "", say("folder", "door-folder-full", report.Values{"folder": folder})
	case err != nil:
		return "", say("folder", "door-make-failed", report.Reason(err, report.Values{"folder": folder}))
	}
	return folder, nil
}

// newFiles returns the files of a new guide.
func (o ServeOptions) newFiles(folder string, w serve.Wanted, whole bool, builtIn content.Layer) (files map[string][]byte, err error) {
	wanted := project.Folder{Title: w.Title, Language: o.Printer.Language, Program: o.Program}
	if whole {
		files, err = project.NewSite(builtIn.FS, wanted)
	} else {
		files, err = project.NewEdition(folder, content.BuiltIn, builtIn, wanted)
	}
	if err == nil {
		project.Brand{Publisher: w.Publisher, Email: w.Email, Colour: w.Colour, LogoName: w.LogoName, Logo: w.Logo}.Dress(w.Title, files)
	}
	return files, err
}

// wrongBrand says by field what the settings and the theme find wrong, in an
// edition that is made to be looked at alone.
func (o ServeOptions) wrongBrand(w serve.Wanted, builtIn content.Layer) map[string]serve.Wrong {
	trial, err := os.MkdirTemp("", "sparrausopas-")
	if err == nil {
		defer os.RemoveAll(trial)
		err = o.tryBrand(trial, w, builtIn)
	}
	problems, ok := errors.AsType[report.Problems](err)
	if err != nil && !ok {
		return map[string]serve.Wrong{"folder": {Text: err.Error()}}
	}
	wrong := map[string]serve.Wrong{}
	for _, p := range problems {
		key, _, _ := strings.Cut(p.Excerpt, " ")
		if _, seen := wrong[key]; !seen {
			wrong[key] = o.wrong(key, p)
		}
	}
	return wrong
}

func (o ServeOptions) tryBrand(trial string, w serve.Wanted, builtIn content.Layer) error {
	files, err := o.newFiles(trial, w, false, builtIn)
	if err == nil {
		err = project.Make(trial, files)
	}
	if err != nil {
		return err
	}
	p, err := project.Open(trial, builtIn)
	if err != nil {
		return err
	}
	defer p.Close()
	settings, err := content.Settings(p.FS, p.Layers)
	if err == nil {
		_, err = theme.Load(p.FS, settings.Themes, theme.Options{Settings: settings})
	}
	return err
}

// wrong words a problem with a key of the settings for somebody who hasn't seen
// them.
func (o ServeOptions) wrong(key string, p report.Problem) serve.Wrong {
	printer := o.Printer
	text := strings.ReplaceAll(printer.WithHint(p.Rule, p.Values), "`", "")
	switch nearest, _ := p.Values["nearest"].(string); {
	case p.Rule == "brand-contrast":
		return serve.Wrong{Text: printer.Message("door-colour-low", nil), Instead: nearest}
	case key == "email":
		return serve.Wrong{Text: printer.Message("door-email-none", nil)}
	case key == "colour":
		return serve.Wrong{Text: printer.Message("door-colour-none", nil)}
	case p.Rule == "logo-unreadable":
		return serve.Wrong{Text: printer.Message("door-logo-kind", nil)}
	}
	return serve.Wrong{Text: text}
}

// documents is where people keep what they write.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, name := range []string{"Documents", "Asiakirjat", "Dokument"} {
		if folder := filepath.Join(home, name); isFolder(folder) {
			return folder
		}
	}
	return home
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// recentFile is where the program remembers the guides that were open, "" where
// the system has no place for that.
func recentFile() string {
	folder, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "sparrausopas", "guides.txt")
}

// recent returns the folders of guides that were open, the latest first.
func recent() []string {
	text, _ := os.ReadFile(recentFile())
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return slices.DeleteFunc(lines, func(folder string) bool { return !filepath.IsAbs(folder) || !project.Is(folder) })
}

// remember notes that a guide was opened. A system that keeps no notes is no
// reason not to open it.
func remember(folder string) {
	folder, err := filepath.Abs(folder)
	if err != nil || recentFile() == "" {
		return
	}
	list := slices.DeleteFunc(recent(), func(other string) bool { return other == folder })
	list = append([]string{folder}, list[:min(len(list), recentMost-1)]...)
	_ = os.MkdirAll(filepath.Dir(recentFile()), 0o700)
	_ = os.WriteFile(recentFile(), []byte(strings.Join(list, "\n")+"\n"), 0o600)
}
