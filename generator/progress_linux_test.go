package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// newTerminal opens a terminal of so many columns: what is written to its one
// end comes out of the other.
func newTerminal(t *testing.T, columns uint16) (screen, terminal *os.File) {
	t.Helper()
	screen, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("there is no terminal to be had: ", err)
	}
	t.Cleanup(func() { _ = screen.Close() })
	number, err := unix.IoctlGetInt(int(screen.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(screen.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(int(screen.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: columns})
	}
	if err == nil {
		terminal, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = terminal.Close() })
	return screen, terminal
}

func TestATerminalIsKnownByItsColumns(t *testing.T) {
	_, terminal := newTerminal(t, 57)
	t.Setenv("TERM", "xterm")
	if columns := columnsOf(terminal); columns == nil || columns() != 57 {
		t.Error("its columns aren't known")
	}
	t.Setenv("TERM", "dumb")
	if columnsOf(terminal) != nil {
		t.Error("a terminal that can only write on gets a line")
	}
}

// TestACommandShowsItsProgressOnATerminal makes a lexicon with a dictionary that
// answers when the line was seen.
func TestACommandShowsItsProgressOnATerminal(t *testing.T) {
	guide, bin := t.TempDir(), t.TempDir()
	if err := os.CopyFS(guide, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	fifo := filepath.Join(bin, "seen")
	if err := unix.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	dictionary := fmt.Sprintf("#!/bin/sh\ncat >/dev/null\nread -r seen <%q\n", fifo)
	if err := os.WriteFile(filepath.Join(bin, "voikkospell"), []byte(dictionary), 0o755); err != nil {
		t.Fatal(err)
	}
	screen, terminal := newTerminal(t, 80)
	command := exec.Command("sparrausopas", "lexicon", "-dir", guide, "-lang", "fi")
	command.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "TERM=xterm")
	command.Stdout, command.Stderr = io.Discard, terminal
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	_ = terminal.Close()
	var said bytes.Buffer
	answered := false
	for part := make([]byte, 4096); ; {
		n, err := screen.Read(part)
		said.Write(part[:n])
		if !answered && strings.Contains(said.String(), "kysytään sanoja Voikolta: ") {
			answered = true
			if err := os.WriteFile(fifo, []byte("yes\n"), 0); err != nil {
				t.Fatal(err)
			}
		}
		if err != nil {
			break
		}
	}
	if err := command.Wait(); err != nil {
		t.Fatalf("%v: %q", err, said.String())
	}
	if last := screenOf(said.String()); !answered || last[len(last)-1] != "" {
		t.Errorf("the terminal got %q", said.String())
	}
}
