package content

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// TestEveryKeyThatFormsOfferIsRead writes all keys down on a page of each kind.
func TestEveryKeyThatFormsOfferIsRead(t *testing.T) {
	sample := map[guide.KeyType]string{
		guide.TextKey: `"a"`, guide.ProseKey: `"a"`, guide.NumberKey: "1", guide.TextsKey: `["a"]`, guide.NumbersKey: "[1]", guide.DayKey: "2026-11-29", guide.FlagKey: "false",
	}
	for _, kind := range Kinds() {
		var front, tables string
		for _, key := range Keys(kind.Name) {
			switch {
			case key.Name == "kind":
				front += "kind = \"" + kind.Name + "\"\n"
			case key.Type == guide.TablesKey:
				tables += "[[" + key.Name + "]]\n"
				for _, column := range key.Keys {
					tables += column.Name + " = " + sample[column.Type] + "\n"
				}
			default:
				front += key.Name + " = " + sample[key.Type] + "\n"
			}
		}
		_, err := Load(project(files{"content/fi/a.md": page(front+tables, "")}), Options{})
		for _, p := range problemsOf(err) {
			if strings.HasPrefix(p.Rule, "key-unknown") || strings.HasPrefix(p.Rule, "key-type") || strings.HasPrefix(p.Rule, "syntax") {
				t.Errorf("%s: %v", kind.Name, p)
			}
		}
	}
}

// TestEveryKeyOfTheGuideIsOffered looks through the guide's own pages.
func TestEveryKeyOfTheGuideIsOffered(t *testing.T) {
	fsys := os.DirFS("../..")
	site, err := Load(fsys, Options{})
	if site == nil {
		t.Fatal(err)
	}
	for _, p := range site.Locales[0].Pages {
		text, err := fs.ReadFile(fsys, p.File)
		if err != nil {
			continue
		}
		_, values, err := Front(p.File, string(text))
		if err != nil {
			t.Error(err)
		}
		offers(t, path.Base(p.File), Keys(p.Kind), values)
	}
}

func offers(t *testing.T, file string, keys []guide.Key, values map[string]any) {
	for name, value := range values {
		i := slices.IndexFunc(keys, func(k guide.Key) bool { return k.Name == name })
		if i < 0 {
			t.Errorf("%s: a form doesn't offer %s", file, name)
			continue
		}
		rows, _ := value.([]map[string]any)
		for _, row := range rows {
			offers(t, file, keys[i].Keys, row)
		}
	}
}

func problemsOf(err error) report.Problems {
	problems, _ := err.(report.Problems)
	return problems
}
