//go:build unix

package build

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

const (
	// What a guide of at most a megabyte may take.
	timeMost  = 5 * time.Second
	allocMost = 2_000_000_000 // bytes in all; those held at once are far fewer
)

// smallGuide makes a guide of two pages with the theme that comes with the
// program.
func smallGuide(t testing.TB) string {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "themes"), os.DirFS("../../themes")); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{
		"config.toml":          "id = \"koe\"\ntitle = \"Koe\"\nthemes = [\"themes/opas\"]\n[[languages]]\ntag = \"fi\"\n",
		"content/fi/_index.md": "+++\ntitle = \"Koti\"\n+++\n",
		"content/fi/a.md":      "+++\ntitle = \"A\"\n+++\n",
	})
	return dir
}

func put(t testing.TB, dir string, files map[string]string) {
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// processorTime is what the process has had so far, however busy the machine is.
func processorTime(t testing.TB) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// withinBudget checks a guide, and what that takes and tells.
func withinBudget(t testing.TB, dir string) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processorTime(t)
	problems, err := Check(Settings{Dir: dir}, nil)
	took := processorTime(t) - start
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if took > timeMost || after.TotalAlloc-before.TotalAlloc > allocMost {
		t.Errorf("it took %v and %d MB", took, (after.TotalAlloc-before.TotalAlloc)/1e6)
	}
	counts := map[string]int{}
	for _, p := range problems {
		if counts[p.Place.File+" "+p.Rule]++; counts[p.Place.File+" "+p.Rule] > report.Most {
			t.Fatalf("more than %d of %s are told of %s", report.Most, p.Rule, p.Place.File)
		}
		var shown strings.Builder
		if err := (report.Printer{}).Show(&shown, report.Problems{p}); err != nil || shown.Len() > 6000 {
			t.Fatalf("a problem is told with %d bytes", shown.Len())
		}
	}
}

// repeated is a text once for each number below count, with the number in it.
func repeated(form string, count int) string {
	var text strings.Builder
	for i := range count {
		if strings.Contains(form, "%") {
			fmt.Fprintf(&text, form, i)
		} else {
			text.WriteString(form)
		}
	}
	return text.String()
}

