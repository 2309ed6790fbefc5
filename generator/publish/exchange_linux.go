package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange makes two folders change names in one step. Where that can't be done
// the error is errors.ErrUnsupported.
func exchange(parent *os.Root, a, b string) error {
	dir, err := parent.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	fd := int(dir.Fd())
	err = unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported // a file system that doesn't know the flag; ENOSYS and ENOTSUP are ErrUnsupported as they are
	}
	return err
}
