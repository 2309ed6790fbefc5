// Command generator makes the static site of a sparring guide.
//
//	go run ./generator build    writes the site to public
//	go run ./generator serve    shows it in a browser while one writes
//	go run ./generator check    finds what is wrong with the guide
//	go run ./generator new      begins a guide, an edition or a page
//	go run ./generator list     tells where each file of the content is published
//	go run ./generator diff     tells what an edition changes in the common guide
//	go run ./generator copy     takes a page of it into an edition
//	go run ./generator lexicon  makes the lexicon of the guide's words
//	go run ./generator help     lists commands and flags
//
// The whole of a build stands in generate: folders → content.Load → check.Run →
// search.Count and theme.Render → publish.Write.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"sparrausopas/generator/report"
)

const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
)

func main() {
	allowGarbage(bigGuide)
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// bigGuide is how many pages a guide has whose memory counts more than time.
const bigGuide = 500

// allowGarbage says how much garbage may lie about, as a share of what is in
// use. A build's memory is mostly the pages: of a big guide half as much again
// is enough, and costs a few hundredths of the time; that of a small one is so
// little that collecting it often costs more than it gains.
func allowGarbage(pages int) {
	switch {
	case os.Getenv("GOGC") != "":
	case pages < bigGuide:
		debug.SetGCPercent(400)
	default:
		debug.SetGCPercent(60)
	}
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
		{"check", "help-check", runCheck},
		{"new", "new-list", runNew},
		{"list", "help-list", runList},
		{"copy", "help-copy", runCopy},
		{"diff", "help-diff", runDiff},
		{"lexicon", "help-lexicon", runLexicon},
		{"version", "help-version", runVersion},
		{"help", "usage", runHelp},
	}
}

// run carries out a command line and gives the exit code: 0 done, 1 problems,
// 2 wrong usage.
func run(args []string, stdout, stderr io.Writer) (code int) {
	c := &console{stdout, stderr, report.Voice{Language: chosenLanguage("", "."), Program: programName()}}
	defer c.rescue(&code)
	if len(args) == 0 {
		fmt.Fprintln(stderr, c.voice.Say("usage", nil))
		return exitUsage
	}
	command, err := commandOf(args[0])
	if err == nil {
		err = command.run(args[1:], c)
	}
	return c.exitCode(err)
}

// commandOf gives the command of a name.
func commandOf(name string) (command, error) {
	switch strings.TrimLeft(name, "-") {
	case "h", "help", "?":
		name = "help"
	case "v", "V", "version":
		name = "version"
	}
	var names []string
	for _, command := range commands() {
		if command.name == name {
			return command, nil
		}
		names = append(names, command.name)
	}
	if strings.HasPrefix(name, "-") {
		return command{}, usageError{"flags-first", report.Values{"name": name}}
	}
	return command{}, usageError{"command-unknown", report.Values{"name": name, "suggestion": report.Nearest(name, names)}}
}

// errProblems says that the problems have been shown already.
var errProblems = errors.New("problems found")

// usageError is a command line that can't be carried out: a message of the
// catalogue.
type usageError struct {
	name   string
	values report.Values
}

func (e usageError) Error() string { return report.Voice{}.Say(e.name, e.values) }

// refusal is why a command that was typed rightly does nothing: a message of the
// catalogue.
type refusal struct {
	name   string
	values report.Values
}

func (e refusal) Error() string { return report.Voice{}.Say(e.name, e.values) }

// exitCode shows an error and gives the exit code for it.
func (c *console) exitCode(err error) int {
	var wrong usageError
	var refused refusal
	var help helpWanted
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &help):
		return c.exitCode(c.help(help.command))
	case errors.Is(err, errStopped):
		fmt.Fprintln(c.stderr, c.voice.Say("build-stopped", nil))
	case errors.As(err, &refused):
		fmt.Fprintln(c.stderr, c.voice.Advise(refused.name, refused.values))
	case errors.As(err, &wrong):
		command, _ := wrong.values["command"].(string)
		fmt.Fprintf(c.stderr, "%s\n%s\n", c.voice.Advise(wrong.name, wrong.values), c.moreHelp(command))
		return exitUsage
	default:
		// Where the screen can't be written to, nothing can be said.
		_ = c.voice.Show(c.stderr, faultsOf(err))
	}
	return exitProblems
}
