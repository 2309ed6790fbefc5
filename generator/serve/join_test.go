package serve

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// runDoor runs a program with a door, and returns where it is and what it opens in
// the browser.
func runDoor(t *testing.T) (Running, <-chan string) {
	t.Helper()
	noted, opened := make(chan Running, 1), make(chan string, 10)
	ended := make(chan error, 1)
	o := Options{Writing: true, Printer: report.Printer{Language: "en"}, Log: io.Discard, Ready: func(address string) { opened <- address },
		Door: &Door{Note: func(now Running) { noted <- now }, Is: func(string) bool { return false }}}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	go func() { ended <- Run(t.Context(), o) }()
	t.Cleanup(func() {
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if left, _ := os.ReadDir(temp); len(left) > 0 {
			t.Errorf("a file that leads in is left: %v", left)
		}
	})
	return <-noted, opened
}

func TestASecondStartJoinsTheRunningProgram(t *testing.T) {
	running, opened := runDoor(t)
	first := <-opened
	if !Join(running) {
		t.Fatal("the program didn't show itself")
	}
	second := <-opened
	text, err := os.ReadFile(second)
	if err != nil || second == first || !strings.Contains(string(text), "http://"+running.Address+enterPath) {
		t.Errorf("%s: %s %v", second, text, err)
	}
	// The file that led in before is gone.
	if _, err := os.Stat(first); err == nil {
		t.Error("two files lead in")
	}
	if Join(Running{running.Address, strings.Repeat("x", keyLeast)}) || len(opened) > 0 {
		t.Error("it showed itself to somebody without the key")
	}
}

func TestNobodyButTheRunningProgramIsTrustedAtItsPort(t *testing.T) {
	key := strings.Repeat("k", keyLeast)
	asked := 0
	for name, answer := range map[string]http.HandlerFunc{
		"nothing":     func(w http.ResponseWriter, r *http.Request) {},
		"what it got": func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.FormValue("proof")) },
		"another key": func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, Running{Key: "x"}.proof("shown", r.FormValue("once")))
		},
		"a long text": func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, strings.Repeat("a", 1<<20)) },
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if asked++; strings.Contains(r.URL.String(), key) {
				t.Error("the key is told")
			}
			answer(w, r)
		}))
		if Join(Running{strings.TrimPrefix(server.URL, "http://"), key}) {
			t.Errorf("who answers with %s is trusted", name)
		}
		server.Close()
	}
	for _, address := range []string{"", "example.com:80", "192.0.2.1:8080", "127.0.0.1", "127.0.0.1:1@192.0.2.1:80"} {
		if Join(Running{address, key}) {
			t.Error(address)
		}
	}
	if asked != 4 || Join(Running{}) {
		t.Error(asked)
	}
}
