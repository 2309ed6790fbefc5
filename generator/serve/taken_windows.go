package serve

import (
	"errors"
	"syscall"
)

// isTaken reports whether another program has the port. Package syscall has no
// names for these errors of Windows: WSAEADDRINUSE, and WSAEACCES for a port
// that another program wants for itself alone.
func isTaken(err error) bool {
	return errors.Is(err, syscall.Errno(10048)) || errors.Is(err, syscall.Errno(10013))
}
