package build

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"sparrausopas/generator/serve"
)

// notes are files of the author's that say where the program runs, one for each
// guide that it shows and one if it was started without any, so that a second
// double-click finds it.
type notes struct {
	now   serve.Running
	files []string
}

// begin writes the note of a program that runs now.
func (n *notes) begin(folder string, now serve.Running) {
	n.now = now
	n.add(folder)
}

// add writes a note for a folder. A system that keeps none is no reason to stop.
func (n *notes) add(folder string) {
	file := noteFile(folder)
	if file == "" || os.MkdirAll(filepath.Dir(file), 0o700) != nil {
		return
	}
	if os.WriteFile(file, []byte(n.now.Address+"\n"+n.now.Key+"\n"), 0o600) == nil {
		n.files = append(n.files, file)
	}
}

// end takes the notes away that are still this program's.
func (n *notes) end() {
	for _, file := range n.files {
		if read(file) == n.now {
			_ = os.Remove(file)
		}
	}
}

// noted returns where a program runs for the guide in a folder, "" for none, if
// there is a note of it; it may have ended without taking that away.
func noted(folder string) serve.Running { return read(noteFile(folder)) }

func read(file string) serve.Running {
	text, _ := os.ReadFile(file)
	address, key, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	return serve.Running{Address: address, Key: key}
}

// noteFile is the file of the note for a folder, "" where the system has no place
// for that.
func noteFile(folder string) string {
	if folder != "" {
		folder, _ = filepath.Abs(folder)
	}
	if recentFile() == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(folder))
	return filepath.Join(filepath.Dir(recentFile()), "running", hex.EncodeToString(sum[:12])+".txt")
}

// another starts the program anew for the guide in a folder.
func (o ServeOptions) another(folder string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	args := []string{"open", "-lang", o.Printer.Language}
	if !o.Browser {
		args = append(args, "-open=false")
	}
	command := exec.Command(program, append(args, folder)...)
	if err := command.Start(); err != nil {
		return err
	}
	go func() { _ = command.Wait() }()
	return nil
}

// LastGuide returns the folder of the guide that was open last and is still there,
// "" for none.
func LastGuide() string {
	for _, folder := range recent() {
		return folder
	}
	return ""
}
