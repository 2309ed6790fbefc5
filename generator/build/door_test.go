package build

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sparrausopas"
	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

var common = content.Layer{Name: "common", FS: sparrausopas.Guide()}

const shield = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>alert(1)</script></svg>`

// begin makes a guide as the door does, in English.
func begin(w serve.Wanted) (string, map[string]serve.Wrong) {
	return ServeOptions{Printer: report.Printer{Language: "fi"}, Program: "sparrausopas"}.make(w, common)
}

func TestTheDoorMakesAnEditionWithNameColourLogoAndContact(t *testing.T) {
	work := t.TempDir()
	for _, whole := range []bool{false, true} {
		w := serve.Wanted{Whole: whole, Title: `Kunnan "opas" {title}`, Publisher: "Kunta\nx = 1", Email: "a@b.fi", Colour: "#7a1f5c", Folder: work, LogoName: "VAAKUNA.SVG", Logo: []byte(shield)}
		if whole {
			w.Title += " 2"
		}
		folder, wrong := begin(w)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		p, err := project.Open(folder, common)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		settings, err := content.Settings(p.FS, p.Layers)
		brand := settings.Brand
		if err != nil || settings.Title != w.Title || settings.Publisher.Name != "Kunta x = 1" || settings.Publisher.Email != "a@b.fi" ||
			brand.Name != "Kunta x = 1" || brand.Colour != "#7a1f5c" || brand.Logo.Address != "logo.svg" {
			t.Errorf("whole %t: %+v, %v", whole, settings, err)
		}
		if logo, err := os.ReadFile(filepath.Join(folder, "content/static/logo.svg")); string(logo) != shield {
			t.Error(string(logo), err)
		}
		if p.IsEdition() == whole || !project.Is(folder) {
			t.Error("it is no such guide", whole)
		}
	}
}

func TestTheDoorSaysAtItsFieldWhatIsWrongAndMakesNothing(t *testing.T) {
	work := t.TempDir()
	full := filepath.Join(work, "taynna")
	if err := os.MkdirAll(full, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(full, "a.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	good := serve.Wanted{Title: "Opas", Folder: work}
	for name, c := range map[string]struct {
		field, says string
		change      func(w *serve.Wanted)
	}{
		"no title":        {"title", "kirjaimia", func(w *serve.Wanted) { w.Title = " ../.. " }},
		"a full folder":   {"folder", "eikä se ole tyhjä", func(w *serve.Wanted) { w.Title = "../Täynnä" }},
		"a relative one":  {"folder", "koko polku", func(w *serve.Wanted) { w.Folder = "../x" }},
		"a file":          {"folder", "ei voi tehdä", func(w *serve.Wanted) { w.Folder = filepath.Join(full, "a.txt") }},
		"a pale colour":   {"colour", "ei erotu", func(w *serve.Wanted) { w.Colour = "#ffff00" }},
		"no colour":       {"colour", "ei ole väri", func(w *serve.Wanted) { w.Colour = "red\"\n[web]" }},
		"no address":      {"email", "sähköposti", func(w *serve.Wanted) { w.Email = "nobody" }},
		"HTML for a logo": {"logo", "SVG- tai PNG", func(w *serve.Wanted) { w.LogoName, w.Logo = "a.png", []byte("<html><script>") }},
		"an HTML file":    {"logo", "SVG- tai PNG", func(w *serve.Wanted) { w.LogoName, w.Logo = "a.html", []byte("<html>") }},
		"a heavy logo": {"logo", "suurempi", func(w *serve.Wanted) {
			w.LogoName, w.Logo = "a.svg", append([]byte(shield), bytes.Repeat([]byte(" "), content.LogoLimit)...)
		}},
	} {
		w := good
		c.change(&w)
		folder, wrong := begin(w)
		if text := wrong[c.field].Text; len(wrong) != 1 || !strings.Contains(text, c.says) || folder != "" || strings.Contains(text, "`") {
			t.Errorf("%s: %+v", name, wrong)
		}
		if name == "a pale colour" && len(wrong[c.field].Instead) != 7 {
			t.Error("no colour is offered instead")
		}
	}
	if entries, _ := os.ReadDir(work); len(entries) != 1 {
		t.Errorf("something was made: %v", entries)
	}
}

func TestTheNameOfAFolderNeverLeadsOutOrToADevice(t *testing.T) {
	for title, want := range map[string]string{
		"../../etc/x": "etc-x", `C:\Windows`: "c-windows", "CON": "opas-con", "Äänekosken opas": "aanekosken-opas", ".piilo": "piilo", "…": "", strings.Repeat("pitkä nimi ", 30): "pitka-nimi-pitka-nimi-pitka-nimi-pitka-nimi-pitka",
	} {
		if got := project.FolderName(title); got != want {
			t.Errorf("%.30q: %q, want %q", title, got, want)
		}
	}
}

func TestTheDoorFollowsAFolderThatIsALink(t *testing.T) {
	work := t.TempDir()
	if err := os.MkdirAll(filepath.Join(work, "levy"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(work, "levy"), filepath.Join(work, "linkki")); err != nil {
		t.Skip(err)
	}
	if _, wrong := begin(serve.Wanted{Title: "Opas", Folder: filepath.Join(work, "linkki")}); len(wrong) > 0 || !project.Is(filepath.Join(work, "levy", "opas")) {
		t.Error(wrong)
	}
	if err := os.Symlink(filepath.Join(work, "ei-ole"), filepath.Join(work, "rikki")); err != nil {
		t.Fatal(err)
	}
	if _, wrong := begin(serve.Wanted{Title: "Opas", Folder: filepath.Join(work, "rikki")}); wrong["folder"].Text == "" {
		t.Error("a link that leads nowhere was followed")
	}
}

func TestGuidesThatWereOpenAreRememberedTheLatestFirst(t *testing.T) {
	config := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "HOME", "AppData"} {
		t.Setenv(name, config)
	}
	var folders []string
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "b"} {
		folder := filepath.Join(config, name)
		if err := os.MkdirAll(filepath.Join(folder, "content"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, content.ConfigFile), []byte("title = \"x\"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		remember(folder)
		folders = append(folders, folder)
	}
	if err := os.RemoveAll(folders[4]); err != nil {
		t.Fatal(err)
	}
	if last := LastGuide(); last != folders[1] {
		t.Error(last)
	}
	got := recent()
	if want := []string{folders[1], folders[5], folders[3], folders[2]}; strings.Join(got, " ") != strings.Join(want, " ") {
		t.Error(got)
	}
}

func TestANoteSaysWhereTheProgramRunsUntilItEnds(t *testing.T) {
	config := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "HOME", "AppData"} {
		t.Setenv(name, config)
	}
	first, second := serve.Running{Address: "127.0.0.1:1", Key: "a"}, serve.Running{Address: "127.0.0.1:2", Key: "b"}
	n, other := &notes{}, &notes{}
	n.begin("", first)
	n.add("/opas")
	if noted("") != first || noted("/opas") != first || noted("/toinen") != (serve.Running{}) {
		t.Error(noted(""), noted("/opas"), noted("/toinen"))
	}
	if info, err := os.Stat(noteFile("/opas")); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Error("others can read it", err)
	}
	other.begin("/opas", second)
	n.end()
	if noted("") != (serve.Running{}) || noted("/opas") != second {
		t.Error("a note of another program was taken away", noted("/opas"))
	}
}
