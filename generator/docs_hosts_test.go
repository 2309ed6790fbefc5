package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var (
	goRun  = regexp.MustCompile(`go run \./generator [^"\n]*`)
	action = regexp.MustCompile(`uses: (.*)`)
	// yamlLine is a line of YAML as it stands in the guide: a key, maybe with a
	// value, or an item of a list.
	yamlLine = regexp.MustCompile(`^( *)(- )?(?:[$a-zA-Z_-]+:(?: .+)?|[^\s:][^:]*)$`)
)

// fetch gets what is published, where something is.
var fetch = regexp.MustCompile(`curl -fsSo (\S+) (.+)/published\.json \|\| touch (\S+\b)`)

// actions are the versions that the guide's workflow is made for: older ones
// run on a Node that GitHub's machines don't have any more.
var actions = []string{
	"actions/checkout@v6", "actions/setup-go@v6", "actions/configure-pages@v6", "actions/upload-pages-artifact@v5", "actions/deploy-pages@v5",
}

// hostBase is where hosts say that they publish the guide.
const hostBase = "https://kunta.example/opas"

// knownByHosts are the names that hosts have for hostBase: of GitHub an output
// of configure-pages, which is named by the id of its step.
var knownByHosts = regexp.MustCompile(`\$\{\{ steps\.(\w+)\.outputs\.base_url \}\}|\$CI_PAGES_URL\b|\$URL\b`)

// publishWith does what a host does by its settings: in a copy of the project
// it runs the commands and takes the folder public, whose pages know their
// address.
func (a *author) publishWith(text string, wrong error) error {
	for _, match := range knownByHosts.FindAllStringSubmatch(text, -1) {
		if match[1] != "" && !strings.Contains(text, "id: "+match[1]+"\n        uses: actions/configure-pages@") {
			return fmt.Errorf("no step before is called %s", match[1])
		}
	}
	commands := goRun.FindAllString(knownByHosts.ReplaceAllLiteralString(text, hostBase), -1)
	if wrong != nil || len(commands) == 0 || !strings.Contains(text, "public") {
		return fmt.Errorf("it doesn't publish: %v", wrong)
	}
	copied := &author{dir: filepath.Join(a.home, a.guide.own)}
	// Nothing has been published before.
	fetched := fetch.FindStringSubmatch(text)
	if fetched == nil || fetched[1] != fetched[3] || !knownByHosts.MatchString(fetched[2]) {
		return errors.New("it doesn't fetch what was published before")
	}
	if err := os.WriteFile(filepath.Join(copied.dir, fetched[1]), nil, 0o644); err != nil {
		return err
	}
	for _, command := range commands {
		// Guides differ in what they call the file; what Go does with it is the same.
		same := strings.ReplaceAll(command, fetched[1], "")
		if a.ran[same] {
			continue
		}
		a.ran[same] = true
		if said, failed, err := copied.goes(wordsOf(command)); err != nil || failed {
			return fmt.Errorf("%s: %v\n%s", command, err, said)
		}
		if !strings.Contains(command, " build ") {
			continue
		}
		front, err := os.ReadFile(filepath.Join(copied.dir, "public", "index.html"))
		if err == nil && !strings.Contains(string(front), hostBase+"/") {
			err = errors.New("the pages don't know their address")
		}
		if err != nil {
			return err
		}
	}
	return nil
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
