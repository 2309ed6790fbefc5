package build

import (
	"cmp"
	"errors"

	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// Problems puts the error of any package into words.
func Problems(err error) report.Problems { return report.Faults(asProblems(err)) }

// asProblems puts into words what packages say that know none. The place of
// what can't be published is the folder, file or name that can't be.
func asProblems(err error) error {
	var e *publish.Error
	var voikko *lexicon.Failure
	switch {
	case errors.Is(err, lexicon.ErrMissing):
		return report.Fault("", "voikko-missing", nil)
	case errors.As(err, &voikko):
		return report.Fault("", "voikko-failed", report.Values{"detail": cmp.Or(voikko.Complaint, voikko.Err.Error())})
	case !errors.As(err, &e):
		return err
	}
	values := report.Values{}
	for name, value := range e.Values {
		values[name] = value
	}
	if e.Err != nil {
		values = report.Reason(e.Err, values)
	}
	return report.Fault(cmp.Or(e.Values["folder"], e.Values["file"], e.Values["name"]), e.Fault, values)
}
