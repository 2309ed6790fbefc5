package build

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/report"
)

func TestTheWorkerNamesTheFilesOfAllOutputs(t *testing.T) {
	var mutex sync.Mutex
	worker := ""
	_, _, err := Files(os.DirFS("../.."), Settings{}, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		if name == "service-worker.js" {
			worker = string(data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{`"index.html"`, `"search/fi/index.js"`} {
		if !strings.Contains(worker, name) {
			t.Errorf("the worker doesn't name %s", name)
		}
	}
}

func TestAFileThatCanNotBeTakenEndsTheBuild(t *testing.T) {
	full := errors.New("no room")
	_, _, err := Files(os.DirFS("../testdata/site"), Settings{}, func(string, []byte) error { return full })
	if !errors.Is(err, full) {
		t.Errorf("the error is %v", err)
	}
}

func TestAFaultOfTheProgramInAnOutputIsAnError(t *testing.T) {
	var crash *report.Crash
	_, _, err := Files(os.DirFS("../testdata/site"), Settings{}, func(string, []byte) error { panic("boom") })
	if !errors.As(err, &crash) {
		t.Errorf("the error is %v", err)
	}
}
