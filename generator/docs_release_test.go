package main

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

func TestTheNotesOfAReleaseNameAllItsFilesInEachLanguage(t *testing.T) {
	release, err := os.ReadFile("../.ci/release")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, target := range regexp.MustCompile(`(windows|darwin|linux)/([a-z0-9]+)\b`).FindAllSubmatch(release, -1) {
		name := "sparrausopas-" + string(target[1]) + "-" + string(target[2])
		if string(target[1]) == "windows" {
			name += ".exe"
		}
		want = append(want, name)
	}
	slices.Sort(want)
	for _, note := range regexp.MustCompile(`docs/[a-z-]+\.txt`).FindAllString(string(release), -1) {
		text, err := os.ReadFile("../" + note)
		if err != nil {
			t.Fatal(err)
		}
		got := regexp.MustCompile(`sparrausopas-[a-z0-9.-]+`).FindAllString(string(text), -1)
		if slices.Sort(got); !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%s names %q, not %q", note, got, want)
		}
	}
}
