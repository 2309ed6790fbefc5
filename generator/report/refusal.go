package report

// Refusal is why something that was asked for isn't done, though nothing is
// wrong with a file: a message of the catalogue. Usage says that the command
// line itself can't be carried out.
type Refusal struct {
	Rule   string
	Values Values
	Usage  bool
}

// Error is the message and what to do instead, in English.
func (r *Refusal) Error() string { return Printer{}.WithHint(r.Rule, r.Values) }
