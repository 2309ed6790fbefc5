package report

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"strings"
)

// Reason adds to values why the system refused something: "error" is the word
// for it, or one that shows "detail", which is what the system said itself. A
// message shows it as {error}.
func Reason(err error, values Values) Values {
	all := Values{"error": Word("reason-other"), "detail": detail(err)}
	for _, r := range reasons() {
		if errors.Is(err, r.err) {
			all = Values{"error": r.name}
			break
		}
	}
	// Package os has no name for the error of a link that leads out of a Root.
	if strings.Contains(err.Error(), "path escapes from parent") {
		all = Values{"error": Word("reason-outside")}
	}
	maps.Copy(all, values)
	return all
}

// reason is a message for an error of the system.
type reason struct {
	err  error
	name Word
}

// reasons are those that can be told in plain words: the ones of every system,
// then those of this one.
func reasons() []reason {
	return append([]reason{
		{fs.ErrPermission, "reason-permission"},
		{fs.ErrNotExist, "reason-missing"},
		{fs.ErrExist, "reason-taken"},
		{os.ErrDeadlineExceeded, "reason-slow"},
	}, systemReasons()...)
}

// detail is what is left of an error without the operations and the paths,
// which the message names itself.
func detail(err error) string {
	for {
		var in *fs.PathError
		var link *os.LinkError
		var system *os.SyscallError
		switch {
		case errors.As(err, &in):
			err = in.Err
		case errors.As(err, &link):
			err = link.Err
		case errors.As(err, &system):
			err = system.Err
		default:
			return strings.TrimSpace(err.Error())
		}
	}
}
