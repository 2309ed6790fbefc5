package main

import (
	"io"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

func TestAWrongCommandLineIsToldInOurWords(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-colour"}, `check has no -colour`},
		{[]string{"-jsn"}, `check has no -jsn`},
		{[]string{"--x=1"}, `check has no -x`},
		{[]string{"-json=perhaps"}, `-json can't be "perhaps"`},
		{[]string{"-wait", "a \"b\": c"}, `-wait can't be "a "b": c"`},
		{[]string{"-dir"}, `-dir lacks its value`},
		{[]string{"-jsn", "-wait", "x"}, `check has no -jsn`},
		{[]string{"---json"}, `check: "---json" can't be understood`},
		{[]string{"-=x"}, `check: "-=x" can't be understood`},
		{[]string{"site"}, `check takes no arguments, but got "site"`},
	} {
		con := &console{stdout: io.Discard, stderr: io.Discard, printer: report.Printer{}}
		f := con.flags("check")
		f.Bool("json", false, "")
		f.Duration("wait", time.Second, "")
		wrong, ok := f.parse(c.args, 0).(*report.Refusal)
		if !ok {
			t.Errorf("%q is no wrong use", c.args)
		} else if got := (report.Printer{}).Message(wrong.Rule, wrong.Values); got != c.want {
			t.Errorf("%q: %q, want %q", c.args, got, c.want)
		}
	}
}

func TestAnUnknownFlagNamesTheOneThatWasMeant(t *testing.T) {
	con := &console{stdout: io.Discard, stderr: io.Discard, printer: report.Printer{}}
	f := con.flags("check")
	f.Bool("drafts", false, "")
	wrong := f.parse([]string{"-draft"}, 0)
	if got := wrong.Error(); got != "check has no -draft: did you mean -drafts?" {
		t.Errorf("it says %q", got)
	}
}

func TestFlagsAndWordsStandInAnyOrder(t *testing.T) {
	for line, want := range map[string]string{
		"vinkki -lang sv":    "vinkki",
		"-lang sv vinkki":    "vinkki",
		"a -lang sv b c":     "a b c",
		"-lang sv":           "",
		"-lang sv a -- -b c": "a -b c",
		"-lang=sv - a":       "- a",
	} {
		f := (&console{}).flags("list")
		if err := f.parse(strings.Fields(line), 9); err != nil || strings.Join(f.words, " ") != want || f.lang != "sv" {
			t.Errorf("%q gives %q in %q (%v)", line, f.words, f.lang, err)
		}
	}
}

func TestTheLanguageCountsBehindWhatIsWrong(t *testing.T) {
	t.Setenv("LC_ALL", "fi")
	con := &console{stdout: io.Discard}
	if err := con.flags("check").parse([]string{"-jsn", "-lang", "EN"}, 0); err == nil || con.printer.Language != "en" {
		t.Errorf("it speaks %q (%v)", con.printer.Language, err)
	}
}