func TestNoGuideOfAMegabyteTakesLong(t *testing.T) {
	front := func(keys string) map[string]string {
		return map[string]string{"content/fi/a.md": "+++\ntitle = \"A\"\n" + keys + "\n+++\n"}
	}
	text := func(text string) map[string]string {
		return map[string]string{"content/fi/a.md": "+++\ntitle = \"A\"\n+++\n" + text}
	}
	one := func(name, text string) map[string]string { return map[string]string{name: text} }
	config, _ := os.ReadFile(filepath.Join(smallGuide(t), "config.toml"))
	for name, files := range map[string]map[string]string{
		"a line of =":              one("content/fi/synonyms.txt", strings.Repeat("=", 100_000)),
		"a synonym of all":         one("content/fi/synonyms.txt", repeated("w%d = kunta\n", 30_000)),
		"synonyms in a chain":      one("content/fi/synonyms.txt", repeated("w%[1]d = w%[1]d a\n", 30_000)),
		"topics":                   front("topics = [" + repeated("\"t%d\",", 10_000) + "]"),
		"sources":                  front("sources = [" + repeated("\"s%d\",", 60_000) + "]"),
		"aliases":                  front("aliases = [" + strings.Repeat("\"t.html\",", 60_000) + "]"),
		"unknown keys":             front(repeated("k%d = 1\n", 60_000)),
		"nested lists":             front("a = " + strings.Repeat("[", 50_000) + strings.Repeat("]", 50_000)),
		"nested names":             front("a" + strings.Repeat(".a", 50_000) + " = 1"),
		"a title":                  front("summary = \"" + strings.Repeat("a", 900_000) + "\""),
		"areas":                    one("config.toml", string(config)+"[contract]\nareas = ["+repeated("\"a%d\",", 50_000)+"]\n"),
		"numbers that are missing": one("config.toml", string(config)+"[contract]\nquestions = 1000000\n"),
		"pages to hide":            one("config.toml", "hide = ["+repeated("\"a%d\",", 50_000)+"]\n"+string(config)),
		"sources without titles":   one("content/sources.toml", repeated("[s%d]\n", 60_000)),
		"words that nobody asks":   one("content/fi/words.toml", repeated("k%d = \"1\"\n", 60_000)),
		"a lexicon":                one("content/fi/lexicon.tsv", strings.Repeat("a\n", 300_000)),
		"links without an end":     text(strings.Repeat("[a](", 50_000)),
		"emphasis without an end":  text(strings.Repeat("**a_ ", 40_000)),
		"links to nowhere":         text(strings.Repeat("[a](xx.md)\n\n", 60_000)),
		"addresses for links":      text(repeated("[x%d]: y\n", 80_000)),
		"addresses one by one":     text(repeated("[x%d]: y\n\n", 75_000)),
		"addresses in blocks":      text(strings.Repeat(repeated("[x%d]: <y>\n  't'\n", 999)+"\n", 45)),
		"headings":                 text(strings.Repeat("# x\n\n", 50_000)),
		"HTML":                     text(strings.Repeat("<div>\n\n", 60_000)),
		"quotations":               text(strings.Repeat("> ", 200_000)),
		"rows":                     text("|a|b|\n|---|---|\n" + strings.Repeat("|a|b|c|\n", 60_000)),
		"columns":                  text(strings.Repeat("|a", 20_000) + "|\n" + strings.Repeat("|---", 20_000) + "|\n" + strings.Repeat("|a|\n", 100)),
		"a word":                   text(strings.Repeat("kunta", 150_000)),
		"a template in itself":     one("themes/opas/base.html", "{{define \"a\"}}{{template \"a\" .}}{{end}}{{template \"a\" .}}"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallGuide(t)
			put(t, dir, files)
			withinBudget(t, dir)
		})
	}
}

func TestAPipeInThePlaceOfAFileIsNotWaitedFor(t *testing.T) {
	for _, name := range []string{"config.toml", "content/sources.toml", "content/fi/words.toml", "content/fi/synonyms.txt", "content/fi/lexicon.tsv", "content/fi/a.md", "themes/opas/page.html", "themes/opas/words/fi.toml"} {
		dir := smallGuide(t)
		file := filepath.Join(dir, name)
		if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(file, 0o644); err != nil {
			t.Skip(err)
		}
		problems, err := Check(Settings{Dir: dir}, nil)
		if err != nil || len(problems) == 0 || problems[0].Place.File != name || problems[0].Rule != "file-unreadable" {
			t.Errorf("%s: got %v (%v)", name, problems, err)
		}
	}
}

// FuzzNoGuideTakesLong makes whole guides of pieces.
func FuzzNoGuideTakesLong(f *testing.F) {
	f.Add("topics = [\"a\"]", "## A\n\n[b](a.md) **c**\n", "[contract]\nquestions = 2\n", "a = b\n", "skip = \"x\"\n", uint16(1))
	f.Add("[[agenda]]\nminutes = 5\n", "> - [a](\n", "", "=", "", uint16(999))
	dir := smallGuide(f)
	config, _ := os.ReadFile(filepath.Join(dir, "config.toml"))
	f.Fuzz(func(t *testing.T, keys, text, settings, synonyms, words string, times uint16) {
		grown := func(piece string) string { return strings.Repeat(piece, min(int(times)+1, 20_000/(len(piece)+1))) }
		files := map[string]string{
			"config.toml":             string(config) + settings,
			"content/fi/a.md":         "+++\ntitle = \"A\"\n" + grown(keys) + "\n+++\n" + grown(text),
			"content/fi/synonyms.txt": grown(synonyms),
			"content/fi/words.toml":   grown(words),
		}
		maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
		put(t, dir, files)
		withinBudget(t, dir)
	})
}
