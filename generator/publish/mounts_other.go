//go:build !linux

package publish

// isMounted would report whether a folder is mounted; where that isn't known
// its exchange fails, and says what to do.
func isMounted(string) bool { return false }
