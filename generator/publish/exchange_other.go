//go:build !linux

package publish

import (
	"errors"
	"os"
)

// exchange would make two folders change names in one step; only Linux can.
func exchange(*os.Root, string, string) error { return errors.ErrUnsupported }
