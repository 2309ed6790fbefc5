package report

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestErrorsOfTheSystemAreProblems(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "a.md", Err: fs.ErrPermission}, "a.md: the file or folder can't be used: you may not read or write it [file-failed]"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrExist}, "b: the file or folder can't be used: there is already something of that name [file-failed]"},
		{errors.New("boom"), "the program couldn't go on: the system says: boom [fault-other]"},
	} {
		var out strings.Builder
		if err := (Printer{}).Show(&out, Faults(c.err)); err != nil {
			t.Fatal(err)
		}
		if got, _, _ := strings.Cut(out.String(), "\n"); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
