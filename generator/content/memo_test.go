package content

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/guide"
)

// realGuide is the guide of this project, to be changed.
func realGuide(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../..")
	for _, folder := range []string{ConfigFile, "content", "themes/opas/words"} {
		err := fs.WalkDir(root, folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(root, name)
			files[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// replace changes a file, or fails if there is nothing to change.
func replace(t *testing.T, files fstest.MapFS, name, old, new string) {
	t.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}

// summary is all of a load that pages are made of.
func summary(site *guide.Site, err error) string {
	var out strings.Builder
	fmt.Fprintln(&out, err)
	if site == nil {
		return out.String()
	}
	for _, l := range site.Locales {
		fmt.Fprintln(&out, l.Lexicon)
		for _, p := range l.Pages {
			fmt.Fprintln(&out, p.ID, p.Address, p.Title, p.HTML, p.Headings, p.Beside)
			for _, link := range p.Links {
				fmt.Fprintln(&out, link.To.Address, link.Fragment, link.Offset, l.Page(link.To.ID) == link.To)
			}
			if sheet, ok := p.Detail.(*guide.Worksheet); ok {
				fmt.Fprintln(&out, sheet.Fields)
			}
		}
	}
	return out.String()
}

func TestALoadWithAMemoGivesTheSameAsOneWithout(t *testing.T) {
	files := realGuide(t)
	add := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	memo, before := NewMemo(), ""
	// A step that expects a site changes what is in it, or its problems.
	for _, step := range []struct {
		name   string
		change func()
		noSite bool
	}{
		{name: "the first load", change: func() {}},
		{name: "a text", change: func() {
			replace(t, files, "content/fi/questions/07.md", "\n+++\n", "\n+++\n\nUusi kappale, jossa puhutaan osallisuudesta.\n")
		}},
		{name: "an address", change: func() { replace(t, files, "content/fi/model/_index.md", "slug = \"malli\"", "slug = \"toinen-malli\"") }},
		{name: "a question's title", change: func() { replace(t, files, "content/fi/questions/03.md", "title = \"", "title = \"Aivan uusi ") }},
		{name: "an area's title", change: func() { replace(t, files, "content/fi/questions/own-life.md", "title = \"", "title = \"Aivan uusi ") }},
		{name: "a term's forms", change: func() {
			replace(t, files, "content/fi/glossary/asiakasraati.md", "forms = [", "forms = [\"kappale\", ")
		}},
		{name: "a word of the lexicon", change: func() { replace(t, files, "content/fi/lexicon.tsv", "\naamuna\taamu\n", "\naamuna\tilta\n") }},
		{name: "a link to nowhere", change: func() {
			replace(t, files, "content/fi/questions/07.md", "Uusi kappale", "[Uusi](../model/ei-ole.md) kappale")
		}},
		{name: "a page that it leads to", change: func() { add("content/fi/model/ei-ole.md", "+++\ntitle = \"On sittenkin\"\n+++\n") }},
		{name: "the page gone again", change: func() { delete(files, "content/fi/model/ei-ole.md") }},
		{name: "broken front matter", noSite: true, change: func() { replace(t, files, "content/fi/questions/09.md", "title =", "title") }},
		{name: "mended front matter", change: func() { replace(t, files, "content/fi/questions/09.md", "title", "title =") }},
		{name: "a broken lexicon", change: func() { replace(t, files, "content/fi/lexicon.tsv", "\naamuna\t", "\naamuna ") }},
		{name: "a page left out", change: func() {
			replace(t, files, "content/fi/lexicon.tsv", "\naamuna ", "\naamuna\t")
			replace(t, files, ConfigFile, "themes =", "hide = [\"questions/own-life\"]\nthemes =")
		}},
	} {
		step.change()
		site, err := Load(files, Options{Memo: memo})
		if (site == nil) != step.noSite {
			t.Fatalf("after a change of %s the site is %v:\n%v", step.name, site, err)
		}
		with := summary(site, err)
		if with == before {
			t.Errorf("a change of %s changes nothing", step.name)
		}
		if before = summary(Load(files, Options{})); with != before {
			t.Errorf("after a change of %s they differ", step.name)
		}
		memo.Forget()
	}
}

func TestAMemoForgetsWhatIsNotNeededAnyMore(t *testing.T) {
	memo := NewMemo()
	project := func(text string) fstest.MapFS {
		return fstest.MapFS{
			ConfigFile:                  {Data: []byte("title = \"Opas\"\n[[languages]]\ntag = \"fi\"\n")},
			"themes/opas/words/fi.toml": {Data: []byte("skip = \"Siirry\"\n")},
			"content/fi/_index.md":      {Data: []byte("+++\ntitle = \"" + text + "\"\n+++\n" + text + "\n")},
		}
	}
	for i := range 5 {
		if _, err := Load(project(fmt.Sprint("Etusivu ", i)), Options{Memo: memo}); err != nil {
			t.Fatal(err)
		}
		for old := range i - 1 {
			if _, known := memo.fronts.Find(fmt.Sprintf("title = \"Etusivu %d\"\n", old)); known {
				t.Errorf("after change %d it remembers the text of change %d", i, old)
			}
		}
		if _, known := memo.fronts.Find(fmt.Sprintf("title = \"Etusivu %d\"\n", i)); !known {
			t.Errorf("it doesn't remember the text of change %d", i)
		}
		memo.Forget()
	}
}
