package content

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// listed returns what becomes of the files of a project, one a line.
func listed(t *testing.T, changed files, options Options) []string {
	t.Helper()
	var lines []string
	for _, f := range List(project(changed), options) {
		lines = append(lines, strings.Join(strings.Fields(fmt.Sprint(f.Path, " ", f.State, " ", f.Title, " ", f.Address, " ", f.Because)), " "))
	}
	return lines
}

func TestEachFileOfTheContentIsListedWithWhatBecomesOfIt(t *testing.T) {
	all := files{
		"config.toml":                "title = \"Opas\"\nthemes = [\"theme\"]\nhide = [\"h\"]\n[[languages]]\ntag = \"fi\"\n[[languages]]\ntag = \"sv\"\n",
		"theme/words/sv.toml":        "skip = \"Till innehållet\"\n",
		"content/sv/_index.md":       page(`title = "Hem"`, ""),
		"content/sv/b.md":            page(`title = "B"`, ""),
		"content/fi/b.md":            page(`title = "Toinen"`, ""),
		"content/fi/a.md":            page("title = \"Luonnos\"\ndraft = true", ""),
		"content/fi/h.md":            page(`title = "Piilo"`, ""),
		"content/fi/q/_index.md":     page("title = \"Kysymykset\"\ndraft = true", ""),
		"content/fi/q/01.md":         page(`title = "Yksi"`, ""),
		"content/fi/r/01.md":         page(`title = "Irti"`, ""),
		"content/fi/x.md":            page(`titel = "Rikki"`, ""),
		"content/fi/Ä.md":            page(`title = "Ä"`, ""),
		"content/fi/ohje.docx":       "PK",
		"content/fi/.x.md":           "",
		"content/.git/config":        "",
		"content/fi/synonyms.txt":    "a = b\n",
		"content/sources.toml":       "[a]\ntitle = \"A\"\npublisher = \"B\"\n",
		"content/static/kuva.png":    "",
		"content/static/.DS_Store":   "",
		"content/en/_index.md":       page(`title = "Home"`, ""),
		"content/fi/local/b.md":      "Meillä.\n",
		"content/static/.well-known": "",
		"content/static/.env":        "",
	}
	got := listed(t, all, Options{})
	want := []string{
		"content/fi/.x.md unseen",
		"content/fi/_index.md published Etusivu index.html",
		"content/fi/a.md draft Luonnos",
		"content/fi/b.md published Toinen fi/b.html",
		"content/fi/h.md hidden",
		"content/fi/local/b.md shown content/fi/b.md",
		"content/fi/ohje.docx no-page",
		"content/fi/q/01.md section-draft Yksi content/fi/q/_index.md",
		"content/fi/q/_index.md draft Kysymykset",
		"content/fi/r/01.md no-section Irti content/fi/r/_index.md",
		"content/fi/synonyms.txt data",
		"content/fi/x.md broken fi/x.html",
		"content/fi/Ä.md bad-name",
		"content/sv/_index.md published Hem sv/index.html",
		"content/sv/b.md published B sv/b.html",
		"content/sv/r/01.md untranslated Irti content/fi/r/01.md",
		"content/sv/x.md untranslated sv/x.html content/fi/x.md",
		"content/.git/ unseen",
		"content/en/_index.md no-language",
		"content/sources.toml data",
		"content/static/.DS_Store left-over",
		"content/static/.env unseen",
		"content/static/.well-known copied .well-known",
		"content/static/kuva.png copied kuva.png",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestAFileThatIsNotReadIsListedWithTheTrueReason(t *testing.T) {
	own := page(`title = "A"`, "")
	all := project(files{
		"content/fi/a.md": own, "content/fi/a/_index.md": own, "content/fi/local/a.md": "x", "content/fi/local/a/_index.md": "x",
		"content/fi/ä.md": own, "content/fi/pipe.md": own,
	})
	all["content/fi/pipe.md"].Mode = fs.ModeNamedPipe
	got := map[string]File{}
	for _, f := range List(all, Options{}) {
		got[f.Path] = f
	}
	for name, want := range map[string]File{
		"content/fi/a.md":              {State: Twice, Because: "content/fi/a/_index.md"},
		"content/fi/local/a/_index.md": {State: Twice, Because: "content/fi/local/a.md"},
		"content/fi/ä.md":              {State: BadName},
		"content/fi/pipe.md":           {State: Broken},
	} {
		if f := got[name]; f.State != want.State || f.Because != want.Because || f.Problems != 1 {
			t.Errorf("%s: got %+v", name, f)
		}
	}
}

func TestDraftsThatAreWantedAreListedAsPages(t *testing.T) {
	got := listed(t, files{"content/fi/a.md": page("title = \"Luonnos\"\ndraft = true", "")}, Options{Drafts: true})
	if want := "content/fi/a.md published Luonnos fi/a.html"; !slices.Contains(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestFilesAreListedWithoutSettingsAndWithoutAHomePage(t *testing.T) {
	if got := listed(t, files{"config.toml": "x"}, Options{}); !slices.Contains(got, "content/fi/_index.md no-settings config.toml") {
		t.Errorf("without settings: %q", got)
	}
	got := listed(t, files{"content/fi/_index.md": "x", "content/fi/a.md": page(`title = "A"`, "")}, Options{})
	if want := []string{"content/fi/_index.md broken", "content/fi/a.md no-home A content/fi/_index.md"}; !slices.Equal(got, want) {
		t.Errorf("without a home page: %q", got)
	}
}
