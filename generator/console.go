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

// flags are those of a command. Each command knows -dir and -lang.
type flags struct {
	*flag.FlagSet
	console   *console
	dir, lang string
}

func (c *console) flags(command string) *flags {
	f := &flags{FlagSet: flag.NewFlagSet(command, flag.ContinueOnError), console: c}
	f.SetOutput(io.Discard)
	f.StringVar(&f.dir, "dir", ".", "")
	f.StringVar(&f.lang, "lang", "", "")
	return f
}

// parse reads a command line of flags, and behind them at most as many
// arguments as there may be. From then on the console speaks the user's
// language.
func (f *flags) parse(args []string, most int) error {
	err := f.FlagSet.Parse(args)
	f.console.voice.Language = chosenLanguage(f.lang, f.dir)
	switch {
	case err == flag.ErrHelp:
		return err
	case err != nil:
		return usageError{"flag-wrong", report.Values{"command": f.Name(), "error": err.Error()}}
	case f.lang != "" && !slices.Contains(report.Languages(), f.lang):
		return usageError{"lang-unknown", report.Values{"name": f.lang, "known": strings.Join(report.Languages(), ", ")}}
	case f.NArg() > most && most == 0:
		return usageError{"arguments-none", report.Values{"command": f.Name(), "argument": f.Arg(0)}}
	case f.NArg() > most:
		return usageError{"arguments-many", report.Values{"command": f.Name(), "argument": f.Arg(most)}}
	}
	return nil
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
