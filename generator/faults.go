package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// faultsOf puts an error of any package into problems, so that it can be told
// in the user's language. Problems stay what they are.
func faultsOf(err error) report.Problems {
	var problems report.Problems
	var crash *report.Crash
	var unpublished *publish.Error
	var voikko *lexicon.Failure
	var file *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil, errors.As(err, &problems):
		return problems
	case errors.As(err, &crash):
		return programFault(crash)
	case errors.As(err, &unpublished):
		return report.Problems{unpublishedProblem(unpublished)}
	case errors.Is(err, lexicon.ErrMissing):
		return fault("", "voikko-missing", nil)
	case errors.As(err, &voikko):
		return fault("", "voikko-failed", report.Values{"detail": cmp.Or(voikko.Complaint, voikko.Err.Error())})
	case errors.As(err, &file):
		return fileFault(file.Path, err)
	case errors.As(err, &link):
		return fileFault(link.New, err)
	}
	return fault("", "fault-other", report.Reason(err, nil))
}

// fileFault is what the system has against a file or folder.
func fileFault(name string, err error) report.Problems {
	reason := report.Reason(err, nil)
	switch {
	case name == os.Stdout.Name(), name == os.Stderr.Name():
		return fault("", "screen-failed", reason)
	case reason["error"] == report.Word("reason-full"):
		return fault(name, "disk-full", nil)
	}
	return fault(name, "file-failed", reason)
}

// fault is a problem of a whole file, or of none.
func fault(file, rule string, values report.Values) report.Problems {
	return report.Problems{report.Source{Name: file}.Whole(rule, values)}
}

// unpublishedProblem has its place in the folder, file or name that can't be.
func unpublishedProblem(e *publish.Error) report.Problem {
	file := cmp.Or(e.Values["folder"], e.Values["file"], e.Values["name"])
	values := report.Values{}
	for name, value := range e.Values {
		values[name] = value
	}
	if e.Err != nil {
		values = report.Reason(e.Err, values)
	}
	return report.Source{Name: file}.Whole(e.Fault, values)
}

// traceVariable is the variable of the environment that asks for the trace of
// a fault of the program itself.
const traceVariable = "SPARRAUSOPAS_TRACE"

// rescue ends a command that met a fault of the program: with a message in
// place of a trace, unless that is asked for. It is to be deferred.
func (c *console) rescue(code *int) {
	cause := recover()
	if cause == nil {
		return
	}
	*code = exitProblems
	// Where the screen can't be written to, nothing can be said.
	_ = c.voice.Show(c.stderr, programFault(cause))
}

// caught makes an error of a fault of the program, so that the preview outlives
// it. It is to be deferred.
func caught(err *error) {
	if cause := recover(); cause != nil {
		*err = programFault(cause)
	}
}

// programFault is a fault of the program itself. Where the trace is asked for,
// the program ends with it.
func programFault(cause any) report.Problems {
	if os.Getenv(traceVariable) != "" {
		if crash, ok := cause.(*report.Crash); ok {
			_, _ = os.Stderr.Write(crash.Trace)
		}
		panic(cause)
	}
	return fault("", "fault-program", report.Values{"detail": fmt.Sprint(cause), "version": version(), "variable": traceVariable})
}
