package report

import (
	"strings"
	"testing"
)

func TestErrSortsProblemsByPlaceAndShowsEachOnce(t *testing.T) {
	at := func(file string, line, column int, rule string) Problem {
		return Problem{Rule: rule, Place: Place{file, line, column}}
	}
	problems := Problems{
		at("b.md", 1, 1, "file-empty"),
		at("a.md", 10, 1, "file-empty"),
		at("a.md", 2, 7, "file-empty"),
		at("a.md", 2, 3, "front-open"),
		at("a.md", 2, 3, "file-empty"),
		at("a.md", 0, 0, "file-empty"),
		at("a.md", 2, 3, "front-open"),
	}
	want := `a.md: the file is empty
a.md:2:3: the file is empty
a.md:2:3: the lines at the top of the page (its front matter) are not closed
a.md:2:7: the file is empty
a.md:10:1: the file is empty
b.md:1:1: the file is empty`
	if got := problems.Err().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestErrOfNoProblemsIsNil(t *testing.T) {
	if err := (Problems{}).Err(); err != nil {
		t.Errorf("the error is %v", err)
	}
}

func TestNearestGivesTheCandidateThatWasMeant(t *testing.T) {
	candidates := []string{"number", "area", "title", "summary", "äiti", "between-task"}
	for word, want := range map[string]string{
		"nunber": "number", "NUMBER": "number", "numbre": "number", "umber": "number", "numbers": "number",
		"titel": "title", "aera": "area", "aiti": "äiti", "between-tsk": "between-task", "between_task": "between-task",
		"kuvaus": "", "x": "", "": "", "numero-uno": "",
	} {
		if got := Nearest(word, candidates); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := Nearest("a", nil); got != "" {
		t.Errorf("of nothing %q is nearest", got)
	}
}

func TestNearestOfEqualsIsTheFirst(t *testing.T) {
	if got := Nearest("cat", []string{"bat", "rat"}); got != "bat" {
		t.Errorf("nearest is %q", got)
	}
}

func FuzzEditDistanceIsADistance(f *testing.F) {
	f.Add("number", "nunber")
	f.Add("ä", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = cut(a), cut(b)
		d := editDistance(a, b)
		if d != editDistance(b, a) || (d == 0) != (a == b) || d > max(len([]rune(a)), len([]rune(b))) {
			t.Errorf("from %q to %q it is %d, back %d", a, b, d, editDistance(b, a))
		}
	})
}

// cut keeps the fuzzer quick.
func cut(text string) string {
	text = strings.ToValidUTF8(text, "")
	return string([]rune(text)[:min(len([]rune(text)), 50)])
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
