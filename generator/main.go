// Command generator makes the static site of a sparring guide.
//
//	go run ./generator build    writes the site to public
//	go run ./generator serve    shows it in a browser while one writes
//	go run ./generator open     does so for those who use no command line from there on
//	go run ./generator check    finds what is wrong with the guide
//	go run ./generator new      begins a guide, an edition or a page
//	go run ./generator list     says where each file of the content is published
//	go run ./generator diff     says what an edition changes in the common guide
//	go run ./generator copy     takes a page of it into an edition
//	go run ./generator seen     notes that a translation is up to date
//	go run ./generator lexicon  makes the lexicon of the guide's words
//	go run ./generator help     lists commands and flags
//
// The package reads command lines and words what came of them; what the
// packages beside it do is told in package build.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"sparrausopas/generator/build"
	"sparrausopas/generator/report"
)

const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
)

func main() {
	build.Prepare()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// command is a word of the command line, the message that says how it is used
// and what it does.
type command struct {
	name, help string
	run        func(args []string, c *console) error
}

func commands() []command {
	return []command{
		{"build", "help-build", runBuild},
		{"serve", "help-serve", runServe},
		{"open", "help-open", runOpen},
		{"check", "help-check", runCheck},
		{"new", "new-list", runNew},
		{"list", "help-list", runList},
		{"copy", "help-copy", runCopy},
		{"diff", "help-diff", runDiff},
		{"seen", "help-seen", runSeen},
		{"lexicon", "help-lexicon", runLexicon},
		{"version", "help-version", runVersion},
		{"help", "usage", runHelp},
	}
}

// run carries out a command line and returns the exit code: 0 done, 1 problems,
// 2 wrong usage.
func run(args []string, stdout, stderr io.Writer) (code int) {
	shown := &sink{Writer: stdout}
	c := &console{stdout: shown, stderr: stderr, printer: report.Printer{Program: nameOf(os.Args[0])}}
	// What else is wrong is said by the command that the line is meant for.
	f := c.flags("")
	_ = f.read(args)
	c.printer.Language = chosenLanguage(f.lang, ".")
	defer c.rescue(&code)
	if len(args) == 0 && isDoubleClicked() {
		return c.exitCode(runDoubleClicked(c))
	}
	if len(args) == 0 {
		fmt.Fprintln(stderr, c.printer.Message("usage", nil))
		return exitUsage
	}
	command, err := commandOf(args[0])
	if err == nil {
		err = command.run(args[1:], c)
	}
	return c.exitCode(cmp.Or(shown.err, err))
}

// commandOf returns the command of a name.
func commandOf(name string) (command, error) {
	switch strings.TrimLeft(name, "-") {
	case "h", "help", "?":
		name = "help"
	case "v", "V", "version":
		name = "version"
	}
	all := commands()
	if at := slices.IndexFunc(all, func(c command) bool { return c.name == name }); at >= 0 {
		return all[at], nil
	}
	if strings.HasPrefix(name, "-") {
		return command{}, wrongUse("flags-first", report.Values{"name": name})
	}
	return command{}, wrongUse("command-unknown", report.Values{"name": name, "suggestion": report.Nearest(name, report.Names(all, func(c command) string { return c.name }))})
}

// Errors of which all has been said already.
var (
	errProblems = errors.New("problems found")
	errSaid     = errors.New("all is said")
)

// wrongUse is a command line that can't be carried out.
func wrongUse(rule string, values report.Values) error {
	return &report.Refusal{Rule: rule, Values: values, Usage: true}
}

// exitCode shows an error and returns the exit code for it.
func (c *console) exitCode(err error) int {
	var refused *report.Refusal
	switch {
	case err == nil, errors.Is(err, errSaid):
		return exitDone
	case errors.Is(err, errProblems):
	case errors.Is(err, build.ErrStopped):
		fmt.Fprintln(c.stderr, c.printer.Message("build-stopped", nil))
	case errors.As(err, &refused) && refused.Usage:
		command, _ := refused.Values["command"].(string)
		fmt.Fprintf(c.stderr, "%s\n%s\n", c.printer.WithHint(refused.Rule, refused.Values), c.moreHelp(command))
		return exitUsage
	case refused != nil:
		fmt.Fprintln(c.stderr, c.printer.WithHint(refused.Rule, refused.Values))
	default:
		// Where the screen can't be written to, nothing can be said.
		_ = c.printer.Show(c.stderr, build.Problems(err))
	}
	return exitProblems
}

// rescue ends a command that met a fault of the program: with a message in
// place of a trace, unless that is asked for. It is to be deferred.
func (c *console) rescue(code *int) {
	cause := recover()
	if cause == nil {
		return
	}
	*code = exitProblems
	// Where the screen can't be written to, nothing can be said.
	_ = c.printer.Show(c.stderr, report.Crashed(cause))
}
