package picture

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestScenesStayAsTheyAre(t *testing.T) {
	for name := range scenes() {
		svg, err := Scene(name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", "scene-"+name+".svg")
		if *update {
			if err := os.WriteFile(file, []byte(svg+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || string(want) != svg+"\n" {
			t.Errorf("%s has changed (%v): look at it, then run with -update", name, err)
		}
	}
}

// TestASceneDecoratesAndHasAllThatItCopies finds that nothing of a scene is
// read aloud, and that each reference in it leads to something of its own.
func TestASceneDecoratesAndHasAllThatItCopies(t *testing.T) {
	ids := map[string]bool{}
	for name := range scenes() {
		svg, err := Scene(name)
		if err != nil {
			t.Fatal(err)
		}
		checkElements(t, name, svg)
		if !strings.HasPrefix(svg, `<svg class="scene" viewBox="0 0 480 320" aria-hidden="true"`) || strings.Contains(svg, "<text") {
			t.Errorf("%s is more than decoration: %.120s", name, svg)
		}
		for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(svg, -1) {
			if ids[id[1]] {
				t.Errorf("%s has the id %s, which stands there already", name, id[1])
			}
			ids[id[1]] = true
		}
		for _, to := range regexp.MustCompile(`#([\w-]+)`).FindAllStringSubmatch(svg, -1) {
			if !ids[to[1]] {
				t.Errorf("%s copies %s, which it doesn't have", name, to[1])
			}
		}
	}
}

func TestAnUnknownSceneIsAnError(t *testing.T) {
	if _, err := Scene("stage"); err == nil || !strings.Contains(err.Error(), `"stage"`) {
		t.Errorf("the error is %v", err)
	}
}
