package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// branded copies the guide of this project into a folder and gives it a brand.
func branded(t *testing.T, logo string, lines ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"content", "themes"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("..", name))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile("../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	picture, err := os.ReadFile(filepath.Join("testdata/brand", logo))
	if err != nil {
		t.Fatal(err)
	}
	config = append(config, "\n[brand]\nlogo = \"content/static/"+logo+"\"\n"+strings.Join(lines, "\n")+"\n"...)
	if err := os.MkdirAll(filepath.Join(dir, "content/static"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"config.toml": config, "content/static/" + logo: picture} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestABrandIsOnEveryPageOfTheGuide(t *testing.T) {
	dir := branded(t, "tall.svg", `name = "Esimerkkilän <kunta>"`, `colour = "#7a1f3d"`)
	files := renderPlain(t, dir)
	pages := 0
	// What a print is of stands in an attribute, too.
	asked := regexp.MustCompile(`data-municipality="[^"]*"`)
	style := regexp.MustCompile(`href="([./]*)(assets/opas-\w+\.css)"`)
	for name, text := range files {
		if !strings.HasSuffix(name, ".html") || !strings.Contains(text, `class="site-header"`) {
			continue
		}
		pages++
		up := strings.Repeat("../", strings.Count(name, "/"))
		if !strings.Contains(text, `<img src="`+up+`tall.svg" alt="" width="86" height="150">`) {
			t.Errorf("%s has no logo", name)
		}
		if strings.Contains(text, "<kunta>") || strings.Count(asked.ReplaceAllString(text, ""), "&lt;kunta&gt;") != 2 {
			t.Errorf("%s doesn't show the name in its header and its footer", name)
		}
		linked := style.FindStringSubmatch(text)
		if linked == nil || !strings.Contains(files[linked[2]], "--accent: #7a1f3d; --link: #7a1f3d; --on-accent: #ffffff;") {
			t.Errorf("%s has no style with the brand's colour", name)
		}
	}
	if pages < 50 {
		t.Errorf("only %d pages are looked at", pages)
	}
	if again := renderPlain(t, dir); !maps.Equal(files, again) {
		t.Error("the second time the site is another")
	}
}

func TestALogoWithTheNameInItSaysIt(t *testing.T) {
	home := renderPlain(t, branded(t, "wide.svg", `name = "Esimerkkilän kunta"`, "name-in-logo = true"))["index.html"]
	if !strings.Contains(home, `<img src="wide.svg" alt="Esimerkkilän kunta" width="350" height="90">`) || strings.Contains(home, "<span>Esimerkkilän") {
		t.Errorf("the home page is\n%.3000s", home)
	}
}

func TestWithoutABrandThereIsNoTraceOfOne(t *testing.T) {
	for name, text := range renderPlain(t, "..") {
		if strings.HasSuffix(name, ".html") && (strings.Contains(text, `class="brand"`) || strings.Contains(text, "assets/brand-")) {
			t.Errorf("%s has a brand", name)
		}
	}
}
