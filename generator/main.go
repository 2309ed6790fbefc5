// Command generator makes the static site of a sparring guide.
//
//	go run ./generator build    writes the site to public
//	go run ./generator check    finds what is wrong with the guide
//	go run ./generator lexicon  makes the lexicon of the guide's words
//	go run ./generator help     lists commands and flags
//
// The whole of a build stands in generate: folders → content.Load → check.Run →
// search.Count and theme.Render → publish.Write.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"sparrausopas/generator/report"
)

const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
)

func main() {
	// A build is short and its memory is mostly the pages; half as much again
	// in garbage is enough, and costs a few hundredths of the time.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(60)
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run carries out a command line and gives the exit code: 0 done, 1 problems,
// 2 wrong usage.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return exitUsage
	}
	commands := []struct {
		name string
		run  func(args []string, stdout io.Writer) error
	}{
		{"build", runBuild},
		{"check", runCheck},
		{"lexicon", runLexicon},
		{"version", runVersion},
		{"help", runHelp},
	}
	var names []string
	for _, command := range commands {
		if command.name == args[0] {
			return exitCode(command.run(args[1:], stdout), stderr)
		}
		names = append(names, command.name)
	}
	if args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		return exitCode(runHelp(nil, stdout), stderr)
	}
	fmt.Fprintf(stderr, "unknown command %q", args[0])
	if near := report.Nearest(args[0], names); near != "" {
		fmt.Fprintf(stderr, ": did you mean %q?", near)
	}
	fmt.Fprint(stderr, "\n\n", usage)
	return exitUsage
}

// errProblems says that the problems have been shown already.
var errProblems = errors.New("problems found")

// usageError is a command line that can't be carried out.
type usageError struct{ error }

// exitCode shows an error and gives the exit code for it.
func exitCode(err error, stderr io.Writer) int {
	var problems report.Problems
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stderr, usage)
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "%v\n\n%s", err, usage)
		return exitUsage
	case errors.As(err, &problems):
		// Where the screen can't be written to, nothing can be said.
		_ = report.Show(stderr, problems)
		fmt.Fprintf(stderr, "%s; nothing was published\n", counted(len(problems), "problem"))
	default:
		fmt.Fprintln(stderr, err)
	}
	return exitProblems
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
