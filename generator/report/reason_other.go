//go:build !windows

package report

import "syscall"

func systemReasons() []reason {
	return []reason{
		{syscall.ENOSPC, "reason-full"},
		{syscall.EDQUOT, "reason-full"},
		{syscall.EROFS, "reason-permission"},
		{syscall.EISDIR, "reason-folder"},
		{syscall.ENOTDIR, "reason-file"},
		{syscall.EMFILE, "reason-many"},
		{syscall.ENFILE, "reason-many"},
		{syscall.ENAMETOOLONG, "reason-long"},
		{syscall.EBUSY, "reason-busy"},
		{syscall.EIO, "reason-broken"},
		{syscall.ELOOP, "reason-circle"},
		{syscall.EFBIG, "reason-full"},
		{syscall.EADDRINUSE, "reason-port"},
		{syscall.EADDRNOTAVAIL, "reason-host"},
	}
}
