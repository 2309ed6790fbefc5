package build

import (
	"context"
	"errors"
	"testing"

	"sparrausopas/generator/publish"
)

func TestWhoStopsABuildWaitsForNoStepThatIsUnderWay(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	release, late := make(chan struct{}), make(chan error, 1)
	var written []string
	render := stoppable(ctx, false, func(emit publish.Emit) error {
		err := emit("first", nil)
		stop()
		<-release
		late <- emit("late", nil)
		return err
	})
	if err := render(func(name string, _ []byte) error { written = append(written, name); return nil }); err != ErrStopped {
		t.Errorf("got %v", err)
	}
	close(release)
	if err := <-late; err != ErrStopped || len(written) != 1 {
		t.Errorf("what was under way got %v and wrote %q", err, written)
	}
}

func TestAFaultOfTheProgramComesOutOfTheRenderThatHasIt(t *testing.T) {
	err := stoppable(t.Context(), false, func(publish.Emit) error { panic("boom") })(nil)
	if err == nil || err.Error() != "boom" {
		t.Errorf("got %v", err)
	}
	broken := errors.New("broken")
	if err := stoppable(t.Context(), false, func(publish.Emit) error { return broken })(nil); err != broken {
		t.Errorf("got %v", err)
	}
}

func TestWhoStopsABuildWaitsForTheBrowserThatWorksForIt(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	ended := false
	render := stoppable(ctx, true, func(publish.Emit) error {
		stop()
		<-ctx.Done()
		ended = true
		return ctx.Err()
	})
	if err := render(nil); err != ErrStopped || !ended {
		t.Errorf("got %v, and what works for it has ended: %v", err, ended)
	}
}
