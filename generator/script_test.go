package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"generator": main, "sparrausopas": main})
}

// TestCommandLine runs the scripts in testdata/script: each starts the program
// as a person would, in a folder that holds the tiny guide as "site". Run them
// with -update to write anew what the program says.
func TestCommandLine(t *testing.T) {
	tiny, err := filepath.Abs(siteDir)
	if err != nil {
		t.Fatal(err)
	}
	web := newWeb(t)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Setup: func(env *testscript.Env) error {
			// The tiny guide's statement is of the day before.
			env.Setenv("SOURCE_DATE_EPOCH", "1795305600")
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("WEB", web)
			return os.CopyFS(filepath.Join(env.WorkDir, "site"), os.DirFS(tiny))
		},
	})
}
