package build

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

func TestErrorsOfPackagesWithoutWordsAreToldInPlainWords(t *testing.T) {
	full := &publish.Error{Fault: "out-unwritable", Values: map[string]string{"file": "public/a.html"}, Err: syscall.ENOSPC}
	for _, c := range []struct {
		err  error
		want string
	}{
		{full, "public/a.html: the file can't be written: the disk is full [out-unwritable]"},
		{&publish.Error{Fault: "out-file", Values: map[string]string{"folder": "public"}}, "public: this is a file, not a folder [out-file]"},
		{fmt.Errorf("lexicon: %w", lexicon.ErrMissing), "the lexicon is made with Voikko, which isn't installed [voikko-missing]"},
		{&lexicon.Failure{Err: errors.New("exit status 1")}, "Voikko stopped in the middle [voikko-failed]"},
	} {
		var out strings.Builder
		if err := (report.Printer{}).Show(&out, Problems(c.err)); err != nil {
			t.Fatal(err)
		}
		if got, _, _ := strings.Cut(out.String(), "\n"); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

func TestEveryFaultOfPublishingIsAMessage(t *testing.T) {
	doc, err := os.ReadFile("../publish/error.go")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for line := range strings.Lines(string(doc)) {
		fault, values, ok := strings.Cut(strings.TrimPrefix(line, "//\t"), " ")
		if !ok || !strings.HasPrefix(line, "//\t") {
			continue
		}
		named++
		for _, language := range report.Languages() {
			if said := (report.Printer{Language: language}).Message(fault, nil); said == fault {
				t.Errorf("%s lacks a message for %s %s", language, fault, values)
			}
		}
	}
	if named < 15 {
		t.Errorf("only %d faults are named", named)
	}
}

func TestThePreviewOutlivesAFaultOfTheProgram(t *testing.T) {
	t.Setenv(report.TraceVariable, "")
	err := func() (err error) {
		defer caught(&err)
		panic("boom")
	}()
	problems, _ := errors.AsType[report.Problems](err)
	if len(problems) != 1 || problems[0].Rule != "fault-program" || problems[0].Values["detail"] != "boom" {
		t.Error(err)
	}
}
