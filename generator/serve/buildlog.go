package serve

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

// buildLog tells the author, in the terminal, what happens. Where the terminal
// can't be written to, nothing can be said.
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

// built tells of a build: what had changed, how long it took, what is wrong.
// The first good one has nothing to tell.
func (l buildLog) built(changed []string, took time.Duration, before, after *state) {
	l.faults(before, after)
	name := "serve-built"
	if after.faulty() {
		name = "serve-failed"
	}
	if len(changed) > 0 || after.faulty() {
		l.say(name, report.Values{"clock": time.Now().Format(time.TimeOnly), "what": l.what(changed), "time": l.inWords(took)})
	}
}

// faults shows what is wrong, unless it has just been shown.
func (l buildLog) faults(before, after *state) {
	switch {
	case after.broken != nil && (before.broken == nil || before.broken.Error() != after.broken.Error()):
		_, _ = fmt.Fprintln(l.out, after.broken)
	case len(after.faults) > 0 && before.faults.Error() != after.faults.Error():
		_ = l.voice.Show(l.out, after.faults)
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
