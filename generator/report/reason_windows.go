package report

import "syscall"

// The numbers are those of Windows' system error codes.
func systemReasons() []reason {
	return []reason{
		{syscall.Errno(112), "reason-full"},
		{syscall.Errno(39), "reason-full"},
		{syscall.Errno(19), "reason-permission"},
		{syscall.Errno(32), "reason-busy"},
		{syscall.Errno(33), "reason-busy"},
		{syscall.Errno(4), "reason-many"},
		{syscall.Errno(206), "reason-long"},
		{syscall.Errno(267), "reason-file"},
		{syscall.Errno(64), "reason-broken"},
		{syscall.Errno(1117), "reason-broken"},
		{syscall.Errno(10048), "reason-port"},
		{syscall.Errno(10049), "reason-host"},
		{syscall.EADDRNOTAVAIL, "reason-host"},
	}
}
