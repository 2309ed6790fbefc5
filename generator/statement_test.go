package main

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/build"
	"sparrausopas/generator/theme"
)

// changedFS is a folder with one file changed.
type changedFS struct {
	fs.FS
	name, text string
}

func (c changedFS) Open(name string) (fs.File, error) {
	if name == c.name {
		return fstest.MapFS{name: {Data: []byte(c.text)}}.Open(name)
	}
	return c.FS.Open(name)
}

// statementOf makes the guide with other settings of accessibility, and gives
// the text of its statement.
func statementOf(t *testing.T, keys string) string {
	t.Helper()
	folder := os.DirFS("..")
	text, err := fs.ReadFile(folder, "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(text), "[accessibility]\n")
	_, after, ends := strings.Cut(after, "[contract]\n")
	if !found || !ends {
		t.Fatal("config.toml has no [accessibility] before [contract]")
	}
	fsys := changedFS{folder, "config.toml", before + "[accessibility]\n" + keys + "[contract]\n" + after}
	site, _, err := build.Load(fsys, build.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{Settings: site.Settings})
	if err != nil {
		t.Fatal(err)
	}
	page := site.Locales[0].Page("info/accessibility")
	var html string
	err = look.Render(site, nil, func(name string, data []byte) error {
		if name == page.Address {
			html = string(data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("\u00ad", "", "\n", " ").Replace(html)
}

func TestTheStatementSaysWhatTheLawAsksFor(t *testing.T) {
	html := statementOf(t, `reviewed = 2026-11-21
status = "partial"
method = "expert"
email = "esteet@example.fi"
form = "https://example.fi/palaute"
phone = "000 000"
[[accessibility.faults]]
what = "Kuvassa <b> ei ole tekstiä."
criterion = "1.1.1"
until = 2027-06-30
[[accessibility.faults]]
what = "Vanha liite."
reason = "outside"
[[accessibility.faults]]
what = "Pitkä taulukko."
reason = "burden"
`)
	for part, want := range map[string]string{
		"what it covers":       "Seloste koskee tätä opasta",
		"the law":              "(306/2019)",
		"how far":              "täyttää saavutettavuusvaatimukset osittain",
		"a fault":              "<p>Kuvassa &lt;b&gt; ei ole tekstiä.</p> <p>Kohta ei täytä vaatimusta. WCAG-ohjeiston kriteeri 1.1.1. Korjataan viimeistään <time datetime=\"2027-06-30\">30.6.2027</time>.</p>",
		"what isn't asked for": "Laki ei edellytä, että kohta on saavutettava.",
		"a burden":             "kohtuuton rasite",
		"how it was found out": "ulkopuolisen asiantuntijan arvioon",
		"when":                 `viimeksi <time datetime="2026-11-21">21.11.2026</time>`,
		"mail":                 `<a href="mailto:esteet@example.fi">`,
		"a form":               `<a href="https://example.fi/palaute">Palautelomake</a>`,
		"a telephone":          "000 000",
		"the time to answer":   "14 päivän kuluessa",
		"a complaint":          "saavutettavuuskantelun",
		"the supervisor":       "Liikenne- ja viestintävirasto Traficom",
		"its site":             `href="https://www.saavutettavuusvaatimukset.fi"`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("%s: the statement lacks %q", part, want)
		}
	}
}

func TestWhatTheStatementLacksIsSaidPlainly(t *testing.T) {
	html := statementOf(t, "")
	for _, want := range []string{
		"Opas ei vielä täytä saavutettavuusvaatimuksia.", "Julkaisija ei ole vielä merkinnyt päivää", "Julkaisija ei ole vielä merkinnyt yhteystietoa",
		"miten saavutettavuus on arvioitu", "Yksittäisiä puutteita ei ole vielä tiedossa.",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the statement lacks %q", want)
		}
	}
	if strings.Contains(html, "viimeksi") || strings.Contains(html, "0001") {
		t.Error("the statement names a day that it doesn't know")
	}
}
