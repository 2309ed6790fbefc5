package theme

import (
	"path"
	"regexp"
	"slices"

	"sparrausopas/generator/report"
)

// The names that a template gives to some functions are looked at before it is
// used: what it calls for must be there.
const (
	assetCalls = `Asset((?:\s*"[^"]*")+)`
	wordCalls  = `\bword( "[^"]*")`
	// scriptCalls ask for scripts of words.
	scriptCalls = `\.Words((?:\s*"[^"]*")+)`
)

var quotedName = regexp.MustCompile(`"([^"]*)"`)

// call is a function's call in a template, with the names that it is given and
// where they stand.
type call struct {
	source report.Source
	names  []string
	at     []int
}

// calls returns the calls in the theme's templates that a pattern finds.
func (t *Theme) calls(pattern string) []call {
	var calls []call
	for _, name := range t.names("") {
		if path.Ext(name) != ".html" && name != manifestFile {
			continue
		}
		source := t.files[name]
		for _, found := range t.options.Memo.callsIn(source.Text, pattern) {
			one := call{source: source}
			for _, at := range quotedName.FindAllSubmatchIndex(source.Text[found[2]:found[3]], -1) {
				one.names = append(one.names, string(source.Text[found[2]+at[2]:found[2]+at[3]]))
				one.at = append(one.at, found[2]+at[2])
			}
			calls = append(calls, one)
		}
	}
	return calls
}

// checkCalls finds calls with a name that isn't known; what is known comes in
// order.
func (t *Theme) checkCalls(pattern string, known []string, describe func(string) (string, report.Values)) report.Problems {
	var problems report.Problems
	for _, call := range t.calls(pattern) {
		for i, name := range call.names {
			if _, isKnown := slices.BinarySearch(known, name); !isKnown {
				rule, values := describe(name)
				problems = append(problems, call.source.At(call.at[i], rule, values))
			}
		}
	}
	return problems
}
