package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
)

// console is where a command meets its user: what it says goes to stdout, what
// went wrong to stderr, both in the user's language.
type console struct {
	stdout, stderr io.Writer
	voice          report.Voice
}

// say writes a message of the catalogue as a line of its own.
func (c *console) say(name string, values report.Values) error {
	_, err := fmt.Fprintln(c.stdout, c.voice.Say(name, values))
	return err
}

// flags begins the command line of a command.
func (c *console) flags(command string) *flags {
	f := &flags{FlagSet: flag.NewFlagSet(command, flag.ContinueOnError), console: c}
	f.SetOutput(io.Discard)
	f.StringVar(&f.dir, "dir", ".", "")
	f.StringVar(&f.lang, "lang", "", "")
	return f
}

// chosenLanguage gives the language to speak: the one asked for, else that of
// the system where it says one, else that of the guide, else Finnish.
func chosenLanguage(asked, dir string) string {
	wanted := []string{asked}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		wanted = append(wanted, os.Getenv(name))
	}
	wanted = append(wanted, content.FirstLanguage(os.DirFS(dir)))
	for _, tag := range wanted {
		tag, _, _ = strings.Cut(strings.ToLower(tag), "_")
		tag, _, _ = strings.Cut(tag, "-")
		if slices.Contains(report.Languages(), tag) {
			return tag
		}
	}
	return report.Languages()[0]
}

// programName is how this program is called: go run leaves it in a folder of
// its own making.
func programName() string {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	if strings.Contains(os.Args[0], "go-build") {
		return "go run ./generator"
	}
	return name
}
