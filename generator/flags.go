package main

import (
	"cmp"
	"errors"
	"flag"
	"slices"
	"strings"

	"sparrausopas/generator/build"
	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
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

// read reads flags and words in any order; behind -- all are words. The error
// is the first: what follows is read nevertheless, so that the language counts
// wherever it stands.
func (f *flags) read(args []string) (first error) {
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			f.words = append(f.words, args...)
			return first
		case len(arg) < 2 || arg[0] != '-':
			f.words = append(f.words, arg)
		default:
			var err error
			args, err = f.readFlag(arg, args)
			first = cmp.Or(first, err)
		}
	}
	return first
}

// readFlag sets a flag whose value stands in it or is the next argument, and
// returns the arguments that are left.
func (f *flags) readFlag(arg string, rest []string) ([]string, error) {
	name, value, given := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
	known := f.Lookup(name)
	switch {
	case name == "" || name[0] == '-':
		return rest, f.wrong("flag-syntax", report.Values{"argument": arg})
	case known == nil && (name == "h" || name == "help"):
		return rest, flag.ErrHelp
	case known == nil:
		names := f.names()
		return rest, f.wrong("flag-unknown", report.Values{
			"name": name, "suggestion": report.Nearest(name, names), "known": "-" + strings.Join(names, ", -")})
	case given:
	case isSwitch(known):
		value = "true"
	case len(rest) == 0:
		return rest, f.wrong("flag-empty", report.Values{"name": name})
	default:
		value, rest = rest[0], rest[1:]
	}
	if f.Set(name, value) != nil {
		ownRules := map[string]string{"base-url": "base-url-value", "poll": "poll-value", "port": "port-value"}
		return rest, f.wrong(cmp.Or(ownRules[name], "flag-value"), report.Values{"name": name, "value": value})
	}
	return rest, nil
}

// isSwitch reports whether a flag is set by its name alone.
func isSwitch(f *flag.Flag) bool {
	value, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && value.IsBoolFlag()
}

// wrong is a command line of this command that can't be carried out.
func (f *flags) wrong(rule string, values report.Values) error {
	values["command"] = f.Name()
	return wrongUse(rule, values)
}

// parse reads a command line of flags and of at most so many words. From then
// on the console speaks the user's language.
func (f *flags) parse(args []string, most int) error {
	err := f.read(args)
	f.lang = strings.ToLower(f.lang)
	f.console.printer.Language = chosenLanguage(f.lang, f.dir)
	switch {
	case err == flag.ErrHelp:
		return cmp.Or(f.console.help(f.Name()), errSaid)
	case err != nil:
		return err
	case f.lang != "" && !slices.Contains(report.Languages(), f.lang):
		return wrongUse("lang-unknown", report.Values{"name": f.lang, "known": report.List(report.Languages())})
	case len(f.words) > most && most == 0:
		return f.wrong("arguments-none", report.Values{"argument": f.words[0]})
	case len(f.words) > most:
		return f.wrong("arguments-many", report.Values{"argument": f.words[most]})
	}
	return nil
}

// open does as parse, and opens the guide.
func (f *flags) open(args []string, most int) (*project.Project, error) {
	if err := f.parse(args, most); err != nil {
		return nil, err
	}
	return project.Open(f.dir, f.console.builtIn())
}

// build returns the settings of a build of the guide.
func (f *flags) build(drafts bool) build.Settings {
	return build.Settings{Dir: f.dir, BuiltIn: f.console.builtIn(), Drafts: drafts}
}

// quiet adds the flag that keeps back what only says that all went well.
func (f *flags) quiet() { f.BoolVar(&f.console.quiet, "quiet", false, "") }

// word returns the first word, "" if there is none.
func (f *flags) word() string {
	if len(f.words) == 0 {
		return ""
	}
	return f.words[0]
}

// address adds a flag for the address of a site's folder.
func (f *flags) address(name string) *string {
	var base string
	f.Func(name, "", func(text string) error {
		var ok bool
		if base, ok = content.BaseAddress(text); !ok {
			return errors.New("no address")
		}
		return nil
	})
	return &base
}

// names are the flags that a command knows.
func (f *flags) names() []string {
	var names []string
	f.VisitAll(func(known *flag.Flag) { names = append(names, known.Name) })
	return names
}
