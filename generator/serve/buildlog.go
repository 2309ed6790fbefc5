package serve

import (
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

// log writes a line to the author's terminal. An error of writing there has no
// other place to be reported.
func (s *broadcaster) log(line string) { _, _ = fmt.Fprintln(s.Log, line) }

// logBuild logs a build: what is wrong, what had changed and how long it took.
// The first good one isn't logged.
func (s *broadcaster) logBuild(changed []string, took time.Duration, before, after *state) {
	s.logFault(before, after)
	name := "serve-built"
	if after.err != nil {
		name = "serve-failed"
	}
	if len(changed) > 0 || after.err != nil {
		s.log(s.Printer.Message(name, report.Values{"clock": time.Now().Format(time.TimeOnly), "what": s.names(changed), "time": s.inWords(took)}))
	}
}

// logFault logs why the build failed, unless the one before failed for the
// same.
func (s *broadcaster) logFault(before, after *state) {
	if after.err == nil || before.err != nil && before.err.Error() == after.err.Error() {
		return
	}
	if problems := problemsOf(after.err); len(problems) > 0 {
		_ = s.Printer.Show(s.Log, problems)
	} else {
		s.log(after.err.Error())
	}
}

// names names the files that changed.
func (s *broadcaster) names(changed []string) string {
	switch len(changed) {
	case 0:
		return s.Printer.Message("serve-first", nil)
	case 1:
		return filepath.ToSlash(changed[0])
	}
	return s.Printer.Message("serve-changed", report.Values{"file": filepath.ToSlash(changed[0]), "count": len(changed) - 1})
}

// inWords returns a time as a reader needs it: 38 ms, 1.24 s.
func (s *broadcaster) inWords(took time.Duration) string {
	if took < time.Second {
		return strconv.FormatInt(took.Milliseconds(), 10) + " ms"
	}
	return s.Printer.Seconds(took)
}
