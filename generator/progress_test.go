package main

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"sparrausopas/generator/report"
)

// screenOf returns what a terminal shows of its lines.
func screenOf(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		var shown []rune
		for part := range strings.SplitSeq(line, "\r") {
			letters := []rune(part)
			shown = append(letters, shown[min(len(letters), len(shown)):]...)
		}
		lines = append(lines, strings.TrimRight(string(shown), " "))
	}
	return lines
}

// watched does long work on a terminal that is 40 columns wide.
func watched(t *testing.T, work func(c *console, p *progress, shows func() string)) (said string) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var terminal bytes.Buffer
		c := &console{stdout: &terminal, stderr: &terminal, printer: report.Printer{Language: "fi"}}
		p, end := c.watchOn(func() int { return 40 })
		work(c, p, func() string {
			synctest.Wait()
			lines := screenOf(terminal.String())
			return lines[len(lines)-1]
		})
		end()
		said = terminal.String()
	})
	return said
}

func TestWhatTakesLessThanASecondShowsNothing(t *testing.T) {
	said := watched(t, func(_ *console, p *progress, _ func() string) {
		p.note("pages", 1, 2)
		time.Sleep(brief - time.Millisecond)
		p.note("pages", 2, 2)
	})
	if said != "" {
		t.Errorf("the terminal got %q", said)
	}
}

func TestLongWorkShowsHowFarItIsAndLeavesNothingBehind(t *testing.T) {
	said := watched(t, func(c *console, p *progress, shows func() string) {
		for _, s := range []struct {
			phase       string
			done, total int
			want        string
		}{
			{"texts", 0, 0, "luetaan tekstejä …"},
			{"pages", 0, 100, "tehdään sivuja: 0/100"},
			{"pages", 10, 100, "tehdään sivuja: 10/100, vielä noin 36 s"},
			// Another goroutine is late with what it tells.
			{"pages", 9, 100, "tehdään sivuja: 10/100, vielä noin 54 s"},
			{"pages", 11, 1000, "tehdään sivuja: 11/1000, vielä noin 3 m"},
			{"pages", 12, 1000, "tehdään sivuja: 12/1000, vielä noin 6 m"},
			{"words", 10, 10, "kysytään sanoja Voikolta: 10/10"},
			{"words", 10, 10, "kysytään sanoja Voikolta: 10/10"},
		} {
			p.note(s.phase, s.done, s.total)
			time.Sleep(2 * time.Second)
			if got := shows(); got != s.want {
				t.Errorf("the line is %q, want %q", got, s.want)
			}
		}
		if c.write("alakylä: 3 sivua\n"); shows() != "" {
			t.Errorf("the line is %q behind what was said", shows())
		}
		time.Sleep(redrawn)
		if shows() == "" {
			t.Error("the line doesn't come back")
		}
	})
	if got := strings.Join(screenOf(said), "|"); got != "alakylä: 3 sivua|" {
		t.Errorf("at the end the screen is %q", got)
	}
	for line := range strings.FieldsFuncSeq(said, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if len([]rune(line)) >= 40 {
			t.Errorf("the line is wider than the terminal: %q", line)
		}
	}
}

func TestWhatIsNoTerminalGetsNoLine(t *testing.T) {
	var stderr bytes.Buffer
	c := &console{stdout: &stderr, stderr: &stderr}
	p, end := c.watch(true)
	defer end()
	if p.note("pages", 1, 2); p != nil || c.stderr != &stderr {
		t.Error("there is a line")
	}
}
