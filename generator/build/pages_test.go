package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// editorOf copies the guide of this project and opens it for an author.
func editorOf(t *testing.T) (*previews, string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"content", "originals", "themes"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	// Two languages are as good as three here.
	fewer, rest, _ := strings.Cut(string(config), "[[languages]]\ntag = \"en\"")
	_, rest, _ = strings.Cut(rest, "\n\n")
	writeIn(t, dir, "config.toml", fewer+rest)
	if err := os.RemoveAll(filepath.Join(dir, "content/en")); err != nil {
		t.Fatal(err)
	}
	return opened(t, dir, dir), dir
}

// opened opens the guide in a folder; that in another one is the one in the program.
func opened(t *testing.T, dir, base string) *previews {
	t.Helper()
	builtIn := content.Layer{Name: "built-in", FS: os.DirFS(base)}
	ps, err := newPreviews(Settings{Dir: dir, BuiltIn: builtIn, Drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func writeIn(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func textIn(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

// do shows what an act would change and then does it.
func do(t *testing.T, ps *previews, asked serve.Pages) serve.PagesDone {
	t.Helper()
	plan, err := ps.pages(asked)
	if err != nil || plan.Done {
		t.Fatalf("%+v: %v", asked, err)
	}
	asked.Plan = plan.Plan
	done, err := ps.pages(asked)
	if err != nil || !done.Done || fmt.Sprint(done.Changes, done.Links) != fmt.Sprint(plan.Changes, plan.Links) {
		t.Fatalf("%+v: %v %v", asked, done.Changes, err)
	}
	return done
}

// seenBy is what readers see of a guide, and what is wrong with it.
func seenBy(t *testing.T, ps *previews) (site *guide.Site, problems report.Problems) {
	t.Helper()
	p, err := ps.settings.open()
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	s := ps.settings
	s.Drafts, s.Layers, s.Memo = false, p.Layers, content.NewMemo()
	site, warnings, err := Load(p.FS, s)
	faults, _ := err.(report.Problems)
	return site, slices.Concat(faults, warnings)
}

func told(problems report.Problems) map[string]bool {
	list := map[string]bool{}
	for _, p := range problems {
		list[fmt.Sprint(p.Place.File, p.Rule, p.Values)] = true
	}
	return list
}

// TestAfterEachActTheGuideIsAsSoundAsThePlanSaid does things to pages of all
// kinds, one after the other: nothing is wrong that wasn't before and that the plan
// didn't name, and each old address leads on.
func TestAfterEachActTheGuideIsAsSoundAsThePlanSaid(t *testing.T) {
	ps, _ := editorOf(t)
	site, known := seenBy(t, ps)
	check := func(what string, done serve.PagesDone) {
		t.Helper()
		for i, p := range known {
			for _, c := range done.Changes {
				if c.Do == "moved" && c.File == p.Place.File {
					known[i].Place.File = c.To
				}
			}
		}
		before := told(append(known, done.Problems...))
		var now *guide.Site
		if now, known = seenBy(t, ps); now == nil {
			t.Fatalf("%s: %v", what, known)
		}
		for _, p := range known {
			if !before[fmt.Sprint(p.Place.File, p.Rule, p.Values)] {
				t.Errorf("%s: %s %s %v isn't in the plan", what, p.Place, p.Rule, p.Values)
			}
		}
		leads := map[string]bool{}
		for _, l := range now.Locales {
			for _, p := range l.Pages {
				leads[p.Address] = true
				for _, alias := range p.Aliases {
					leads[alias] = true
				}
			}
		}
		for _, l := range site.Locales {
			for _, p := range l.Pages {
				if !leads[p.Address] {
					t.Errorf("%s: %s leads nowhere", what, p.Address)
				}
			}
		}
		site = now
	}
	for i, p := range slices.Clone(site.Locales[0].Pages) {
		if i%80 != 3 || p.File == "" || p.Parent == nil {
			continue
		}
		file := p.File
		done := do(t, ps, serve.Pages{Do: "rename", File: file, Title: p.Title, Slug: "uusi-" + fmt.Sprint(i)})
		check("rename "+file, done)
		if len(done.Problems) > 0 {
			t.Errorf("rename %s: %v", file, done.Problems)
		}
		to := "info"
		if strings.HasPrefix(p.ID, "info") {
			to = "model"
		}
		done = do(t, ps, serve.Pages{Do: "move", File: file, Section: to})
		check("move "+file, done)
		file = done.Next.File
		if len(p.Children) > 0 {
			continue
		}
		done = do(t, ps, serve.Pages{Do: "delete", File: file, Plain: true})
		check("delete "+file, done)
	}
}

// problemless fails if a plan names a problem.
func problemless(t *testing.T, done serve.PagesDone) {
	t.Helper()
	for _, p := range done.Problems {
		t.Errorf("%s %s %v", p.Place, p.Rule, p.Values)
	}
}

func TestAPageThatMovesTakesAllAlong(t *testing.T) {
	ps, dir := editorOf(t)
	writeIn(t, dir, "content/fi/local/model/tips.md", "Katsokaa [ohjeet](../../model/tips.md).\n")
	done := do(t, ps, serve.Pages{Do: "move", File: "content/fi/model/tips.md", Section: "info"})
	problemless(t, done)
	if done.Next.File != "content/fi/info/tips.md" || len(done.Links) == 0 || done.Next.To == "" {
		t.Errorf("%+v", done)
	}
	for _, language := range []string{"fi", "sv"} {
		text := textIn(t, dir, "content/"+language+"/info/tips.md")
		if !strings.Contains(text, "\nid = \"model/tips\"\n") || !strings.Contains(text, "\naliases = [\"") {
			t.Errorf("%s: %s", language, text[:300])
		}
	}
	if text := textIn(t, dir, "content/fi/local/info/tips.md"); text != "Katsokaa [ohjeet](../../info/tips.md).\n" {
		t.Error(text)
	}
	back := do(t, ps, serve.Pages{Do: "move", File: "content/fi/info/tips.md", Section: "model"})
	problemless(t, back)
}

func TestWhatWasDeletedComesBack(t *testing.T) {
	ps, dir := editorOf(t)
	const file = "content/fi/model/funding.md"
	before := textIn(t, dir, file)
	plan, err := ps.pages(serve.Pages{Do: "delete", File: file})
	if err != nil || len(plan.Problems) == 0 {
		t.Errorf("links that lead nowhere aren't told of: %v", err)
	}
	done := do(t, ps, serve.Pages{Do: "delete", File: file, Plain: true})
	if len(done.Changes) < 3 || len(done.Links) == 0 {
		t.Errorf("%+v", done.Changes)
	}
	list, err := ps.pages(serve.Pages{Do: "deleted"})
	if err != nil || len(list.Deleted) != 1 || list.Deleted[0].ID != "model/funding" {
		t.Fatalf("%+v %v", list.Deleted, err)
	}
	done = do(t, ps, serve.Pages{Do: "restore", ID: "model/funding"})
	problemless(t, done)
	if textIn(t, dir, file) != before || textIn(t, dir, "content/sv/model/funding.md") == "" {
		t.Error("it isn't what it was")
	}
}

func TestNewPagesAndTheirOrder(t *testing.T) {
	ps, dir := editorOf(t)
	done := do(t, ps, serve.Pages{Do: "new", Kind: "page", Title: "Omat vinkkimme", Section: "model"})
	problemless(t, done)
	for _, language := range []string{"fi", "sv"} {
		if text := textIn(t, dir, "content/"+language+"/model/omat-vinkkimme.md"); !strings.Contains(text, "draft = true") {
			t.Errorf("%s: %s", language, text)
		}
	}
	if _, err := ps.pages(serve.Pages{Do: "new", Kind: "page", Title: "model/Omat vinkkimme", Section: "info/../.."}); err == nil {
		t.Error("a page was begun outside")
	}
	facts, err := ps.pages(serve.Pages{Do: "page", File: done.Next.File})
	if err != nil || facts.Page.Section != "model" || !slices.Contains(facts.Page.Acts, "move") {
		t.Fatalf("%+v %v", facts.Page, err)
	}
	for place := range 3 {
		do(t, ps, serve.Pages{Do: "order", File: done.Next.File, Place: place})
		facts, err = ps.pages(serve.Pages{Do: "page", File: done.Next.File})
		if err != nil || facts.Page.Siblings[place].Value != "model/omat-vinkkimme" {
			t.Errorf("place %d: %v %v", place, facts.Page.Siblings, err)
		}
	}
}

func TestATopicThatIsRenamedIsCalledSoByItsPages(t *testing.T) {
	ps, _ := editorOf(t)
	site, _ := seenBy(t, ps)
	topic := site.Locales[0].Topics()[0]
	done := do(t, ps, serve.Pages{Do: "rename", File: topic.File, Title: "Kokonaan uusi aihe", Slug: strings.TrimSuffix(filepath.Base(topic.Address), ".html")})
	for _, p := range done.Problems {
		if p.Rule == "unknown-topic" {
			t.Error(p)
		}
	}
	if site, _ = seenBy(t, ps); len(site.Locales[0].Page(topic.ID).Detail.(*guide.Topic).Pages) != len(topic.Pages) {
		t.Error("pages have lost their topic")
	}
}

func TestWhatChangedSinceItWasShownIsNotDone(t *testing.T) {
	ps, dir := editorOf(t)
	asked := serve.Pages{Do: "delete", File: "content/fi/model/tips.md", Plain: true}
	plan, err := ps.pages(asked)
	if err != nil {
		t.Fatal(err)
	}
	writeIn(t, dir, plan.Links[0].File, textIn(t, dir, plan.Links[0].File)+"\nUutta.\n")
	asked.Plan = plan.Plan
	if done, err := ps.pages(asked); err != nil || done.Done || done.Plan == plan.Plan || textIn(t, dir, asked.File) == "" {
		t.Error(done.Done, err)
	}
	for _, asked := range []serve.Pages{
		{Do: "delete", File: "content/fi/_index.md"}, {Do: "delete", File: "content/fi/model/_index.md"}, {Do: "delete", File: "../x.md"}, {Do: "delete"},
		{Do: "move", File: "content/fi/model/_index.md", Section: "model"}, {Do: "move", File: "content/fi/model/tips.md", Section: "x"}, {Do: "rename", File: "content/fi/model/tips.md"},
		{Do: "hide", File: "content/fi/model/tips.md"}, {Do: "take", File: "content/fi/model/tips.md"}, {Do: "restore", ID: "model/tips"}, {Do: "burn", File: "content/fi/model/tips.md"}, {Do: "new", Kind: "page"},
	} {
		if done, err := ps.pages(asked); err == nil {
			t.Errorf("%+v: %+v", asked, done)
		}
	}
}

func TestAnEditionHidesTakesAndAddsToCommonPages(t *testing.T) {
	_, base := editorOf(t)
	dir := t.TempDir()
	const config = "base = \"built-in\" # yhteinen\ntitle = \"Pienelä\"\nid = \"x1\"\n\n[brand]\nname = \"Pienelä\"\n"
	writeIn(t, dir, "config.toml", config)
	writeIn(t, dir, "content/fi/local/LUE.txt", "")
	ps := opened(t, dir, base)
	ps.taken = func(p *project.Project, file string) (map[string][]byte, error) {
		raw, err := p.Read(file)
		return map[string][]byte{file: raw, "base.sum": []byte("x")}, err
	}
	const tips, funding = "content/fi/model/tips.md", "content/fi/model/funding.md"
	facts, err := ps.pages(serve.Pages{Do: "page", File: tips})
	if err != nil || !slices.Equal(facts.Page.Acts, []string{"new", "take", "hide", "local"}) {
		t.Fatalf("%+v %v", facts.Page, err)
	}
	do(t, ps, serve.Pages{Do: "hide", File: funding})
	if got := textIn(t, dir, "config.toml"); got != strings.Replace(config, "id = \"x1\"\n", "id = \"x1\"\nhide = [\"model/funding\"]\n", 1) {
		t.Error(got)
	}
	list, err := ps.pages(serve.Pages{Do: "deleted"})
	if err != nil || len(list.Deleted) != 1 || list.Deleted[0].Time != nil {
		t.Errorf("%+v %v", list.Deleted, err)
	}
	do(t, ps, serve.Pages{Do: "restore", ID: "model/funding"})
	if got := textIn(t, dir, "config.toml"); got != config {
		t.Error(got)
	}
	local := do(t, ps, serve.Pages{Do: "local", File: tips})
	if problemless(t, local); textIn(t, dir, "content/fi/local/model/tips.md") == "" || local.Next.To == "" {
		t.Errorf("%+v", local)
	}
	do(t, ps, serve.Pages{Do: "take", File: tips})
	if textIn(t, dir, tips) != textIn(t, "../..", tips) {
		t.Error("the page isn't taken")
	}
	for _, asked := range []serve.Pages{{Do: "move", File: tips, Section: "info"}, {Do: "move", File: funding, Section: "info"}, {Do: "rename", File: funding, Title: "x"}, {Do: "delete", File: funding}} {
		if done, err := ps.pages(asked); err == nil {
			t.Errorf("%+v: %+v", asked, done)
		}
	}
	do(t, ps, serve.Pages{Do: "rename", File: tips, Title: "Omat vinkit", Slug: "vinkit"})
	given := do(t, ps, serve.Pages{Do: "delete", File: tips})
	if _, err := os.Stat(filepath.Join(dir, tips)); err == nil || len(given.Notes) == 0 {
		t.Error("the common page isn't back")
	}
}
