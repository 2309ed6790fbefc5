package report

import (
	"slices"
	"strings"
	"testing"
)

func TestWarningsAreRulesOfTheCatalogueInOrder(t *testing.T) {
	for _, name := range warnings() {
		if !slices.Contains(allNames(), name) {
			t.Errorf("the catalogue has no rule %q", name)
		}
	}
	if !slices.IsSorted(warnings()) {
		t.Errorf("the warnings aren't in order: %q", warnings())
	}
}

func TestPartKeepsTheOrderOfFaultsAndOfWarnings(t *testing.T) {
	var problems Problems
	for _, rule := range []string{"title-long", "file-empty", "link-text", "front-open"} {
		problems = append(problems, Problem{Rule: rule})
	}
	faults, warnings := problems.Part()
	if len(faults) != 2 || faults[0].Rule != "file-empty" || faults[1].Rule != "front-open" {
		t.Errorf("faults are %v", faults)
	}
	if len(warnings) != 2 || warnings[0].Rule != "title-long" || warnings[1].Rule != "link-text" {
		t.Errorf("warnings are %v", warnings)
	}
}

func TestAWarningSaysThatItIsOne(t *testing.T) {
	warning := Source{Name: "a.md"}.Whole("link-text", Values{"text": "tästä"})
	if got := warning.Error(); !strings.HasPrefix(got, "a.md: warning: ") {
		t.Errorf("it says %q", got)
	}
	fault := Source{Name: "a.md"}.Whole("file-empty", nil)
	if got := fault.Error(); strings.Contains(got, "warning") {
		t.Errorf("it says %q", got)
	}
}
