package report

import (
	"fmt"
	"runtime/debug"
)

// Crash is a fault of the program itself that came up in work beside other
// work.
type Crash struct {
	// Cause is what the panic said, Trace where it came from.
	Cause any
	Trace []byte
}

func (c *Crash) Error() string { return fmt.Sprint(c.Cause) }

// Rescued makes work safe for a goroutine, where a panic would end the program
// with a trace: it gives that as a *Crash. Who asked for the work returns the
// error or, if it has none to return, panics with it, so that it comes out
// where the program knows what to say.
//
//	group.Go(report.Rescued(func() error { … }))
func Rescued(work func() error) func() error {
	return func() (err error) {
		defer func() {
			switch cause := recover().(type) {
			case nil:
			case *Crash:
				err = cause
			default:
				err = &Crash{cause, debug.Stack()}
			}
		}()
		return work()
	}
}
