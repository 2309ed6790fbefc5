package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"sparrausopas"
	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// console is where a command meets its user: what it says goes to stdout, what
// went wrong to stderr, both in the user's language.
type console struct {
	stdout, stderr io.Writer
	printer        report.Printer
	// quiet keeps back what only says that all went well.
	quiet bool
}

// sink is what is written to until that fails once. Whoever writes to it need
// not look: run asks for the error at the end.
type sink struct {
	io.Writer
	err error
}

func (s *sink) Write(text []byte) (int, error) {
	if s.err == nil {
		_, s.err = s.Writer.Write(text)
	}
	return len(text), nil
}

// say writes a message of the catalogue as a line of its own, unless the user
// wants no more than what is wrong.
func (c *console) say(name string, values report.Values) {
	if !c.quiet {
		c.write(c.printer.Message(name, values) + "\n")
	}
}

// show shows problems, which the user is to see in any case.
func (c *console) show(problems report.Problems) { _ = c.printer.Show(c.stdout, problems) }

// write writes a text as it is.
func (c *console) write(text string) { fmt.Fprint(c.stdout, text) }

// writeJSON writes a value for machines.
func (c *console) writeJSON(value any) error {
	encoder := json.NewEncoder(c.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// builtIn is the guide in the program.
func (c *console) builtIn() content.Layer {
	return content.Layer{Name: c.printer.Message("built-in-guide", nil), FS: sparrausopas.Guide()}
}

// flags begins the command line of a command.
func (c *console) flags(command string) *flags {
	f := &flags{FlagSet: flag.NewFlagSet(command, flag.ContinueOnError), console: c}
	f.SetOutput(io.Discard)
	f.StringVar(&f.dir, "dir", ".", "")
	f.StringVar(&f.lang, "lang", "", "")
	return f
}

// chosenLanguage returns the language to speak: the one asked for, else that of
// the system where it says one, else that of the guide, else Finnish.
func chosenLanguage(asked, dir string) string {
	wanted := []string{asked}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		wanted = append(wanted, os.Getenv(name))
	}
	wanted = append(wanted, guideLanguage(dir))
	for _, tag := range wanted {
		tag, _, _ = strings.Cut(strings.ToLower(tag), "_")
		tag, _, _ = strings.Cut(tag, "-")
		if slices.Contains(report.Languages(), tag) {
			return tag
		}
	}
	return report.Languages()[0]
}

// guideLanguage returns the first language of the guide in a folder, be it that
// of a guide in another folder that it lies on; "" for none.
func guideLanguage(dir string) string {
	// Guides that lie on each other in a circle have an end, too.
	for range 9 {
		own := os.DirFS(dir)
		base, _ := content.NextBase(own)
		if tag := content.FirstLanguage(own); tag != "" || base == "" || base == content.BuiltIn {
			return tag
		}
		dir = filepath.Join(dir, filepath.FromSlash(base))
	}
	return ""
}

// nameOf returns the name by which a program can be called again that was
// called by a path: the path as it was typed, unless the system finds the
// program by its name alone. Go run leaves it in a folder of its own making.
func nameOf(typed string) string {
	if strings.Contains(typed, "go-build") {
		return "go run ./generator"
	}
	path := strings.TrimSuffix(typed, ".exe")
	name := filepath.Base(path)
	if found, err := exec.LookPath(name); name == path || err == nil && project.SameFile(found, typed) {
		return name
	}
	// Some shells of Windows put the folder before it.
	if here, err := os.Getwd(); err == nil && runtime.GOOS == "windows" && filepath.Dir(path) == here {
		return `.\` + name
	}
	if strings.Contains(path, " ") {
		return `"` + path + `"`
	}
	return path
}
