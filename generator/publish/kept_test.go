package publish

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// version is a site of a page that names a file, whose name changes with it.
func version(number string) site {
	return site{"index.html": strings.Repeat("page ", 10) + number, "a-" + number + ".js": "script " + number}
}

// keepFor keeps scripts for a time.
func keepFor(limit time.Duration, now time.Time, inPlace bool) Options {
	return Options{InPlace: inPlace, Now: now, Keep: func(name string, ago time.Duration) bool { return strings.HasSuffix(name, ".js") && ago <= limit }}
}

func TestFilesOfEarlierSitesAreKeptForATime(t *testing.T) {
	for _, inPlace := range []bool{false, true} {
		out := filepath.Join(t.TempDir(), "public")
		now := time.Date(2026, time.November, 29, 12, 0, 0, 0, time.UTC)
		publish := func(number string, later time.Duration) (Result, error) {
			now = now.Add(later)
			return Write(out, keepFor(48*time.Hour, now, inPlace), version(number).render)
		}
		for _, step := range []struct {
			number string
			later  time.Duration
			want   string // the versions whose scripts are there
		}{{"1", 0, "1"}, {"2", time.Hour, "12"}, {"3", time.Hour, "123"}, {"3", 47 * time.Hour, "123"}, {"3", time.Minute, "23"}, {"4", 200 * time.Hour, "34"}, {"1", 0, "134"}} {
			result, err := publish(step.number, step.later)
			if err != nil || result.Files != 2 {
				t.Fatalf("%+v, %v", result, err)
			}
			want := version(step.number)
			for number := range strings.SplitSeq(step.want, "") {
				want["a-"+number+".js"] = "script " + number
			}
			wantSite(t, out, want)
		}
		// Without the wish they go.
		version("5").write(t, out)
		wantSite(t, out, version("5"))
	}
}

func TestNoMoreIsKeptThanTheSiteHas(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	now := time.Date(2026, time.November, 29, 12, 0, 0, 0, time.UTC)
	// Each site has 59 bytes, each script 8: the sixth to the twelfth are kept.
	for number := 'a'; number <= 'z'; number++ {
		now = now.Add(time.Second)
		if _, err := Write(out, keepFor(time.Hour, now, false), version(string(number)).render); err != nil {
			t.Fatal(err)
		}
	}
	want := version("z")
	for _, number := range "stuvwxy" {
		want["a-"+string(number)+".js"] = "script " + string(number)
	}
	wantSite(t, out, want)
}

func TestWhatIsKeptGivesWayToTheSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"a.js": "1", "B.js": "2", "c.js/d.js": "3", "e.js": "4"}.write(t, out)
	next := site{"a.js/b.html": "1", "b.js": "2", "c.js": strings.Repeat("3", 9)}
	if _, err := Write(out, keepFor(time.Hour, time.Now(), false), next.render); err != nil {
		t.Fatal(err)
	}
	next["e.js"] = "4"
	wantSite(t, out, next)
}

func TestAManifestWithoutATimeIsNone(t *testing.T) {
	for text, want := range map[string]bool{"a.js\t2026-11-29T12:00:00Z": true, "a.js\t": false, "a.js\tx": false, "a.js\t2026-11-29T12:00:00Z\tx": false} {
		if _, ok := parseManifest(manifestHead + "\n" + text + "\n"); ok != want {
			t.Errorf("%q is %t", text, ok)
		}
	}
}
