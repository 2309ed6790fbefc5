package main

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

func TestTheProgramIsCalledAsItsUserCallsIt(t *testing.T) {
	found, err := exec.LookPath("sparrausopas")
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"sparrausopas":                   "sparrausopas",
		found:                            "sparrausopas",
		"./sparrausopas":                 "./sparrausopas",
		"../tools/sparrausopas.exe":      "../tools/sparrausopas",
		"/opt/our tools/opas":            `"/opt/our tools/opas"`,
		"/x/go-build42/exe/generator":    "go run ./generator",
		"/home/a/sparrausopas/generator": "/home/a/sparrausopas/generator",
	} {
		if got := nameOf(typed); got != want {
			t.Errorf("%s is called %s, want %s", typed, got, want)
		}
	}
}

func TestANewFolderCallsTheProgramByNoPath(t *testing.T) {
	for program, want := range map[string]string{"./sparrausopas": "sparrausopas", `"/opt/our tools/opas"`: "opas", "go run ./generator": "sparrausopas"} {
		if got := (&console{printer: report.Printer{Program: program}}).noteName(); got != want {
			t.Errorf("%s is called %s, want %s", program, got, want)
		}
	}
}

func TestTheHelpOfACommandTellsOfEachOfItsFlagsAndFitsTheScreen(t *testing.T) {
	for _, language := range report.Languages() {
		t.Setenv("LC_ALL", language)
		for _, command := range commands() {
			var said, help bytes.Buffer
			run([]string{command.name, "-qqqqqqqq"}, &said, &said)
			if code := run([]string{command.name, "-h"}, &help, &said); code != exitDone {
				t.Errorf("%s -h ends with %d", command.name, code)
			}
			flags := knownFlags(said.String())
			if len(flags) < 2 {
				t.Errorf("%s has the flags %q", command.name, flags)
			}
			for _, flag := range flags {
				if !strings.Contains(help.String(), flag) && command.name != "version" && command.name != "new" {
					t.Errorf("%s: the help of %s doesn't tell of %s", language, command.name, flag)
				}
			}
			for line := range strings.Lines(strings.ReplaceAll(help.String(), nameOf(os.Args[0]), "sparrausopas")) {
				if command.name != "new" && utf8.RuneCountInString(line) > 81 {
					t.Errorf("%s: the line is too long: %s", language, line)
				}
			}
		}
	}
}

// knownFlags are those that a command lists when it gets one that it doesn't
// know.
func knownFlags(said string) []string {
	line, _, _ := strings.Cut(said, "\n")
	_, list, _ := strings.Cut(line, "-qqqqqqqq")
	return regexp.MustCompile(`-[a-z]+\b`).FindAllString(list, -1)
}

func TestWhatIsToldOnceIsShownFirstAndWhole(t *testing.T) {
	var out bytes.Buffer
	c := &console{stdout: &out, printer: report.Printer{Language: "en"}}
	var warnings report.Problems
	for i := range 9 {
		file := strconv.Itoa(i)
		warnings = slices.Concat(warnings, report.Fault("a"+file, "image-wide", nil), report.Fault("b"+file, "address-gone", nil))
	}
	c.showWarnings(warnings)
	if said := out.String(); strings.Count(said, "[address-gone]") != 9 || strings.Contains(said, "[image-wide]") || !strings.Contains(said, "18 warnings: the command check") {
		t.Errorf("it says\n%s", said)
	}
}
