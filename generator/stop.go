package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"syscall"

	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// errStopped says that the user stopped a build.
var errStopped = errors.New("the build was stopped")

// untilStopped gives a context that ends when the user stops the program, with
// Ctrl-C or by closing its window. Who does so twice doesn't wait.
func untilStopped() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// stoppable lets files through until ctx ends, then ends what emits them.
func stoppable(ctx context.Context, emit publish.Emit) publish.Emit {
	return func(name string, data []byte) error {
		if ctx.Err() != nil {
			return errStopped
		}
		return emit(name, data)
	}
}

// unpublished shows why a site wasn't published, and says that it wasn't.
func (c *console) unpublished(err error) error {
	problems, ok := errors.AsType[report.Problems](err)
	if !ok {
		return err
	}
	if err := c.voice.Show(c.stderr, problems); err != nil {
		return err
	}
	fmt.Fprintln(c.stderr, c.voice.Say("nothing-published", report.Values{"problems": c.voice.Count("problem", len(problems))}))
	return errProblems
}
