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
	// words are what else stands on the command line.
	words []string
}

// read reads flags and words in any order; behind -- all are words.
func (f *flags) read(args []string) error {
	for {
		if err := f.FlagSet.Parse(args); err != nil || f.FlagSet.NArg() == 0 {
			return err
		}
		rest := f.FlagSet.Args()
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			f.words = append(f.words, rest...)
			return nil
		}
		f.words, args = append(f.words, rest[0]), rest[1:]
	}
}

// parse reads a command line of flags and of at most so many words. From then
// on the console speaks the user's language.
func (f *flags) parse(args []string, most int) error {
	err := f.read(args)
	f.lang = strings.ToLower(f.lang)
	f.console.voice.Language = chosenLanguage(f.lang, f.dir)
	switch {
	case err == flag.ErrHelp:
		return helpWanted{f.Name()}
	case err != nil:
		return f.wrong(err.Error())
	case f.lang != "" && !slices.Contains(report.Languages(), f.lang):
		return usageError{"lang-unknown", report.Values{"name": f.lang, "known": strings.Join(report.Languages(), ", ")}}
	case len(f.words) > most && most == 0:
		return usageError{"arguments-none", report.Values{"command": f.Name(), "argument": f.words[0]}}
	case len(f.words) > most:
		return usageError{"arguments-many", report.Values{"command": f.Name(), "argument": f.words[most]}}
	}
	return nil
}

// word gives the first word, "" if there is none.
func (f *flags) word() string {
	if len(f.words) == 0 {
		return ""
	}
	return f.words[0]
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
