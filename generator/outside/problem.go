package outside

import (
	"net/url"
	"strconv"

	"sparrausopas/generator/report"
)

// Problem returns what is wrong with a link to an address, without a place;
// wrong is false if the page is alive or the answer unsure.
func (a Answer) Problem(address string) (found report.Problem, wrong bool) {
	values := report.Values{"target": address}
	rule := ""
	switch a.State {
	case Dead:
		rule, values["status"] = "link-dead", strconv.Itoa(a.Status)
	case Moved:
		rule, values["moved"] = "link-moved", a.To
	case Certificate:
		rule = "link-certificate"
	case NoHost:
		rule, values["host"] = "link-host", address
		if parsed, err := url.Parse(address); err == nil {
			values["host"] = parsed.Hostname()
		}
	}
	return report.Problem{Rule: rule, Values: values}, rule != ""
}
