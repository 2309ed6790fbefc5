package lexicon

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// program is Voikko's program that analyses words.
const program = "voikkospell"

// ErrMissing is the error of Describe where Voikko isn't installed.
var ErrMissing = errors.New(program + " isn't installed")

// Failure is the error of Describe if Voikko fails, for example because its
// dictionary is missing.
type Failure struct {
	// Complaint is its error message, "" if there was none.
	Complaint string
	Err       error
}

func (f *Failure) Error() string { return program + " failed: " + f.Err.Error() + " " + f.Complaint }

func (f *Failure) Unwrap() error { return f.Err }

// askVoikko returns what voikkospell writes about the forms. Told is called as
// it takes them.
func askVoikko(forms []string, told func(done, total int)) (string, error) {
	voikko, err := exec.LookPath(program)
	if err != nil {
		return "", ErrMissing
	}
	command := exec.Command(voikko, "-d", "fi", "-M")
	// The program expects the encoding of its locale.
	locale := "C.UTF-8"
	if runtime.GOOS == "darwin" {
		locale = "en_US.UTF-8"
	}
	command.Env = append(command.Environ(), "LC_ALL="+locale)
	told(0, len(forms))
	command.Stdin = &questions{forms: forms, told: told}
	var output, complaint bytes.Buffer
	command.Stdout, command.Stderr = &output, &complaint
	if err := command.Run(); err != nil {
		return "", &Failure{string(bytes.TrimSpace(complaint.Bytes())), err}
	}
	return output.String(), nil
}

// questions reads as forms, one a line, and tells how many were read.
type questions struct {
	forms []string
	line  string
	done  int
	told  func(done, total int)
}

func (q *questions) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if q.line == "" && q.done == len(q.forms) {
			err = io.EOF
			break
		}
		if q.line == "" {
			q.line = asked(q.forms[q.done]) + "\n"
			q.done++
		}
		copied := copy(p[n:], q.line)
		n, q.line = n+copied, q.line[copied:]
	}
	q.told(q.done, len(q.forms))
	return n, err
}

// asked returns a form as Voikko writes it.
func asked(form string) string { return strings.ReplaceAll(form, "’", "'") }

// analysis is one way in which Voikko analyses a form.
type analysis struct {
	// class is the part of speech.
	class string
	lemma string
	// structure has = before each part and a letter for each letter:
	// =ppppp=pppppp.
	structure string
	// bases are the stems with their lemmas: +työn(työ)+teki(tehdä)+jä(+jä).
	bases string
}

// parseVoikko parses lines like A(työtä):1:BASEFORM=työ, one for each attribute
// of each analysis of each form.
func parseVoikko(output string) map[string][]analysis {
	found := map[string][]analysis{}
	last := ""
	for line := range strings.Lines(output) {
		line, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "A(")
		form, rest, closed := strings.Cut(line, "):")
		number, fact, numbered := strings.Cut(rest, ":")
		if !ok || !closed || !numbered {
			continue
		}
		if last != form+":"+number {
			last = form + ":" + number
			// A form that was asked for twice is there twice.
			found[form] = append(found[form], analysis{})
		}
		found[form][len(found[form])-1].take(fact)
	}
	return found
}

func (a *analysis) take(fact string) {
	name, value, _ := strings.Cut(fact, "=")
	switch name {
	case "CLASS":
		a.class = value
	case "BASEFORM":
		a.lemma = strings.ToLower(value)
	case "STRUCTURE":
		a.structure = value
	case "WORDBASES":
		a.bases = strings.ToLower(value)
	}
}

func (a analysis) isName() bool {
	return slices.Contains([]string{"etunimi", "sukunimi", "paikannimi", "nimi"}, a.class)
}

// borders counts the borders of a compound.
func (a analysis) borders() int { return strings.Count(a.structure, "=") }
