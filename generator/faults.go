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
	var unpublished *publish.Error
	var voikko *lexicon.Failure
	var file *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil, errors.As(err, &problems):
		return problems
	case errors.As(err, &unpublished):
		return report.Problems{unpublishedProblem(unpublished)}
	case errors.Is(err, lexicon.ErrMissing):
		return fault("", "voikko-missing", nil)
	case errors.As(err, &voikko):
		return fault("", "voikko-failed", report.Values{"detail": cmp.Or(voikko.Complaint, voikko.Err.Error())})
	case errors.As(err, &file):
		return fault(file.Path, "file-failed", report.Reason(err, nil))
	case errors.As(err, &link):
		return fault(link.New, "file-failed", report.Reason(err, nil))
	}
	return fault("", "fault-other", report.Reason(err, nil))
}

// fault is a problem of a whole file, or of none.
func fault(file, rule string, values report.Values) report.Problems {
	return report.Problems{report.Source{Name: file}.Whole(rule, values)}
}

// unpublishedProblem has its place in the folder, file or name that can't be.
func unpublishedProblem(e *publish.Error) report.Problem {
	file := cmp.Or(e.Values["folder"], e.Values["file"], e.Values["name"])
	values := report.Values(e.Values)
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
	if os.Getenv(traceVariable) != "" {
		panic(cause)
	}
	*code = exitProblems
	// Where the screen can't be written to, nothing can be said.
	_ = c.voice.Show(c.stderr, fault("", "fault-program", report.Values{"detail": fmt.Sprint(cause), "version": version(), "variable": traceVariable}))
}
