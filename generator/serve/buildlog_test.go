package serve

import (
	"testing"
	"time"

	"sparrausopas/generator/report"
)

func TestTheLogWritesTimesTheLanguagesWay(t *testing.T) {
	l := newBroadcaster(Options{Printer: report.Printer{Language: "fi"}})
	if short, long := l.inWords(38*time.Millisecond), l.inWords(1240*time.Millisecond); short != "38 ms" || long != "1,24 s" {
		t.Errorf("%q, %q", short, long)
	}
}
