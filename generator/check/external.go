package check

import (
	"bytes"
	"cmp"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Outside returns the addresses on the web that the files added link to, with
// the first file that does.
func (o *Output) Outside() map[string]string {
	first := map[string]string{}
	for _, link := range o.outside {
		target := link.target.Value()
		address, err := url.Parse(target)
		if err != nil || address.Host == "" || address.Scheme != "https" && address.Scheme != "http" {
			continue
		}
		if page := first[target]; page == "" || link.place.File < page {
			first[target] = link.place.File
		}
	}
	return first
}

// Citations finds where in the files of a guide addresses on the web stand.
type Citations struct{ sources []report.Source }

// Cite reads the files of a guide that links can stand in. Those that can't be
// read any more have none. Bibliography is the path of the sources' file.
func Cite(site *guide.Site, fsys fs.FS, bibliography string) Citations {
	names := map[string]bool{bibliography: true, site.Settings.File: true}
	for p := range pages(site) {
		names[p.File], names[p.Local] = true, true
	}
	delete(names, "")
	c := &checker{fsys: fsys}
	var found Citations
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if source := c.source(name); bytes.Contains(source.Text, []byte("://")) {
			found.sources = append(found.sources, source)
		}
	}
	return found
}

// Problems makes a problem of each place where an address stands, or of the
// file of the site that links to it, where it stands in none of the guide's
// own.
func (c Citations) Problems(address, file, rule string, values report.Values) report.Problems {
	var problems report.Problems
	for _, source := range c.sources {
		for _, at := range placesOf(source.Text, address) {
			problems = append(problems, source.At(at, rule, values))
		}
	}
	if len(problems) == 0 {
		problems = append(problems, report.Source{Name: file}.Whole(rule, values))
	}
	return problems
}

// placesOf returns where an address stands in a text by itself, not as the
// start of a longer one. It may be written there with letters that stand
// escaped in the address.
func placesOf(text []byte, address string) []int {
	var places []int
	// What isn't escaped as it ought to be stands as it is.
	spelled, _ := url.PathUnescape(address)
	for _, form := range slices.Compact([]string{address, cmp.Or(spelled, address)}) {
		for at := 0; ; {
			next := bytes.Index(text[at:], []byte(form))
			if next < 0 {
				break
			}
			at += next
			if end := at + len(form); end == len(text) || strings.IndexByte(" \t\n)>]\"'<", text[end]) >= 0 {
				places = append(places, at)
			}
			at += len(form)
		}
	}
	return places
}
