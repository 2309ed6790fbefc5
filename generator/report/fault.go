package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
)

// Fault is a problem of a whole file, or of none, as an error.
func Fault(file, rule string, values Values) Problems {
	return Problems{Source{Name: file}.Whole(rule, values)}
}

// ErrNoFile is the error of what stands in place of a file, such as a folder,
// ErrElsewhere that of a file which iCloud keeps on the net alone.
var (
	ErrNoFile    = errors.New("it is not a file")
	ErrElsewhere = errors.New("it is in iCloud alone")
)

// Unreadable is a problem of a file of the guide that can't be read.
func Unreadable(file string, err error) Problems {
	switch {
	case errors.Is(err, ErrNoFile):
		return Fault(file, "file-unreadable", Values{"error": Word("reason-no-file")})
	case errors.Is(err, ErrElsewhere):
		return Fault(file, "file-elsewhere", nil)
	case errors.Is(err, fs.ErrNotExist):
		return Fault(file, "file-missing", Reason(err, nil))
	}
	return Fault(file, "file-unreadable", Reason(err, nil))
}

// Faults puts any error into problems, so that it can be told in the user's
// language. Problems stay what they are.
func Faults(err error) Problems {
	var problems Problems
	var crash *Crash
	var refused *Refusal
	var file *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil, errors.As(err, &problems):
		return problems
	case errors.As(err, &crash):
		return Crashed(crash)
	case errors.As(err, &refused):
		return Fault("", refused.Rule, refused.Values)
	case errors.As(err, &file):
		return fileFault(file.Path, err)
	case errors.As(err, &link):
		return fileFault(link.New, err)
	}
	return Fault("", "fault-other", Reason(err, nil))
}

// fileFault is what the system has against a file or folder.
func fileFault(name string, err error) Problems {
	reason := Reason(err, nil)
	switch {
	case name == os.Stdout.Name(), name == os.Stderr.Name():
		return Fault("", "screen-failed", reason)
	case reason["error"] == Word("reason-full"):
		return Fault(name, "disk-full", nil)
	}
	return Fault(name, "file-failed", reason)
}

// TraceVariable is the variable of the environment that asks for the trace of
// a fault of the program itself.
const TraceVariable = "SPARRAUSOPAS_TRACE"

// Crashed is a fault of the program itself, by what a panic or a *Crash said.
// Where the trace is asked for, the program ends with it.
func Crashed(cause any) Problems {
	if os.Getenv(TraceVariable) != "" {
		if crash, ok := cause.(*Crash); ok {
			_, _ = os.Stderr.Write(crash.Trace)
		}
		panic(cause)
	}
	return Fault("", "fault-program", Values{"detail": fmt.Sprint(cause), "version": Version(), "variable": TraceVariable})
}

// Version names the release that this program is: a string, or the Word that
// says that it is none.
func Version() any {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return Word("version-none")
	}
	return info.Main.Version
}
