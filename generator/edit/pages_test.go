package edit

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const other = "content/fi/other.md"

// moves are changes of three files at once.
func moves() []Change {
	return []Change{{File: page, Remove: true}, {File: other, New: []byte("[a](moved.md)\n")}, {File: "content/fi/moved.md", New: []byte("vanha\n")}}
}

func gone(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return errors.Is(err, os.ErrNotExist)
}

func TestChangesAreMadeTogetherAndCanBeTakenBackByVersions(t *testing.T) {
	g, dir := guideWith(t, "vanha\n")
	write(t, dir, other, "[a](tips.md)\r\n")
	if err := Apply(g, moves(), monday); err != nil {
		t.Fatal(err)
	}
	if !gone(dir, page) || onDisk(t, dir, other) != "[a](moved.md)\n" || onDisk(t, dir, "content/fi/moved.md") != "vanha\n" || !gone(dir, journal) {
		t.Error("not all was done")
	}
	for file, count := range map[string]int{page: 1, other: 2, "content/fi/moved.md": 1} {
		if versions, err := Versions(g, file); len(versions) != count || err != nil {
			t.Errorf("%s: %v %v", file, versions, err)
		}
	}
}

// TestWhateverFailsNothingIsHalfDone lets each write and removal fail, and the
// program stop there.
func TestWhateverFailsNothingIsHalfDone(t *testing.T) {
	for at := range 30 {
		for _, stops := range []bool{false, true} {
			g, dir := guideWith(t, "vanha\n")
			write(t, dir, other, "[a](tips.md)\r\n")
			whole, calls, full := g, 0, errors.New("full")
			fails := func() bool { calls++; return calls-1 == at || stops && calls-1 > at }
			g.Replace = func(name string, data []byte) error {
				if fails() {
					return full
				}
				return whole.Replace(name, data)
			}
			g.Remove = func(name string) error {
				if fails() {
					return full
				}
				return whole.Remove(name)
			}
			err := Apply(g, moves(), monday)
			if err == nil && calls <= at {
				continue
			}
			if err := Recover(whole); err != nil {
				t.Fatal(err)
			}
			undone := onDisk(t, dir, page) == "vanha\n" && onDisk(t, dir, other) == "[a](tips.md)\r\n" && gone(dir, "content/fi/moved.md")
			if !undone || !gone(dir, journal) {
				t.Errorf("call %d, stopped %v: %v", at, stops, err)
			}
			if err := Apply(whole, moves(), monday.Add(time.Hour)); err != nil || !gone(dir, page) {
				t.Errorf("call %d: it can't be done again: %v", at, err)
			}
		}
	}
}

func TestWhatSomebodyElseSavedMeanwhileIsNotTakenBack(t *testing.T) {
	g, dir := guideWith(t, "vanha\n")
	write(t, dir, other, "[a](tips.md)\n")
	whole := g
	g.Remove = func(string) error { write(t, dir, other, "muun\n"); return errors.New("stopped") }
	if err := Apply(g, moves(), monday); err == nil {
		t.Fatal("nothing failed")
	}
	if err := Recover(whole); err != nil || onDisk(t, dir, other) != "muun\n" || onDisk(t, dir, page) != "vanha\n" {
		t.Error(err, onDisk(t, dir, other))
	}
}

func TestNothingIsDoneToATextThatIsNotSaved(t *testing.T) {
	g, dir := guideWith(t, "vanha\n")
	write(t, dir, other, "[a](tips.md)\n")
	if _, err := Keep(g, page, Text{Text: "kesken", Version: open(t, g).Version}, "", monday); err != nil {
		t.Fatal(err)
	}
	if err := Apply(g, moves(), monday); err == nil || gone(dir, page) || onDisk(t, dir, other) != "[a](tips.md)\n" {
		t.Error(err)
	}
	for _, name := range []string{"../x.md", "content/fi/.x.md", ".sparrausopas/x.md", `content\x.md`, "/etc/x.md", ""} {
		if err := Apply(g, []Change{{File: name, New: []byte("x")}}, monday); err == nil {
			t.Errorf("%q was written", name)
		}
	}
}

func TestADeletedPageIsListedWithItsLastText(t *testing.T) {
	g, dir := guideWith(t, "vanha\n")
	write(t, dir, other, "muu\n")
	if err := Apply(g, []Change{{File: page, Remove: true}}, monday); err != nil {
		t.Fatal(err)
	}
	if err := Apply(g, []Change{{File: other, Remove: true}, {File: "content/fi/there.md", New: []byte("x")}}, monday.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	list, err := DeletedOf(g)
	if err != nil || len(list) != 2 || list[0].File != other || string(list[1].Raw) != "vanha\n" {
		t.Error(list, err)
	}
	if err := Follow(g, page, "content/fi/there.md"); err != nil {
		t.Fatal(err)
	}
	if versions, _ := Versions(g, "content/fi/there.md"); len(versions) != 2 {
		t.Error(versions)
	}
	if list, err = DeletedOf(g); err != nil || len(list) != 1 {
		t.Error(list, err)
	}
}

func TestAFileThatVanishedCanBeMadeAgainOfItsText(t *testing.T) {
	g, dir := guideWith(t, "vanha\n")
	opened := open(t, g)
	if err := os.Remove(filepath.Join(dir, page)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(g, page); err == nil {
		t.Error("nothing was opened")
	}
	if _, err := Keep(g, page, Text{Text: "kesken", Version: opened.Version}, "", monday); err != nil {
		t.Fatal(err)
	}
	there, saved, err := Save(g, page, Text{Text: "oma\n", Version: opened.Version}, "kesken", monday)
	if err != nil || saved || !there.Gone || there.Text != "" || !gone(dir, page) {
		t.Error(there, saved, err)
	}
	if again := open(t, g); again.Unsaved == nil || again.Unsaved.Text != "kesken" || !again.Gone {
		t.Errorf("%+v", again)
	}
	if _, saved, err = Save(g, page, Text{Text: "oma\n", Version: there.Version}, "kesken", monday); err != nil || !saved || onDisk(t, dir, page) != "oma\n" {
		t.Error(saved, err)
	}
}

func TestVersionsHaveTheLimitOfTheGuide(t *testing.T) {
	var versions []Version
	for hour := range 100 {
		at := monday.Add(-time.Duration(hour+1) * 24 * time.Hour)
		versions = append(versions, Version{at.Format(timeForm), at})
	}
	const day = 24 * time.Hour
	for limit, want := range map[Limit]int{{}: 100, {Most: 10}: 9, {Most: 1}: 1, {Keep: 20 * day}: 20, {Most: 5, Keep: 3 * day}: 3, {Most: 2, Keep: time.Hour}: 1} {
		if left := len(versions) - len(limit.thinned(versions, monday)); left != want {
			t.Errorf("%+v: %d are left, not %d", limit, left, want)
		}
	}
	g, _ := guideWith(t, "vanha\n")
	g.Limit = Limit{Most: 3}
	for i := range 6 {
		save(t, g, Text{Text: strings.Repeat("x", i+1), Version: open(t, g).Version}, monday.Add(time.Duration(i)*time.Minute))
	}
	if list, _ := Versions(g, page); len(list) != 3 {
		t.Error(list)
	}
}
