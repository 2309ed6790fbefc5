package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

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

func wrongInXML(text string) error {
	reader := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := reader.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// serveWith asks nginx whether it understands its settings, where there is one.
func (a *author) serveWith(t *testing.T, text string) error {
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		t.Log("there is no nginx that could read its settings")
		return nil
	}
	dir := t.TempDir()
	config := filepath.Join(dir, "nginx.conf")
	whole := "pid " + dir + "/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + text + "}\n"
	if err := os.WriteFile(config, []byte(whole), 0o644); err != nil {
		return err
	}
	// Whether it may listen there is the host's business.
	out, err := exec.Command(nginx, "-t", "-p", dir, "-c", config).CombinedOutput()
	if !strings.Contains(string(out), "syntax is ok") {
		return fmt.Errorf("%v: %s", err, out)
	}
	return nil
}
