package edit

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

const page = "content/fi/tips.md"

var monday = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// guideWith opens a guide with one page.
func guideWith(t *testing.T, text string) (g Guide, dir string) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, "config.toml", "title = \"Opas\"\n")
	write(t, dir, page, text)
	return guideIn(t, dir), dir
}

func guideIn(t *testing.T, dir string) Guide {
	t.Helper()
	p, err := project.Open(dir, content.Layer{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return Guide{Own: p.Layers[0].FS, All: p.FS, Replace: p.Replace, Remove: p.Remove}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func onDisk(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestATextInAnOldEncodingIsReadAndSavedInUTF8(t *testing.T) {
	for name, raw := range map[string]string{
		"Windows-1252": "+++\r\ntitle = \"P\xe4iv\xe4\"\r\n+++\r\n",
		"UTF-16":       "\xff\xfe+\x00+\x00+\x00\r\x00\n\x00t\x00i\x00t\x00l\x00e\x00 \x00=\x00 \x00\"\x00P\x00\xe4\x00i\x00v\x00\xe4\x00\"\x00\r\x00\n\x00+\x00+\x00+\x00\r\x00\n\x00",
	} {
		g, dir := guideWith(t, raw)
		g.Decode = content.Decode
		opened := open(t, g)
		if opened.Text != "+++\ntitle = \"Päivä\"\n+++\n" {
			t.Errorf("%s: it reads %q", name, opened.Text)
		}
		there, saved, err := Save(g, page, opened, "", monday)
		if got := onDisk(t, dir, page); !saved || err != nil || strings.TrimPrefix(got, bom) != "+++\r\ntitle = \"Päivä\"\r\n+++\r\n" || there.Text != opened.Text {
			t.Errorf("%s: %q, %t, %v", name, got, saved, err)
		}
		versions, err := Versions(g, page)
		if err != nil || len(versions) != 2 {
			t.Fatal(versions, err)
		}
		if text, err := OpenVersion(g, page, versions[1].Name); text != opened.Text || err != nil {
			t.Errorf("%s: the old version reads %q, %v", name, text, err)
		}
	}
}

func open(t *testing.T, p Guide) Text {
	t.Helper()
	text, err := Open(p, page)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func save(t *testing.T, p Guide, text Text, at time.Time) Text {
	t.Helper()
	saved, _, err := Save(p, page, text, "", at)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestWhatIsSavedAsItWasOpenedWritesNothing(t *testing.T) {
	for _, raw := range []string{"+++\n+++\nHei\n", "\uFEFF+++\r\n+++\r\nHei", "a\r\nb\nc\rd\r\n", "\n\n", "a", "\r\r\n\n"} {
		p, dir := guideWith(t, raw)
		info, _ := os.Stat(filepath.Join(dir, page))
		save(t, p, open(t, p), monday)
		after, _ := os.Stat(filepath.Join(dir, page))
		if got := onDisk(t, dir, page); got != raw || !os.SameFile(info, after) {
			t.Errorf("%q became %q", raw, got)
		}
		if _, err := os.Stat(filepath.Join(dir, folder)); err == nil {
			t.Errorf("%q: something was kept", raw)
		}
	}
}

func TestLinesThatNobodyTouchedStayByteForByte(t *testing.T) {
	for _, c := range []struct{ raw, typed, want string }{
		{"\uFEFFa\r\nb\r\nc\r\n", "a\nB\nc\n", "\uFEFFa\r\nB\r\nc\r\n"},
		{"a\r\nb\nc\r\n", "a\nb\nx\nc\n", "a\r\nb\nx\r\nc\r\n"},
		{"a\r\nb\r\nc", "a\nb\nc\nd\n", "a\r\nb\r\nc\r\nd\r\n"},
		{"a\nb\n", "", ""},
		{"a\r\na\r\na\r\n", "a\na\n", "a\r\na\r\n"},
		{"a", "a\nb", "a\nb"},
	} {
		if got := string(LikeLines([]byte(c.raw), c.typed)); got != c.want {
			t.Errorf("%q, typed %q: %q, not %q", c.raw, c.typed, got, c.want)
		}
	}
}

func FuzzOnlyWhatWasTypedIsAnotherThanItWas(f *testing.F) {
	f.Add("\uFEFFa\r\nb\rc\n\n", "a\nx\nc\n")
	f.Fuzz(func(t *testing.T, raw, typed string) {
		typed = string(report.Clean([]byte(typed)))
		saved := LikeLines([]byte(raw), typed)
		if got := report.Clean(saved); string(got) != typed {
			t.Errorf("%q over %q reads as %q", typed, raw, got)
		}
		if same := LikeLines([]byte(raw), string(report.Clean([]byte(raw)))); !bytes.Equal(same, []byte(raw)) {
			t.Errorf("%q was saved as %q", raw, same)
		}
	})
}

func TestWhatASaveReplacesAndWritesIsKept(t *testing.T) {
	p, dir := guideWith(t, "yksi\r\n")
	opened := open(t, p)
	saved := save(t, p, Text{Text: "kaksi\n", Version: opened.Version}, monday)
	save(t, p, Text{Text: "kolme\n", Version: saved.Version}, monday.Add(-time.Hour))
	if got := onDisk(t, dir, page); got != "kolme\r\n" {
		t.Errorf("%q", got)
	}
	versions, err := Versions(p, page)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, v := range versions {
		text, err := OpenVersion(p, page, v.Name)
		if err != nil {
			t.Error(err)
		}
		texts = append(texts, text)
	}
	if got := strings.Join(texts, ""); got != "kolme\nkaksi\nyksi\n" {
		t.Errorf("%q of %v", got, versions)
	}
}

func TestAFileThatAnotherProgramSavedMeanwhileStays(t *testing.T) {
	p, dir := guideWith(t, "vanha\n")
	opened := open(t, p)
	write(t, dir, page, "muualla\n")
	now := save(t, p, Text{Text: "oma\n", Version: opened.Version}, monday)
	if now.Text != "muualla\n" || onDisk(t, dir, page) != "muualla\n" {
		t.Errorf("%+v", now)
	}
	versions, _ := Versions(p, page)
	if text, err := OpenVersion(p, page, versions[0].Name); text != "oma\n" {
		t.Errorf("what was typed is lost: %q %v", text, err)
	}
	if now = save(t, p, Text{Text: "molemmat\n", Version: now.Version}, monday); now.Text != "molemmat\n" || onDisk(t, dir, page) != "molemmat\n" {
		t.Errorf("%+v", now)
	}
}

func TestAnUnsavedTextOutlivesTheProgramAndShowsInThePreview(t *testing.T) {
	p, dir := guideWith(t, "vanha\n")
	opened := open(t, p)
	if _, err := Keep(p, page, Text{Text: "kesken", Version: opened.Version}, "", monday); err != nil {
		t.Fatal(err)
	}
	p = guideIn(t, dir)
	if again := open(t, p); again.Text != "vanha\n" || again.Unsaved == nil || again.Unsaved.Text != "kesken" {
		t.Errorf("%+v", again)
	}
	if text, err := fs.ReadFile(Over(p), page); string(text) != "kesken" {
		t.Errorf("%q %v", text, err)
	}
	write(t, dir, page, "muualla\n")
	if text, err := fs.ReadFile(Over(p), page); string(text) != "muualla\n" {
		t.Errorf("an old text hides the file: %q %v", text, err)
	}
	if again := open(t, p); again.Unsaved == nil {
		t.Error("the unsaved text is lost")
	}
	save(t, p, Text{Text: "valmis\n", Version: open(t, p).Version}, monday)
	if again := open(t, p); again.Unsaved != nil {
		t.Errorf("%+v", again.Unsaved)
	}
}

func TestAnUnsavedTextOnAnOlderFileIsAVersionOnceTheFileIsChosen(t *testing.T) {
	p, dir := guideWith(t, "vanha\n")
	if _, err := Keep(p, page, Text{Text: "kesken", Version: open(t, p).Version}, "", monday); err != nil {
		t.Fatal(err)
	}
	write(t, dir, page, "muualla\n")
	// Its author knows of it and takes the text of the file.
	if other, err := Keep(p, page, Text{Text: "muualla\n", Version: open(t, p).Version}, "kesken", monday); err != nil || other {
		t.Error(other, err)
	}
	versions, err := Versions(p, page)
	if err != nil || len(versions) != 1 {
		t.Fatal(versions, err)
	}
	if text, err := OpenVersion(p, page, versions[0].Name); text != "kesken" {
		t.Errorf("%q %v", text, err)
	}
}

func TestASaveSaysWhetherItWroteTheFile(t *testing.T) {
	p, dir := guideWith(t, "vanha\n")
	version := open(t, p).Version
	// What the browser sends may begin with a mark of encoding, which is no text.
	if there, saved, err := Save(p, page, Text{Text: "\uFEFFuusi\n", Version: version}, "", monday); err != nil || !saved || there.Text != "uusi\n" {
		t.Error(there, saved, err)
	}
	write(t, dir, page, "muualla\n")
	if _, saved, err := Save(p, page, Text{Text: "oma\n", Version: version}, "", monday); err != nil || saved {
		t.Error(saved, err)
	}
}

func TestTwoWindowsLoseNothing(t *testing.T) {
	p, _ := guideWith(t, "vanha\n")
	version := open(t, p).Version
	keep := func(text, before string) bool {
		other, err := Keep(p, page, Text{Text: text, Version: version}, before, monday)
		if err != nil {
			t.Fatal(err)
		}
		return other
	}
	if keep("ensimmäinen", "") || keep("ensimmäinen!", "ensimmäinen") {
		t.Error("one window is told of another")
	}
	if !keep("toinen", "") {
		t.Error("the second window isn't told of the first")
	}
	versions, _ := Versions(p, page)
	if text, _ := OpenVersion(p, page, versions[0].Name); text != "ensimmäinen!" {
		t.Errorf("%q", text)
	}
	if keep("vanha\n", "toinen") || open(t, p).Unsaved != nil {
		t.Error("a text that is the file's is kept")
	}
}

func TestOldVersionsStandFartherApart(t *testing.T) {
	var versions []Version
	for hour := range 24 * 200 {
		at := monday.Add(-time.Duration(hour) * 20 * time.Minute)
		versions = append(versions, Version{at.Format(timeForm), at})
	}
	left := len(versions) - len(Limit{}.thinned(versions, monday))
	// A day of three an hour, 29 days of one an hour, 37 days of one a day.
	if want := 73 + 29*24 + 37; left < want-3 || left > want+3 {
		t.Errorf("%d versions are left, not about %d", left, want)
	}
}

func TestNothingButTextsOfTheGuidesOwnCanBeEdited(t *testing.T) {
	p, dir := guideWith(t, "vanha\n")
	version := open(t, p).Version
	write(t, dir, "content/fi/.salaa.md", "x")
	write(t, dir, "content/static/a.svg", "x")
	write(t, dir, "public/config.toml", "x")
	write(t, dir, "content/fi/kuva.md", "\x89PNG\x00")
	outside := filepath.Join(t.TempDir(), "muu.md")
	write(t, filepath.Dir(outside), "muu.md", "muun")
	if err := os.Symlink(outside, filepath.Join(dir, "content/fi/ulos.md")); err != nil {
		t.Skip(err)
	}
	for _, file := range []string{"", "../config.toml", "../x.md", "/etc/passwd", "content/../config.toml", "content/fi/.salaa.md", "content/static/a.svg", "public/config.toml",
		"content/fi/kuva.md", "content/fi", `content\fi\tips.md`, "content/fi/tips.md:x", ".sparrausopas/x.md", "content/fi/tips.md/"} {
		if _, err := Open(p, file); err == nil {
			t.Errorf("%q was opened", file)
		}
		if _, _, err := Save(p, file, Text{Text: "x", Version: version}, "", monday); err == nil {
			t.Errorf("%q was saved", file)
		}
		if _, err := Keep(p, file, Text{Text: "x", Version: version}, "", monday); err == nil {
			t.Errorf("%q was kept", file)
		}
	}
	// What isn't there may have been: it can't be opened, and a text for it is kept
	// but not written.
	for _, file := range []string{"content/fi/ulos.md", "content/fi/ei.md"} {
		if _, err := Open(p, file); err == nil {
			t.Errorf("%q was opened", file)
		}
		if _, saved, _ := Save(p, file, Text{Text: "x", Version: version}, "", monday); saved {
			t.Errorf("%q was saved", file)
		}
	}
	for _, name := range []string{"", "x.md", "../../config.toml", "20261123T120000.000Z-../../../../x.md", `20261123T120000.000Z-..\x.md`} {
		if _, err := OpenVersion(p, page, name); err == nil {
			t.Errorf("version %q was opened", name)
		}
		if _, err := Keep(p, page, Text{Text: "x", Version: name}, "", monday); err == nil {
			t.Errorf("%q was taken for a version", name)
		}
	}
	for _, text := range []string{"a\x00", "a\xff", strings.Repeat("a", Most+1)} {
		if _, _, err := Save(p, page, Text{Text: text, Version: version}, "", monday); err == nil {
			t.Errorf("%.20q was saved", text)
		}
	}
	if onDisk(t, dir, page) != "vanha\n" || onDisk(t, filepath.Dir(outside), "muu.md") != "muun" {
		t.Error("a file is another")
	}
}

func TestASaveKeepsWhatSomebodyElseHasNotSaved(t *testing.T) {
	p, _ := guideWith(t, "vanha\n")
	version := open(t, p).Version
	if _, err := Keep(p, page, Text{Text: "toisen", Version: version}, "", monday); err != nil {
		t.Fatal(err)
	}
	save(t, p, Text{Text: "oma\n", Version: version}, monday)
	var texts []string
	versions, _ := Versions(p, page)
	for _, v := range versions {
		text, _ := OpenVersion(p, page, v.Name)
		texts = append(texts, text)
	}
	if !slices.Contains(texts, "toisen") {
		t.Errorf("%q", texts)
	}
}

func TestWhereNothingCanBeKeptNothingIsLost(t *testing.T) {
	p, dir := guideWith(t, "vanha\n")
	version := open(t, p).Version
	if _, err := Keep(p, page, Text{Text: "kesken", Version: version}, "", monday); err != nil {
		t.Fatal(err)
	}
	full, replace := errors.New("full"), p.Replace
	p.Replace = func(name string, data []byte) error {
		if strings.HasPrefix(name, folder) {
			return full
		}
		return replace(name, data)
	}
	if _, err := Keep(p, page, Text{Text: "kesken vielä", Version: version}, "kesken", monday); !errors.Is(err, full) {
		t.Error(err)
	}
	if _, _, err := Save(p, page, Text{Text: "uusi\n", Version: version}, "kesken", monday); !errors.Is(err, full) {
		t.Error(err)
	}
	if again := open(t, p); again.Text != "vanha\n" || again.Unsaved == nil || again.Unsaved.Text != "kesken" || onDisk(t, dir, page) != "vanha\n" {
		t.Errorf("%+v", again)
	}
}

func TestSettingsAndListsAreTextsToo(t *testing.T) {
	g, dir := guideWith(t, "sivu\n")
	for _, file := range []string{Settings, "content/sources.toml", "content/fi/synonyms.txt"} {
		write(t, dir, file, "vanha = 1\r\n")
		found, err := Open(g, file)
		if err != nil || found.Text != "vanha = 1\n" {
			t.Fatal(file, found, err)
		}
		if _, err := Keep(g, file, Text{Text: "uusi = 2\n", Version: found.Version}, "", monday); err != nil {
			t.Fatal(err)
		}
		shown, err := fs.ReadFile(Over(g), file)
		if isShown := string(shown) == "uusi = 2\n"; err != nil || isShown != (file != Settings) {
			t.Errorf("%s: unsaved text shown: %v %v", file, isShown, err)
		}
		if _, saved, err := Save(g, file, Text{Text: "uusi = 2\n", Version: found.Version}, "uusi = 2\n", monday); !saved || err != nil || onDisk(t, dir, file) != "uusi = 2\r\n" {
			t.Errorf("%s: %v %v %q", file, saved, err, onDisk(t, dir, file))
		}
	}
}

func TestAFileIsNotSavedThatCouldNotBeOpenedAgain(t *testing.T) {
	p, dir := guideWith(t, "a\r\n")
	if _, _, err := Save(p, page, Text{Text: strings.Repeat("a\n", Most/2), Version: open(t, p).Version}, "", monday); err == nil {
		t.Error("it was saved")
	}
	if got := onDisk(t, dir, page); got != "a\r\n" {
		t.Errorf("%.20q", got)
	}
}
