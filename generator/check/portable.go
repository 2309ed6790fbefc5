package check

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// pathLimit is how long the path of a file may be in a folder that is copied to
// another computer: Windows has room for 260 signs, and begins with a drive and
// folders of its own.
const pathLimit = 240

// barredOnWindows is a part of a path that Windows can't have: a name of a
// device, whatever ending it has, a sign, or an end that it cuts off.
var barredOnWindows = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)|[<>:"|?*\\]|[. ]$`)

// portable finds names that a stick, a zip file or a checkout on Windows or
// macOS can't have or takes for others.
func (c *checker) portable() {
	t := twins{}
	for _, address := range slices.Sorted(maps.Keys(c.site.Files)) {
		source := report.Source{Name: c.site.Files[address]}
		problems := unportable(source.Name)
		if other := t.add(address); other != "" {
			problems = append(problems, report.Problem{Rule: "name-twin", Values: report.Values{"other": other}})
		}
		for _, p := range problems {
			c.add(source.Whole(p.Rule, p.Values))
		}
	}
	for p := range pages(c.site) {
		c.portablePage(p)
	}
}

// portablePage looks at the names of a page's file and of that in the site.
func (c *checker) portablePage(p *guide.Page) {
	if problems := unportable(p.File); p.File != "" && problems != nil {
		c.add(report.Source{Name: p.File}.Whole(problems[0].Rule, problems[0].Values))
		return
	}
	for _, problem := range unportable(p.Address) {
		c.atKey(p, "slug", problem.Rule, problem.Values)
	}
}

// unportable tells why a path isn't one for all systems.
func unportable(name string) (problems report.Problems) {
	for part := range strings.SplitSeq(name, "/") {
		if barredOnWindows.MatchString(part) {
			problems = append(problems, report.Problem{Rule: "name-windows", Values: report.Values{"name": part}})
		}
	}
	if length := len(utf16.Encode([]rune(name))); length > pathLimit {
		problems = append(problems, report.Problem{Rule: "name-long", Values: report.Values{"length": length, "limit": pathLimit}})
	}
	return problems
}

// twins are names of files and folders by what macOS takes for the same: the
// same letters, some of them written as a letter and a mark. Names that differ
// in case alone are refused where they are published.
type twins map[string]string

// add adds a path with the folders above it, and returns the one that is the
// same, if there is one.
func (t twins) add(name string) string {
	for ; name != "."; name = path.Dir(name) {
		key := norm.NFC.String(name)
		if other, found := t[key]; found && other != name {
			return other
		}
		t[key] = name
	}
	return ""
}
