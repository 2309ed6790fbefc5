package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

// screen is how many letters a line of the narrowest screen holds.
const screen = 80

func TestHelpFitsTheScreen(t *testing.T) {
	for _, language := range report.Languages() {
		for _, program := range []string{"sparrausopas", "go run ./generator"} {
			printer := report.Printer{Language: language, Program: program}
			for _, command := range commands() {
				for line := range strings.Lines(printer.Message(command.help, nil)) {
					if letters := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); letters > screen {
						t.Errorf("%s: %s is %d letters wide: %s", language, command.help, letters, line)
					}
				}
			}
		}
	}
}
