package serve

import (
	"testing"
	"time"

	"sparrausopas/generator/report"
)

func TestTheDiaryWritesTimesTheLanguagesWay(t *testing.T) {
	d := diary{voice: report.Voice{Language: "fi"}}
	if short, long := d.inWords(38*time.Millisecond), d.inWords(1240*time.Millisecond); short != "38 ms" || long != "1,24 s" {
		t.Errorf("%q, %q", short, long)
	}
}
