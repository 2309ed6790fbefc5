package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// atFoot is what a page, or an item of a pack, says at the foot of its paper.
var atFoot = regexp.MustCompile(`data-footer=\\?"([^"\\]*)`)

// footOf returns what a file says at the foot of its paper.
func footOf(t *testing.T, files map[string]string, name string) string {
	t.Helper()
	found := atFoot.FindStringSubmatch(files[name])
	if found == nil {
		t.Fatalf("%s says nothing at the foot of its paper: %.200s", name, files[name])
	}
	return found[1]
}

func TestPaperSaysWhatItIsAndNoNameOfAFile(t *testing.T) {
	files := renderPlain(t, "..")
	for name, want := range map[string]string{
		"index.html":             "Sparrausopas · ",
		"fi/malli/lyhyesti.html": "Malli lyhyesti · Sparrausopas · ",
		"fi/tyopohjat/palvelualueen-suunnitelma.html":      "Palvelualueen suunnitelma · Sparrausopas · ",
		"fi/sparraukset/maistiainen-vetajalle.html":        " · Vetäjän ohjelma · Sparrausopas · ",
		"fi/tyopohjat/paketti/sessions/event-1.handout.js": " · Osallistujan ohjelma · Sparrausopas · ",
		"fi/tyopohjat/paketti/worksheets/plan.js":          "Palvelualueen suunnitelma · Sparrausopas · ",
	} {
		if foot := footOf(t, files, name); !strings.Contains(foot, want) || !strings.Contains(foot, ".2026") {
			t.Errorf("%s says %q, not %q", name, foot, want)
		}
	}
	for name, text := range files {
		if found := atFoot.FindStringSubmatch(text); found != nil && strings.Contains(found[1], ".html") {
			t.Errorf("%s says %q", name, found[1])
		}
	}
}

func TestPaperSaysItsAddressOnTheWebAndItsPublisher(t *testing.T) {
	dir := branded(t, "tall.svg", `name = "Esimerkkilä"`)
	config := filepath.Join(dir, "config.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.NewReplacer("# base-url", "base-url", "[publisher]\nname = \"\"", "[publisher]\nname = \"Kunta & väki\"").Replace(string(text))
	if err := os.WriteFile(config, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	files := renderPlain(t, dir)
	for name, want := range map[string]string{
		"index.html":             "https://www.x.fi/sparrausopas/",
		"fi/malli/lyhyesti.html": "https://www.x.fi/sparrausopas/fi/malli/lyhyesti.html",
		"fi/sparraukset/maistiainen-vetajalle.html":        "https://www.x.fi/sparrausopas/fi/sparraukset/maistiainen-vetajalle.html",
		"fi/tyopohjat/paketti/sessions/event-1.handout.js": "https://www.x.fi/sparrausopas/fi/sparraukset/1-miksi-osallisuus-osallistujille.html",
		"fi/tyopohjat/paketti/worksheets/plan.js":          "https://www.x.fi/sparrausopas/fi/tyopohjat/palvelualueen-suunnitelma.html",
	} {
		foot := footOf(t, files, name)
		if !strings.HasSuffix(foot, " · "+want) || !strings.Contains(foot, " · Kunta &amp; väki · ") && !strings.Contains(foot, ` · Kunta `) {
			t.Errorf("%s says %q", name, foot)
		}
	}
}
