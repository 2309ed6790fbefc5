package main

import (
	"flag"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// flags are those of a command. Each command knows -dir and -lang.
type flags struct {
	*flag.FlagSet
	console   *console
	dir, lang string
}

// parse reads a command line of flags, and behind them at most as many
// arguments as there may be. From then on the console speaks the user's
// language.
func (f *flags) parse(args []string, most int) error {
	err := f.FlagSet.Parse(args)
	f.lang = strings.ToLower(f.lang)
	f.console.voice.Language = chosenLanguage(f.lang, f.dir)
	switch {
	case err == flag.ErrHelp:
		return helpWanted{f.Name()}
	case err != nil:
		return f.wrong(err.Error())
	case f.lang != "" && !slices.Contains(report.Languages(), f.lang):
		return usageError{"lang-unknown", report.Values{"name": f.lang, "known": strings.Join(report.Languages(), ", ")}}
	case f.NArg() > most && most == 0:
		return usageError{"arguments-none", report.Values{"command": f.Name(), "argument": f.Arg(0)}}
	case f.NArg() > most:
		return usageError{"arguments-many", report.Values{"command": f.Name(), "argument": f.Arg(most)}}
	}
	return nil
}

// wrongValue is what package flag says of a value that a flag can't have.
var wrongValue = regexp.MustCompile(`^invalid (?:boolean )?value ("(?:[^"\\]|\\.)*") for (?:flag )?-([^:]+):`)

// wrong puts what package flag says into a message of ours.
func (f *flags) wrong(said string) error {
	values := report.Values{"command": f.Name()}
	if name, ok := strings.CutPrefix(said, "flag provided but not defined: -"); ok {
		known := f.names()
		values["name"], values["suggestion"], values["known"] = name, report.Nearest(name, known), "-"+strings.Join(known, ", -")
		return usageError{"flag-unknown", values}
	}
	if name, ok := strings.CutPrefix(said, "flag needs an argument: -"); ok {
		values["name"] = name
		return usageError{"flag-empty", values}
	}
	if parts := wrongValue.FindStringSubmatch(said); parts != nil {
		values["name"] = parts[2]
		// A text that package flag quoted can be unquoted.
		values["value"], _ = strconv.Unquote(parts[1])
		return usageError{valueRule(parts[2]), values}
	}
	values["argument"] = strings.TrimPrefix(said, "bad flag syntax: ")
	return usageError{"flag-syntax", values}
}

// valueRule gives the message that says which values a flag can have.
func valueRule(name string) string {
	switch name {
	case "poll":
		return "poll-value"
	case "port":
		return "port-value"
	}
	return "flag-value"
}

// names are the flags that a command knows.
func (f *flags) names() []string {
	var names []string
	f.VisitAll(func(known *flag.Flag) { names = append(names, known.Name) })
	return names
}
