//go:build unix

package build

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mostOfThree is how many times the work of the guide's first language the
// whole guide may take: three languages, with the links between them.
const mostOfThree = 3.2

func TestThreeLanguagesTakeAboutThreeTimesOne(t *testing.T) {
	one, three := t.TempDir(), t.TempDir()
	for _, folder := range []string{"content", "originals", "themes"} {
		if err := os.CopyFS(filepath.Join(three, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	for _, folder := range []string{"content/fi", "content/static", "themes"} {
		source := os.DirFS(filepath.Join("../..", folder))
		if _, err := fs.Stat(source, "."); err != nil {
			continue
		}
		if err := os.CopyFS(filepath.Join(one, folder), source); err != nil {
			t.Fatal(err)
		}
	}
	put(t, one, map[string]string{"content/sources.toml": readFile(t, "../../content/sources.toml"), "config.toml": firstLanguage(readFile(t, "../../config.toml"))})
	put(t, three, map[string]string{"config.toml": readFile(t, "../../config.toml")})
	// Other work on the machine makes either dearer: the best of a few pairs
	// behind a first one counts.
	takes(t, one)
	takes(t, three)
	ratio := 99.0
	for range 4 {
		small, whole := takes(t, one), takes(t, three)
		t.Logf("one language takes %v of processor, three %v", small, whole)
		ratio = min(ratio, whole.Seconds()/small.Seconds())
		if ratio < mostOfThree {
			return
		}
	}
	t.Errorf("three languages take %.2f times what one takes, at most %v is meant", ratio, mostOfThree)
}

func readFile(t *testing.T, name string) string {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// firstLanguage leaves one table of languages in the settings of the guide.
func firstLanguage(settings string) string {
	tables := strings.Split(settings, "[[languages]]")
	_, rest, _ := strings.Cut(tables[len(tables)-1], "\n\n")
	return tables[0] + "[[languages]]" + tables[1] + rest
}

// takes returns the processor's time that a build takes.
func takes(t *testing.T, dir string) time.Duration {
	start := processorTime(t)
	if _, _, err := Make(Settings{Dir: dir}, func(string, []byte) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return processorTime(t) - start
}
