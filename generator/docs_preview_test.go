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
	"strings"
	"sync"
	"time"

	"sparrausopas/generator/outside"
)

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
	for end := time.Now().Add(2 * time.Minute); !strings.Contains(out.String(), "Ctrl-C") && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
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
