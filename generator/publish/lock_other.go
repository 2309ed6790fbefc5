//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import (
	"errors"
	"os"
)

// lock would lock an open file. Windows renames no folder with an open file in
// it, so that the lock would have to go just when it is needed.
func lock(*os.File) error { return errors.ErrUnsupported }
