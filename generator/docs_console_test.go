package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"sparrausopas/generator/outside"
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

// type_ types the commands of a console.
func (a *author) type_(e example) error {
	if a.mend != nil {
		defer func() { a.mend(); a.mend = nil }()
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

// pen keeps what a running program says.
type pen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (p *pen) Write(data []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(data)
}

func (p *pen) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// address is where a preview is. In the guide it is the usual one.
var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// look starts a preview, looks at its first page and stops it.
func (a *author) look(args []string) (said string, err error) {
	var out pen
	command := exec.Command("sparrausopas", args...)
	command.Dir, command.Stdout, command.Stderr = a.dir, &out, &out
	if err := command.Start(); err != nil {
		return "", err
	}
	defer command.Process.Kill()
	for range 300 {
		if strings.Contains(out.String(), "Ctrl-C") {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	response, err := http.Get(address.FindString(out.String()))
	if err != nil {
		return "", fmt.Errorf("%v\n%s", err, out.String())
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return "", errors.New(response.Status)
	}
	if runtime.GOOS != "windows" {
		if err := errors.Join(command.Process.Signal(os.Interrupt), command.Wait()); err != nil {
			return "", err
		}
	}
	return address.ReplaceAllLiteralString(out.String(), fmt.Sprintf("http://127.0.0.1:%d/", firstPort)), nil
}

var webAddress = regexp.MustCompile(`https?://[^\s"<>)\]]+`)

// rememberWeb lets the program remember that all pages of the web that the
// author's guide names are there.
func (a *author) rememberWeb() error {
	memory := outside.Memory{}
	err := filepath.WalkDir(a.dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		for _, address := range webAddress.FindAllString(string(text), -1) {
			memory[address] = outside.Answer{State: outside.Alive, Status: http.StatusOK, Day: time.Now()}
		}
		return err
	})
	writeMemory(memory)
	return err
}

var (
	goRun  = regexp.MustCompile(`go run \./generator [^"\n]*`)
	action = regexp.MustCompile(`uses: (.*)`)
	// yamlLine is a line of YAML as it stands in the guide: a key, maybe with a
	// value, or an item of a list.
	yamlLine = regexp.MustCompile(`^( *)(- )?(?:[$a-zA-Z_-]+:(?: .+)?|[^\s:][^:]*)$`)
)

// actions are the versions that the guide's workflow is made for.
var actions = []string{
	"actions/checkout@v4", "actions/setup-go@v5", "actions/configure-pages@v5", "actions/upload-pages-artifact@v3", "actions/deploy-pages@v4",
}

// publishWith does what a host does by its settings: in a copy of the project
// it runs the commands and takes the folder public.
func (a *author) publishWith(text string, wrong error) error {
	commands := goRun.FindAllString(text, -1)
	if wrong != nil || len(commands) == 0 || !strings.Contains(text, "public") {
		return fmt.Errorf("it doesn't publish: %v", wrong)
	}
	copied := &author{dir: filepath.Join(a.home, "oma-opas")}
	for _, command := range commands {
		if a.ran[command] {
			continue
		}
		if said, failed, err := copied.goes(wordsOf(command)); err != nil || failed {
			return fmt.Errorf("%s: %v\n%s", command, err, said)
		}
		a.ran[command] = true
	}
	_, err := os.Stat(filepath.Join(copied.dir, "public", "index.html"))
	return err
}

// wrongInYAML finds a line that YAML can't have there, and an action of a
// version that nobody has tried.
func wrongInYAML(text string) error {
	depth := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		match := yamlLine.FindStringSubmatch(line)
		if match == nil || len(match[1])%2 == 1 || len(match[1]) > depth {
			return fmt.Errorf("not YAML: %q", line)
		}
		depth = len(match[1]) + len(match[2])
		if strings.HasSuffix(line, ":") {
			depth += 2
		}
	}
	for _, match := range action.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(actions, match[1]) {
			return fmt.Errorf("nobody has tried %s", match[1])
		}
	}
	return nil
}
