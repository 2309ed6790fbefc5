package publish

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Error is why a site can't be published. Fault names what is wrong, Values say
// more of it, by name; the caller words both. The faults are
//
//	out-root        folder          can't hold a site
//	out-parent      folder          the folder above can't be made or opened
//	out-link        folder          is a symbolic link
//	out-file        folder          is a file
//	out-strange     folder, files   holds files that Write didn't make, or in a fresh folder
//	out-foreign     folder, files   is no site that Write made
//	out-unreadable  folder          can't be looked into
//	out-beside      folder          no new folder can be made beside it
//	out-taken       folder, left    is being filled in place by another process, in the folder left in it
//	out-changed     folder, file    was changed by another process while it was made: it lacks file
//	out-rights      file            can't be given the rights that it had
//	out-busy        folder          can't be replaced; aside names where the old site went, if it didn't come back
//	out-leftover    folder, left    is new, but the old files in left beside it can't be removed
//	out-unwritable  file            can't be written
//	name-wrong      name            no file of a site can be called that
//	name-system     name            no file can be called that on this system
//	name-reserved   name            Write makes a file of that name itself
//	name-case       name, other     differ only in case
//	name-twice      name            two files have it
//	name-folder     name            a file and a folder have it
type Error struct {
	Fault  string
	Values map[string]string
	// Err is the error of the system, nil if there was none.
	Err error
}

// Error returns a text for programmers: out-unwritable file=public/a.html:
// permission denied.
func (e *Error) Error() string {
	var out strings.Builder
	out.WriteString(e.Fault)
	for _, name := range slices.Sorted(maps.Keys(e.Values)) {
		fmt.Fprintf(&out, " %s=%s", name, e.Values[name])
	}
	if e.Err != nil {
		out.WriteString(": " + e.Err.Error())
	}
	return out.String()
}

func (e *Error) Unwrap() error { return e.Err }

// values are those of an Error.
type values = map[string]string
