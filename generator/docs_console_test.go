package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// step is a command and what it has to say, "" for anything.
type step struct{ command, says string }

// steps parts a console.
func steps(text string) []step {
	var list []step
	for line := range strings.Lines(text) {
		if command, found := strings.CutPrefix(line, "$ "); found {
			list = append(list, step{command: strings.TrimSpace(command)})
		} else if len(list) > 0 {
			list[len(list)-1].says += line
		}
	}
	return list
}

// enter types the commands of a console.
func (a *author) enter(e example) (err error) {
	if a.mend != nil {
		defer func() { err = errors.Join(err, a.mend()); a.mend = nil }()
	}
	if e.is("web") {
		if err := a.rememberWeb(); err != nil {
			return err
		}
	}
	for _, s := range steps(e.text) {
		said, failed, err := a.run(s)
		switch {
		case err != nil:
			return fmt.Errorf("%s: %v", s.command, err)
		case failed != e.is("fails"):
			return fmt.Errorf("%s: failed is %v\n%s", s.command, failed, said)
		case s.says != "" && !expected(s.says).MatchString(said):
			return fmt.Errorf("%s: said\n%s", s.command, said)
		}
	}
	return nil
}

// expected is what matches what a command has to say: a line of … is any lines,
// … in a line is anything in it.
func expected(says string) *regexp.Regexp {
	var out strings.Builder
	for line := range strings.Lines(says) {
		if line == "…\n" {
			out.WriteString(`(?:.*\n)*?`)
			continue
		}
		out.WriteString(strings.ReplaceAll(regexp.QuoteMeta(line), "…", ".*"))
	}
	return regexp.MustCompile("^" + out.String() + "$")
}

// run runs a command as it stands in the guide.
func (a *author) run(s step) (said string, failed bool, err error) {
	words := wordsOf(s.command)
	if len(words) == 0 {
		return "", false, errors.New("there is no command")
	}
	switch words[0] {
	case "cd":
		a.dir = filepath.Join(a.dir, filepath.FromSlash(words[1]))
		_, err := os.Stat(a.dir)
		return "", false, err
	case "go":
		return a.goes(words)
	case "sparrausopas":
	default:
		return "", false, errors.New("nobody knows the command")
	}
	if slices.Contains(words, "serve") {
		said, err := a.look(words[1:])
		return said, false, err
	}
	return a.program(words)
}

// goes runs what is run with Go. What Go makes of this project is the program
// of the tests.
func (a *author) goes(words []string) (said string, failed bool, err error) {
	if len(words) > 3 && words[1] == "run" && words[2] == "./generator" {
		return a.program(words[2:])
	}
	if strings.Join(words, " ") != "go build -o sparrausopas ./generator" {
		return "", false, errors.New("nobody knows the command")
	}
	list := exec.Command("go", "list", "-f", "{{.Name}}", "./generator")
	list.Dir, list.Env = "..", a.env
	out, err := list.CombinedOutput()
	if err == nil && string(out) != "main\n" {
		err = fmt.Errorf("./generator is %s", out)
	}
	return "", false, err
}

// program runs the program; the first of the words is what it is called by.
func (a *author) program(words []string) (said string, failed bool, err error) {
	command := exec.Command("sparrausopas", words[1:]...)
	command.Dir = a.dir
	out, err := command.CombinedOutput()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == exitProblems {
		return string(out), true, nil
	}
	if err != nil {
		err = fmt.Errorf("%v\n%s", err, out)
	}
	return string(out), false, err
}

// wordsOf parts a command line as a shell does; quotation marks keep words
// together.
func wordsOf(line string) []string {
	var words []string
	for i, piece := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, piece)
		} else {
			words = append(words, strings.Fields(piece)...)
		}
	}
	return words
}
