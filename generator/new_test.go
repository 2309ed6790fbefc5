package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"sparrausopas"
	"sparrausopas/generator/build"
	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// output makes the files of a site of a guide.
func output(t *testing.T, fsys fs.FS) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	var mutex sync.Mutex
	_, _, err := build.Files(fsys, build.Settings{}, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		files[name] = bytes.Clone(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// newSiteFS is a guide of one's own as the command makes it.
func newSiteFS(t *testing.T, title, language string) fstest.MapFS {
	t.Helper()
	files, err := project.NewSite(sparrausopas.Guide(), project.Folder{Title: title, Language: language, Program: "sparrausopas"})
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func TestTheGuideInTheProgramIsTheOneInTheFolder(t *testing.T) {
	if err := fstest.TestFS(sparrausopas.Guide(), "config.toml", "content/fi/_index.md", "themes/opas/base.html"); err != nil {
		t.Error(err)
	}
	for _, folder := range []string{"content", "themes"} {
		err := fs.WalkDir(os.DirFS(".."), folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
				return err
			}
			want, err := os.ReadFile(filepath.Join("..", name))
			if got, _ := fs.ReadFile(sparrausopas.Guide(), name); !bytes.Equal(got, want) {
				t.Errorf("%s isn't the same", name)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestAGuideOfOnesOwnMakesTheSameSiteAsTheCommonOne(t *testing.T) {
	want := output(t, sparrausopas.Guide())
	got := output(t, newSiteFS(t, "", ""))
	id := regexp.MustCompile(`data-guide="[^"]+"|"guide": "[^"]+"`)
	for name, data := range want {
		// Its own id is all that tells it from the common one.
		if !bytes.Equal(id.ReplaceAll(got[name], nil), id.ReplaceAll(data, nil)) && name != "service-worker.js" {
			t.Errorf("%s isn't the same", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("it has %d files, the common one %d", len(got), len(want))
	}
}

func TestAGuideOfOnesOwnHasTheSettingsOfTheCommonOneButItsTitle(t *testing.T) {
	common, _, err := build.Load(sparrausopas.Guide(), build.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	own, _, err := build.Load(newSiteFS(t, `Kunnan "oma" opas {title}`, ""), build.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if own.Settings.Title != `Kunnan "oma" opas {title}` {
		t.Errorf("it is called %s", own.Settings.Title)
	}
	if id := own.Settings.Web.ID; len(id) != 12 || id == common.Settings.Web.ID {
		t.Errorf("its id is %q", id)
	}
	own.Settings.Web.ID = common.Settings.Web.ID
	own.Settings.Title, own.Settings.Languages[0].Title = common.Settings.Title, common.Settings.Title
	if !reflect.DeepEqual(own.Settings, common.Settings) {
		t.Errorf("the settings are\n%+v\nnot\n%+v", own.Settings, common.Settings)
	}
}

func TestAFolderIsMadeWholeOrNotAtAll(t *testing.T) {
	broken := map[string][]byte{"config.toml": []byte("x"), "content": []byte("x"), "content/fi/_index.md": []byte("x")}
	for _, dir := range []string{"there", "new", "new/deep/deeper"} {
		parent := t.TempDir()
		if err := os.Mkdir(filepath.Join(parent, "there"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := project.Make(filepath.Join(parent, dir), broken); err == nil {
			t.Errorf("%s: a file that can't be made is no error", dir)
		}
		var left []string
		err := fs.WalkDir(os.DirFS(parent), ".", func(name string, _ fs.DirEntry, err error) error {
			left = append(left, name)
			return err
		})
		if err != nil || strings.Join(left, " ") != ". there" {
			t.Errorf("%s: left behind are %s (%v)", dir, left, err)
		}
	}
}

// offeredSetting is a setting in a comment that needs only its # taken away.
var offeredSetting = regexp.MustCompile(`(?m)^# (\[\[?[a-z.]+\]\]?$|[a-z-]+ = )`)

// newFolders are the guide and the edition that people begin with, in a language.
func newFolders(t *testing.T, language string) map[string]map[string][]byte {
	t.Helper()
	wanted := project.Folder{Title: "Oma", Language: language, Program: "sparrausopas"}
	site, err := project.NewSite(sparrausopas.Guide(), wanted)
	if err != nil {
		t.Fatal(err)
	}
	edition, err := project.NewEdition(t.TempDir(), content.BuiltIn, (&console{}).builtIn(), wanted)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]map[string][]byte{"site": site, "edition": edition}
}

func TestEachSettingThatANewFolderOffersIsKnown(t *testing.T) {
	for _, language := range report.Languages() {
		for name, files := range newFolders(t, language) {
			t.Run(language+" "+name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), name)
				config := files["config.toml"]
				if files["config.toml"] = offeredSetting.ReplaceAll(config, []byte("$1")); bytes.Equal(files["config.toml"], config) {
					t.Error("it offers nothing")
				}
				logo := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>`
				files["content/static/logo.svg"] = []byte(logo)
				if err := project.Make(dir, files); err != nil {
					t.Fatal(err)
				}
				p, err := project.Open(dir, (&console{}).builtIn())
				if err != nil {
					t.Fatal(err)
				}
				defer p.Close()
				site, _, err := build.Load(p.FS, build.Settings{Layers: p.Layers})
				if err != nil {
					t.Fatal(err)
				}
				if got := site.Settings.Languages; got[0].Tag != language || language != "fi" && len(got) != 1 {
					t.Errorf("its languages are %+v", got)
				}
			})
		}
	}
}

// offeredKey is a setting or a table, be it in a comment.
var offeredKey = regexp.MustCompile(`(?m)^(?:# )?(\[\[?[a-z.]+\]\]?|[a-z-]+ =)`)

func TestANewFolderOffersTheSameSettingsInEachLanguage(t *testing.T) {
	offered := func(config []byte) string {
		keys := fmt.Sprintf("%s", offeredKey.FindAll(config, -1))
		before, rest, _ := strings.Cut(keys, "[[languages]]")
		return strings.ReplaceAll(before+rest[max(strings.Index(rest, "[publisher]"), 0):], "# ", "")
	}
	finnish := newFolders(t, "fi")
	for _, language := range []string{"sv", "en"} {
		for name, files := range newFolders(t, language) {
			if got, want := offered(files["config.toml"]), offered(finnish[name]["config.toml"]); got != want {
				t.Errorf("%s %s: it offers\n%s\nnot\n%s", language, name, got, want)
			}
		}
	}
}
