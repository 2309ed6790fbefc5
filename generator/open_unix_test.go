//go:build unix

package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

// TestAStartThatFailsIsShownInTheBrowser puts a program in the place of the one
// that opens files, which tells what it was to open.
func TestAStartThatFailsIsShownInTheBrowser(t *testing.T) {
	bin := t.TempDir()
	opener := map[string]string{"darwin": "open"}[runtime.GOOS]
	if opener == "" {
		opener = "xdg-open"
	}
	script := "#!/bin/sh\ncp \"$1\" " + bin + "/part && mv " + bin + "/part " + bin + "/shown\n"
	if err := os.WriteFile(filepath.Join(bin, opener), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	t.Setenv("TMPDIR", bin)
	c := &console{printer: report.Printer{Language: "fi"}}
	c.showFailure(errors.New("<b>no room"))
	var shown []byte
	for end := time.Now().Add(time.Minute); len(shown) == 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
		shown, _ = os.ReadFile(filepath.Join(bin, "shown"))
	}
	for _, want := range []string{`<html lang="fi">`, "Ohjelma ei käynnistynyt", "&lt;b&gt;no room"} {
		if !strings.Contains(string(shown), want) {
			t.Errorf("the page lacks %s: %s", want, shown)
		}
	}
}
