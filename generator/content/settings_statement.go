package content

import (
	"regexp"
	"strings"

	"sparrausopas/generator/guide"
)

// readStatement reads what the accessibility statement is made from.
func readStatement(f *fields) guide.Statement {
	defer f.finish()
	statement := guide.Statement{
		Reviewed: f.day("reviewed"),
		Status:   f.text("status"),
		Method:   f.text("method"),
		Contact:  guide.Contact{Email: f.email(), Form: f.webAddress("form"), Phone: f.text("phone")},
		Faults:   tablesOf(f, "faults", readFault),
	}
	switch statement.Status {
	case "":
	case "full":
		if len(statement.Faults) > 0 {
			f.wrongValue("status", statement.Status, "wanted-status")
		}
	default:
		f.oneOf("status", "full", "partial", "none")
	}
	return statement
}

// email reads an address that mail can be sent to.
func (f *fields) email() string {
	email := f.text("email")
	if email != "" && strings.Count(email, "@") != 1 {
		f.wrongValue("email", email, "wanted-email")
	}
	return email
}

var criterion = regexp.MustCompile(`^[1-4]\.[1-9]\.[1-9][0-9]?$`)

func readFault(f *fields) guide.Fault {
	f.require("what", `"…"`)
	fault := guide.Fault{
		What:      f.text("what"),
		Criterion: f.text("criterion"),
		Reason:    f.oneOf("reason", "mend", "burden", "outside"),
		Until:     f.day("until"),
	}
	if fault.Criterion != "" && !criterion.MatchString(fault.Criterion) {
		f.wrongValue("criterion", fault.Criterion, "wanted-criterion")
	}
	return fault
}
