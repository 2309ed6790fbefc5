package publish

import (
	"bytes"
	"os"

	"golang.org/x/sys/unix"
)

// inherited is the attribute of a folder that its files get.
const inherited = "system.posix_acl_default"

// attributeMost is how long an attribute can be at most.
const attributeMost = 64 << 10

// isRight reports whether an attribute says who may do what.
func isRight(name string) bool {
	switch name {
	case "system.posix_acl_access", inherited, "system.nfs4_acl", "security.selinux", "security.SMACK64":
		return true
	}
	return false
}

// attributesOf returns the access lists and labels of an open file; where the
// file system knows none it has none.
func attributesOf(f *os.File) map[string]string {
	found := map[string]string{}
	names := make([]byte, 1024)
	size, err := unix.Flistxattr(int(f.Fd()), names)
	if err == unix.ERANGE {
		names = make([]byte, attributeMost)
		size, err = unix.Flistxattr(int(f.Fd()), names)
	}
	if err != nil {
		return found
	}
	for name := range bytes.SplitSeq(names[:size], []byte{0}) {
		if !isRight(string(name)) {
			continue
		}
		value := make([]byte, attributeMost)
		if size, err := unix.Fgetxattr(int(f.Fd()), string(name), value); err == nil {
			found[string(name)] = string(value[:size])
		}
	}
	return found
}

// giveAttributes gives an open file the attributes that it lacks, and takes
// those from it that it alone has.
func giveAttributes(f *os.File, now, wanted map[string]string) error {
	for name, value := range wanted {
		if now[name] == value {
			continue
		}
		if err := unix.Fsetxattr(int(f.Fd()), name, []byte(value), 0); err != nil {
			return err
		}
	}
	for name := range now {
		if _, kept := wanted[name]; kept {
			continue
		}
		if err := unix.Fremovexattr(int(f.Fd()), name); err != nil {
			return err
		}
	}
	return nil
}
