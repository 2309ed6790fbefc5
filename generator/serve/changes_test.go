package serve

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"sparrausopas/generator/report"
)

// followed runs test with a preview whose builds take a time, in a world whose
// clock stands still while nothing happens. It returns when builds began and
// when something was shown, each from the start, and the numbers of the builds
// that were retired. Builds with the given numbers fail.
func followed(t *testing.T, took time.Duration, test func(c *changes), failing ...int) (begun, shown []time.Duration, retired []int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		c, said := newChanges(), &noise{}
		s := newBroadcaster(Options{Log: said, Printer: report.Printer{Language: "en"}, Sources: Sources{
			Watch: func() []string { return nil },
			Build: func(context.Context) (Site, report.Problems, error) {
				begun = append(begun, time.Since(start))
				number := len(begun)
				time.Sleep(took)
				if slices.Contains(failing, number) {
					return nil, nil, errors.New("faulty")
				}
				return &passing{retire: func() { retired = append(retired, number) }}, nil, nil
			},
		}})
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			for c.await(ctx) {
				s.follow(ctx, &watcher{broadcaster: s, changes: c})
			}
		}()
		go func() {
			for ctx.Err() == nil {
				next := s.now().next
				select {
				case <-next:
					shown = append(shown, time.Since(start))
				case <-ctx.Done():
				}
			}
		}()
		test(c)
		synctest.Wait()
		cancel()
		synctest.Wait()
	})
	return begun, shown, retired
}

// passing is a site that reports when it is retired.
type passing struct {
	fakeSite
	retire func()
}

func (p *passing) Retire() { p.retire() }

const ms = time.Millisecond

func expectTimes(t *testing.T, what string, got []time.Duration, want ...time.Duration) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s at %s, not at %s", what, got, want)
	}
}

func TestABuildBeginsSoonAndIsShownWhenTheSaveRests(t *testing.T) {
	begun, shown, _ := followed(t, 5*ms, func(c *changes) {
		c.add("a")
		time.Sleep(ms)
		c.add("a")
		time.Sleep(time.Second)
	})
	expectTimes(t, "builds begin", begun, ms+brief)
	expectTimes(t, "sites are shown", shown, ms+quiet)
}

func TestABuildThatTakesLongerThanTheRestIsShownAtOnce(t *testing.T) {
	_, shown, _ := followed(t, 100*ms, func(c *changes) {
		c.add("a")
		time.Sleep(time.Second)
	})
	expectTimes(t, "sites are shown", shown, brief+100*ms)
}

func TestABuildIsInVainWhenMoreChangesAtOnce(t *testing.T) {
	begun, shown, retired := followed(t, 30*ms, func(c *changes) {
		c.add("a")
		time.Sleep(10 * ms)
		c.add("b")
		time.Sleep(time.Second)
	})
	expectTimes(t, "builds begin", begun, brief, brief+30*ms)
	expectTimes(t, "sites are shown", shown, brief+60*ms)
	if !slices.Equal(retired, []int{1}) {
		t.Errorf("retired are builds %d, not the one in vain", retired)
	}
}

func TestWhatWasBuiltIsNotShownBeforeTheSaveRests(t *testing.T) {
	begun, shown, _ := followed(t, 2*ms, func(c *changes) {
		c.add("a")
		time.Sleep(10 * ms)
		c.add("a")
		time.Sleep(time.Second)
	})
	expectTimes(t, "builds begin", begun, brief, 10*ms+quiet)
	expectTimes(t, "sites are shown", shown, 10*ms+quiet+2*ms)
}

func TestChangesThatNeverRestAreShownAllTheSame(t *testing.T) {
	begun, shown, _ := followed(t, 20*ms, func(c *changes) {
		for range 100 {
			c.add("a")
			time.Sleep(5 * ms)
		}
		time.Sleep(time.Second)
	})
	if len(begun) > 6 || len(shown) < 2 || shown[0] != longest+20*ms {
		t.Errorf("builds begin at %s, sites are shown at %s", begun, shown)
	}
}

func TestChangesDuringABuildAreOneMore(t *testing.T) {
	begun, shown, _ := followed(t, 300*ms, func(c *changes) {
		c.add("a")
		for range 3 {
			time.Sleep(50 * ms)
			c.add("b")
		}
		time.Sleep(time.Second)
	})
	expectTimes(t, "builds begin", begun, brief, brief+300*ms)
	expectTimes(t, "sites are shown", shown, brief+300*ms, brief+600*ms)
}

func TestAFaultIsNotShownWhenItsFileMayHaveBeenHalfWritten(t *testing.T) {
	begun, shown, _ := followed(t, 100*ms, func(c *changes) {
		c.add("a")
		time.Sleep(50 * ms)
		c.add("a")
		time.Sleep(time.Second)
	}, 1)
	expectTimes(t, "builds begin", begun, brief, brief+100*ms)
	expectTimes(t, "sites are shown", shown, brief+200*ms)
	_, shown, _ = followed(t, 100*ms, func(c *changes) {
		c.add("a")
		time.Sleep(time.Second)
	}, 1)
	expectTimes(t, "faults are shown", shown, brief+100*ms)
}

func TestTheChangesOfABuildAreNamedOnce(t *testing.T) {
	c := newChanges()
	for _, path := range []string{"a", "b", "a"} {
		c.add(path)
	}
	c.begin()
	c.add("c")
	if paths := c.shown(); !slices.Equal(paths, []string{"a", "b"}) {
		t.Errorf("shown are %q", paths)
	}
	c.add(unknown)
	if c.begin(); !slices.Equal(c.shown(), []string{"c"}) {
		t.Error("what came later isn't shown later")
	}
}

func TestASiteIsRetiredWhenNobodyComparesItAnyMore(t *testing.T) {
	builds, retired := 0, []int(nil)
	s := newBroadcaster(Options{Sources: Sources{Build: func(context.Context) (Site, report.Problems, error) {
		builds++
		number := builds
		return &passing{retire: func() { retired = append(retired, number) }}, nil, nil
	}}})
	for range 3 {
		s.put(s.build(t.Context()))
	}
	s.build(t.Context())
	if !slices.Equal(retired, []int{1, 2}) {
		t.Errorf("retired are builds %d", retired)
	}
}
