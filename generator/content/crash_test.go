package content

import (
	"io/fs"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// crashing is a file system with a fault in it.
type crashing struct{ fs.FS }

func (f crashing) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "/a.md") {
		panic("a.md")
	}
	return f.FS.Open(name)
}

func TestAFaultOfTheProgramComesOutWhereTheGuideWasAskedFor(t *testing.T) {
	defer func() {
		if crash, ok := recover().(*report.Crash); !ok || crash.Cause != "a.md" {
			t.Errorf("there came %v", crash)
		}
	}()
	_, err := Load(crashing{project(files{"content/fi/a.md": page("title = \"A\"", "")})}, Options{})
	t.Errorf("the guide was loaded: %v", err)
}
