package content

import (
	"net/url"
	"regexp"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// readStatement reads what the accessibility statement is made from.
func readStatement(f *fields) guide.Statement {
	defer f.finish()
	statement := guide.Statement{
		Reviewed: f.day("reviewed"),
		Status:   f.text("status"),
		Method:   f.text("method"),
		Contact:  readContact(f),
	}
	for _, fault := range f.tables("faults") {
		statement.Faults = append(statement.Faults, readFault(fault))
	}
	wanted := report.Word("")
	switch statement.Status {
	case "", "partial", "none":
	case "full":
		if len(statement.Faults) > 0 {
			wanted = "wanted-status"
		}
	default:
		wanted = "wanted-one"
	}
	if wanted != "" {
		f.problem("status", "key-value", report.Values{"key": "status", "value": statement.Status, "wanted": wanted, "known": "full, partial, none"})
	}
	return statement
}

// readContact reads the addresses of those who answer, never of one person.
func readContact(f *fields) guide.Contact {
	contact := guide.Contact{Email: f.text("email"), Form: f.text("form"), Phone: f.text("phone")}
	checkEmail(f, contact.Email)
	address, err := url.Parse(contact.Form)
	if contact.Form != "" && (err != nil || address.Host == "" || address.Scheme != "https" && address.Scheme != "http") {
		f.problem("form", "key-value", report.Values{"key": "form", "value": contact.Form, "wanted": report.Word("wanted-https")})
	}
	return contact
}

// checkEmail finds an address that mail can't be sent to.
func checkEmail(f *fields, email string) {
	if email != "" && strings.Count(email, "@") != 1 {
		f.problem("email", "key-value", report.Values{"key": "email", "value": email, "wanted": report.Word("wanted-email")})
	}
}

var criterion = regexp.MustCompile(`^[1-4]\.[1-9]\.[1-9][0-9]?$`)

func readFault(f *fields) guide.Fault {
	defer f.finish()
	f.require("what", `"…"`)
	fault := guide.Fault{
		What:      f.text("what"),
		Criterion: f.text("criterion"),
		Reason:    f.oneOf("reason", "mend", "burden", "outside"),
		Until:     f.day("until"),
	}
	if fault.Criterion != "" && !criterion.MatchString(fault.Criterion) {
		f.problem("criterion", "key-value", report.Values{"key": "criterion", "value": fault.Criterion, "wanted": report.Word("wanted-criterion")})
	}
	return fault
}
