package serve

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

// diary tells the author, in the terminal, what happens. Where the terminal
// can't be written to, nothing can be said.
type diary struct {
	voice report.Voice
	out   io.Writer
}

func (s *show) diary() diary { return diary{s.Voice, s.Log} }

func (d diary) say(name string, values report.Values) {
	_, _ = fmt.Fprintln(d.out, d.voice.Say(name, values))
}

func (d diary) open(address, others string) {
	d.say("serve-address", report.Values{"address": address})
	if others != "" {
		d.say("serve-open-to-all", report.Values{"address": others})
	}
}

func (d diary) polling(why error) {
	_, _ = fmt.Fprintln(d.out, d.voice.Advise("serve-polling", report.Values{"error": why.Error()}))
}

// built tells of a build: what had changed, how long it took, what is wrong.
// The first good one has nothing to tell.
func (d diary) built(changed []string, took time.Duration, before, after *scene) {
	d.faults(before, after)
	name := "serve-built"
	if after.faulty() {
		name = "serve-failed"
	}
	if len(changed) > 0 || after.faulty() {
		d.say(name, report.Values{"clock": time.Now().Format(time.TimeOnly), "what": d.what(changed), "time": d.inWords(took)})
	}
}

// faults shows what is wrong, unless it has just been shown.
func (d diary) faults(before, after *scene) {
	switch {
	case after.broken != nil && (before.broken == nil || before.broken.Error() != after.broken.Error()):
		_, _ = fmt.Fprintln(d.out, after.broken)
	case len(after.faults) > 0 && before.faults.Error() != after.faults.Error():
		_ = d.voice.Show(d.out, after.faults)
	}
}

// what names the files that changed.
func (d diary) what(changed []string) string {
	switch len(changed) {
	case 0:
		return d.voice.Say("serve-first", nil)
	case 1:
		return filepath.ToSlash(changed[0])
	}
	return d.voice.Say("serve-changed", report.Values{"file": filepath.ToSlash(changed[0]), "count": len(changed) - 1})
}

// inWords returns a time as a reader needs it: 38 ms, 1.24 s.
func (d diary) inWords(took time.Duration) string {
	if took < time.Second {
		return strconv.FormatInt(took.Milliseconds(), 10) + " ms"
	}
	return d.voice.Seconds(took)
}
