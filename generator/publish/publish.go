package publish

import "cmp"

// Emit takes one finished file of the site; name is slash-separated and
// relative. It doesn't keep data, and is safe for concurrent use until render
// returns.
type Emit func(name string, data []byte) error

// Result counts what a Write did with the files that render emitted.
type Result struct {
	Files   int   // files emitted
	Bytes   int64 // their total size
	Changed int   // those of them that are new or differ from the old site
}

// Write makes the folder out hold exactly the files that render emits, all or
// nothing.
func Write(out string, render func(Emit) error) (result Result, err error) {
	p, err := openPlace(out)
	if err != nil {
		return Result{}, err
	}
	defer p.close()
	p.sweep()
	if err := p.check(); err != nil {
		return Result{}, err
	}
	s, err := p.newStage()
	defer func() {
		// After a failure the first error matters more; the next Write sweeps
		// what couldn't be removed.
		err = cmp.Or(err, s.remove())
	}()
	if err == nil {
		err = s.fill(render)
	}
	if err == nil {
		err = s.publish()
	}
	if err != nil {
		return Result{}, err
	}
	return s.ledger.result, nil
}

// Count runs render and checks the names as Write does, but writes nothing;
// Changed stays 0.
func Count(render func(Emit) error) (Result, error) {
	l := newLedger()
	nothing := func(string, []byte) error { return nil }
	if err := l.collect(render, nothing); err != nil {
		return Result{}, err
	}
	return l.result, nil
}
