package report

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestReasonsOfTheSystemAreToldInPlainWords(t *testing.T) {
	folder := t.TempDir()
	_, missing := os.Open(folder + "/nowhere")
	isFolder := os.WriteFile(folder, nil, 0o644)
	for _, c := range []struct {
		rule string
		err  error
		want Word
	}{
		{"a file that isn't there", missing, "reason-missing"},
		{"a refusal", &fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}, "reason-permission"},
		{"a folder in place of a file", isFolder, "reason-folder"},
		{"something else", &fs.PathError{Op: "open", Path: "a", Err: errors.New("the moon is full")}, "reason-other"},
	} {
		values := Reason(c.err, Values{"file": "a"})
		if values["error"] != c.want || values["file"] != "a" {
			t.Errorf("%s: %v", c.rule, values)
		}
		for _, language := range Languages() {
			said := Printer{Language: language}.Text(Problem{Rule: "file-unreadable", Values: values})
			if strings.Contains(said, "reason-") || c.want == "reason-other" != strings.Contains(said, "the moon is full") {
				t.Errorf("%s: %s says %q", c.rule, language, said)
			}
		}
	}
}

func TestEveryReasonIsAMessage(t *testing.T) {
	for _, r := range reasons() {
		if Printer.Message(Printer{}, string(r.name), nil) == string(r.name) {
			t.Errorf("there is no message %q", r.name)
		}
	}
}

func TestADetailNamesNoOperationAndNoPath(t *testing.T) {
	moon := errors.New("the moon is full")
	inner := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: &os.SyscallError{Syscall: "renameat", Err: moon}}
	if got := Reason(&fs.PathError{Op: "make", Path: "c", Err: inner}, nil)["detail"]; got != moon.Error() {
		t.Errorf("it says %v", got)
	}
}
