package build

import (
	"cmp"
	"sync"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/search"
	"sparrausopas/generator/theme"
)

// output makes files of one sort. What it does before it returns has all
// processors to itself; the rest goes on beside that of the other outputs.
type output func(j job) (rest func() error, err error)

// job is what outputs are made of, and where their files go.
type job struct {
	site *guide.Site
	look *theme.Theme
	emit publish.Emit
	// documents are those made beforehand, direct takes what no browser keeps.
	documents []document
	direct    publish.Emit
}

// outputs is the table of what a site is made of. Of several errors that of the
// first counts.
func outputs() []output { return []output{themePages, searchIndex, documentFiles} }

func themePages(j job) (func() error, error) {
	return func() error { return j.look.Render(j.site, search.Addresses(j.site), j.emit) }, nil
}

func searchIndex(j job) (func() error, error) {
	index, err := search.Count(j.site, search.Emit(j.emit))
	if err != nil {
		return nil, err
	}
	return index.Write, nil
}

// run makes the files of all outputs, and last the service worker's script,
// which names them.
func run(j job) error {
	worker := j.look.Worker(j.site, j.direct)
	j.emit = worker.Emit
	var rests []func() error
	for _, output := range outputs() {
		rest, err := output(j)
		if err != nil {
			return err
		}
		rests = append(rests, report.Rescued(rest))
	}
	failed := make([]error, len(rests))
	var group sync.WaitGroup
	for i, rest := range rests {
		group.Go(func() { failed[i] = rest() })
	}
	group.Wait()
	if err := cmp.Or(failed...); err != nil {
		return err
	}
	return worker.Write()
}
