//go:build unix

package publish

import (
	"errors"
	"syscall"
)

// alive reports whether a process lives, be it somebody else's.
func alive(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
