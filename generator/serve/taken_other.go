//go:build !windows

package serve

import (
	"errors"
	"syscall"
)

// isTaken reports whether another program has the port.
func isTaken(err error) bool { return errors.Is(err, syscall.EADDRINUSE) }
