package main

import (
	"bytes"
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
	"sparrausopas/generator/project"
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
func newSiteFS(t *testing.T, title string) fstest.MapFS {
	t.Helper()
	files, err := project.NewSite(sparrausopas.Guide(), title, "sparrausopas")
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
	got := output(t, newSiteFS(t, ""))
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
	own, _, err := build.Load(newSiteFS(t, `Kunnan "oma" opas {title}`), build.Settings{})
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
	// A language that waits is called by the guide's own title too.
	for i := range min(len(own.Settings.Waiting), len(common.Settings.Waiting)) {
		own.Settings.Waiting[i].Title = common.Settings.Waiting[i].Title
	}
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

func TestEachSettingThatANewFolderOffersIsKnown(t *testing.T) {
	site, err := project.NewSite(sparrausopas.Guide(), "", "sparrausopas")
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string]map[string][]byte{"site": site, "edition": project.NewEdition("built-in", "Kunnan opas", "sparrausopas")} {
		t.Run(name, func(t *testing.T) {
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
			if _, _, err := build.Make(build.Settings{Dir: dir, BuiltIn: (&console{}).builtIn()}, func(string, []byte) error { return nil }); err != nil {
				t.Error(err)
			}
		})
	}
}
