//go:build !unix

package publish

import "os"

// alive reports whether a process lives; where the system can't tell, all do.
func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	process.Release()
	return true
}
