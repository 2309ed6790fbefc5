package publish

import (
	"cmp"
	"errors"
	"time"
)

// Emit takes one finished file of the site; name is slash-separated and
// relative. It doesn't keep data, and is safe for concurrent use until render
// returns.
type Emit func(name string, data []byte) error

// Options say how a site is written.
type Options struct {
	// InPlace fills the folder file by file, even where another could take its
	// place.
	InPlace bool
	// Copies hands over the files that are copied as they are, when render has
	// returned; nil copies none.
	Copies func(Copy) error
	// Keep reports whether a file stays that the site has no more, for those who
	// have pages of an old site open. It was part of the site until so long ago.
	// It is asked when render has returned; nil keeps nothing.
	Keep func(name string, ago time.Duration) bool
	// Now is the time of the build.
	Now time.Time
}

// Result counts what a Write did with the files that render emitted.
type Result struct {
	Files   int    // files emitted
	Bytes   int64  // their total size
	Changed int    // those of them that are new or differ from the old site
	InPlace string // why the folder was filled file by file, "" if a new one took its place
}

// Write makes the folder out hold exactly the files that render emits and that
// Options copy, and old ones that they keep. Render is called once more if the
// folder has to be filled in place after all.
func Write(out string, o Options, render func(Emit) error) (Result, error) {
	result, err := write(out, o, render)
	if busy, ok := errors.AsType[*Error](err); ok && busy.Fault == "out-busy" && busy.Values["aside"] == "" {
		o.InPlace = true
		if result, failed := write(out, o, render); failed == nil {
			return result, nil
		}
	}
	return result, err
}

func write(out string, o Options, render func(Emit) error) (result Result, err error) {
	p, err := openPlace(out)
	if err != nil {
		return Result{}, err
	}
	defer p.close()
	s, err := p.begin(o)
	if err != nil {
		return Result{}, err
	}
	defer func() {
		// After a failure the first error matters more; the next Write sweeps
		// what couldn't be removed.
		err = cmp.Or(err, s.remove())
	}()
	err = inTurn(func() error { return s.fill(o, render) }, func() error { return s.keepOld(o) }, s.publish)
	if err != nil {
		return Result{}, err
	}
	s.result.InPlace = p.inPlace
	return s.result, nil
}

// Count runs render and checks the names as Write does, but writes nothing;
// Changed stays 0.
func Count(render func(Emit) error) (Result, error) {
	l := newLedger()
	nothing := func(string, content) error { return nil }
	if err := l.collect(render, nothing); err != nil {
		return Result{}, err
	}
	return l.result, nil
}
