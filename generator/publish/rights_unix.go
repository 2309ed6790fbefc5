//go:build unix

package publish

import (
	"io/fs"
	"os"
	"syscall"
)

// rightsOf returns the rights of an open file or folder.
func rightsOf(f *os.File, info fs.FileInfo) rights {
	system, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return rights{}
	}
	return rights{known: true, mode: info.Mode(), user: int(system.Uid), group: int(system.Gid), attributes: attributesOf(f)}
}

// give gives an open file or folder these rights. The mode is last: a change of
// the owner takes bits from it.
func (r rights) give(f *os.File) error {
	if !r.known {
		return nil
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	now := rightsOf(f, info)
	changed, err := r.giveOwner(f, now)
	if err == nil && r.attributes != nil {
		err = giveAttributes(f, now.attributes, r.attributes)
	}
	if err == nil && (changed || (info.Mode()^r.mode)&modeBits != 0) {
		err = f.Chmod(r.mode & modeBits)
	}
	if err != nil {
		return &Error{"out-rights", values{}, err}
	}
	return nil
}

// giveOwner gives an open file to the user and the group, unless it is theirs.
func (r rights) giveOwner(f *os.File, now rights) (changed bool, err error) {
	user, group := r.user, r.group
	if user == now.user {
		user = -1
	}
	if group == now.group {
		group = -1
	}
	if user == -1 && group == -1 {
		return false, nil
	}
	return true, f.Chown(user, group)
}
