package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// workflows are what hosts of source code do with the project: all tests, and
// on a tag the programs.
var workflows = []string{"../.github/workflows/ohjelmat.yml", "../.gitlab-ci.yml"}

var (
	workflowCommand = regexp.MustCompile(`(?m)^ +- (?:run: )?((?:\.ci/|make |[a-z][a-z-]* ).*)$`)
	workflowImage   = regexp.MustCompile(`(?m)^ +(?:image|container): (.*)$`)
	comment         = regexp.MustCompile(`(?m)^#.*\n`)
)

// known are the programs that the images of the workflows have.
var known = []string{"apt-get", "git", "gh", "make"}

func TestWorkflowsAreYAMLOfWhatIsThere(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	_, version, _ := strings.Cut(string(mod), "\ngo ")
	image := "golang:" + strings.Join(strings.SplitN(version, ".", 3)[:2], ".") + "-trixie"
	for _, name := range workflows {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := wrongInYAML(comment.ReplaceAllString(string(text), "")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, match := range workflowImage.FindAllStringSubmatch(string(text), -1) {
			if match[1] != image {
				t.Errorf("%s: the image is %s, want %s", name, match[1], image)
			}
		}
		var commands []string
		for _, match := range workflowCommand.FindAllStringSubmatch(string(text), -1) {
			commands = append(commands, match[1])
			if err := noCommand(match[1]); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, want := range []string{".ci/run", "make release"} {
			if !slices.Contains(commands, want) {
				t.Errorf("%s doesn't run %s: %q", name, want, commands)
			}
		}
	}
}

// noCommand says why a command can't be run in a fresh clone.
func noCommand(line string) error {
	words := strings.Fields(line)
	if strings.HasPrefix(words[0], ".ci/") {
		info, err := os.Stat(filepath.Join("..", words[0]))
		if err == nil && info.Mode()&0o111 == 0 {
			err = fmt.Errorf("%s can't be run", words[0])
		}
		return err
	}
	if !slices.Contains(known, words[0]) {
		return fmt.Errorf("nobody knows %s", words[0])
	}
	if words[0] != "make" {
		return nil
	}
	makefile, err := os.ReadFile("../Makefile")
	if err == nil && !strings.Contains(string(makefile), "\n"+words[1]+":") {
		err = fmt.Errorf("there is no %s", line)
	}
	return err
}

// TestFilesGetOnARelease gives a host in place of GitLab the files of a
// release, and looks at what it was sent.
func TestFilesGetOnARelease(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil || runtime.GOOS == "windows" {
		t.Skip("needs curl and sh")
	}
	var mu sync.Mutex
	sent := map[string]string{}
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		mu.Lock()
		defer mu.Unlock()
		sent[r.Method+" "+r.URL.Path+" "+r.Header.Get("JOB-TOKEN")] = string(body)
	}))
	defer host.Close()
	dist := t.TempDir()
	for _, name := range []string{"SHA256SUMS", "sparrausopas-linux-amd64"} {
		if err := os.WriteFile(filepath.Join(dist, name), []byte("this is "+name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	attach := exec.Command("../.ci/attach", dist)
	attach.Env = append(os.Environ(), "CI_API_V4_URL="+host.URL+"/api/v4", "CI_PROJECT_ID=7", "CI_COMMIT_TAG=v1.2.0", "CI_JOB_TOKEN=secret", "no_proxy=*")
	if said, err := attach.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	const folder = "/api/v4/projects/7/packages/generic/sparrausopas/v1.2.0/"
	if got := sent["PUT "+folder+"SHA256SUMS secret"]; got != "this is SHA256SUMS" || len(sent) != 3 {
		t.Errorf("the host was sent %q", sent)
	}
	var release struct {
		Tag    string `json:"tag_name"`
		Assets struct{ Links []struct{ Name, URL string } }
	}
	if err := json.Unmarshal([]byte(sent["POST /api/v4/projects/7/releases secret"]), &release); err != nil {
		t.Fatal(err)
	}
	if links := release.Assets.Links; release.Tag != "v1.2.0" || len(links) != 2 || links[1].URL != host.URL+folder+"sparrausopas-linux-amd64" {
		t.Errorf("the release is %+v", release)
	}
}
