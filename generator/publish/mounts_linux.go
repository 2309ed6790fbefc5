package publish

import (
	"os"
	"path"
	"path/filepath"
	"strings"
)

// mount is a line of the system's table: a folder of a device, and where it is.
type mount struct{ device, folder, at string }

// isMounted reports whether a folder, or one in it, is mounted or shown by a
// mount elsewhere, as far as this process sees: another folder in its place
// would not be seen there.
func isMounted(folder string) bool {
	real, err := filepath.EvalSymlinks(folder)
	table, failed := os.ReadFile("/proc/self/mountinfo")
	if err != nil || failed != nil {
		return false
	}
	return mountsShow(parseMounts(string(table)), real)
}

// parseMounts reads /proc/self/mountinfo: ID, parent, device, folder, place.
func parseMounts(table string) []mount {
	unescape := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
	var mounts []mount
	for line := range strings.Lines(table) {
		if fields := strings.Fields(line); len(fields) > 4 {
			mounts = append(mounts, mount{fields[2], unescape.Replace(fields[3]), unescape.Replace(fields[4])})
		}
	}
	return mounts
}

// mountsShow reports whether a mount is at a folder or in it, or shows it or one
// in it elsewhere.
func mountsShow(mounts []mount, folder string) bool {
	var holds mount
	for _, m := range mounts {
		if within(folder, m.at) {
			return true
		}
		// Of two mounts at one place the later is seen.
		if within(m.at, folder) && len(m.at) >= len(holds.at) {
			holds = m
		}
	}
	own := path.Join(holds.folder, strings.TrimPrefix(folder, holds.at))
	for _, m := range mounts {
		if m.device == holds.device && within(own, m.folder) {
			return true
		}
	}
	return false
}

// within reports whether a path is that of a folder or leads into it.
func within(folder, name string) bool {
	return name == folder || strings.HasPrefix(name, strings.TrimSuffix(folder, "/")+"/")
}
