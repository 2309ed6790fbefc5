package main

import (
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestAFaultOfTheProgramEndsAsAMessage(t *testing.T) {
	var stderr strings.Builder
	stumble := func() (code int) {
		c := &console{stdout: &stderr, stderr: &stderr, printer: report.Printer{}}
		defer c.rescue(&code)
		panic("nobody thought of this")
	}
	if code := stumble(); code != exitProblems {
		t.Errorf("the exit code is %d", code)
	}
	said := stderr.String()
	if !strings.Contains(said, "nobody thought of this") || !strings.Contains(said, "fault-program") || strings.Contains(said, ".go:") {
		t.Errorf("it says %s", said)
	}
}

func TestTheTraceOfAFaultIsThereForThoseWhoAsk(t *testing.T) {
	t.Setenv(report.TraceVariable, "1")
	defer func() {
		if recover() == nil {
			t.Error("the fault was swallowed")
		}
	}()
	code := 0
	c := &console{}
	defer c.rescue(&code)
	panic("nobody thought of this")
}
