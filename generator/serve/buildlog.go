package serve

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

// buildLog writes to the author's terminal what happens. An error of writing
// there has no other place to be reported.
type buildLog struct {
	voice report.Voice
	out   io.Writer
}

func (s *broadcaster) log() buildLog { return buildLog{s.Voice, s.Log} }

func (l buildLog) say(name string, values report.Values) {
	_, _ = fmt.Fprintln(l.out, l.voice.Say(name, values))
}

func (l buildLog) open(address, others string) {
	l.say("serve-address", report.Values{"address": address})
	if others != "" {
		l.say("serve-open-to-all", report.Values{"address": others})
	}
}

func (l buildLog) polling(why error) {
	_, _ = fmt.Fprintln(l.out, l.voice.Advise("serve-polling", report.Values{"error": why.Error()}))
}

// built logs a build: what had changed, how long it took, what is wrong. The
// first good one isn't logged.
func (l buildLog) built(changed []string, took time.Duration, before, after *state) {
	l.fault(before, after)
	name := "serve-built"
	if after.err != nil {
		name = "serve-failed"
	}
	if len(changed) > 0 || after.err != nil {
		l.say(name, report.Values{"clock": time.Now().Format(time.TimeOnly), "what": l.what(changed), "time": l.inWords(took)})
	}
}

// fault writes why the build failed, unless the one before failed for the same.
func (l buildLog) fault(before, after *state) {
	if after.err == nil || before.err != nil && before.err.Error() == after.err.Error() {
		return
	}
	if problems := problemsOf(after.err); len(problems) > 0 {
		_ = l.voice.Show(l.out, problems)
	} else {
		_, _ = fmt.Fprintln(l.out, after.err)
	}
}

// what names the files that changed.
func (l buildLog) what(changed []string) string {
	switch len(changed) {
	case 0:
		return l.voice.Say("serve-first", nil)
	case 1:
		return filepath.ToSlash(changed[0])
	}
	return l.voice.Say("serve-changed", report.Values{"file": filepath.ToSlash(changed[0]), "count": len(changed) - 1})
}

// inWords returns a time as a reader needs it: 38 ms, 1.24 s.
func (l buildLog) inWords(took time.Duration) string {
	if took < time.Second {
		return strconv.FormatInt(took.Milliseconds(), 10) + " ms"
	}
	return l.voice.Seconds(took)
}
