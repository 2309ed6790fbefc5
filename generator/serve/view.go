package serve

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

const (
	// listMost is how many problems a page lists.
	listMost = 20
	// around is how many characters of a long line are shown on each side of
	// the mark.
	around = 80
	// fixMost is how many bytes a fix may have that goes along with each view.
	fixMost = 20_000
)

// view is what the preview shows of a page over it.
type view struct {
	Version  string  `json:"version"`
	Page     Page    `json:"page"`
	Source   string  `json:"source,omitempty"` // the address of the source
	Edit     string  `json:"edit,omitempty"`   // the address where it is written
	Faults   listing `json:"faults"`
	Warnings listing `json:"warnings"`
}

// listing are problems in words.
type listing struct {
	Count string `json:"count,omitempty"` // "3 problems", "" for none
	Items []item `json:"items,omitempty"`
	More  string `json:"more,omitempty"` // how many aren't listed
}

// codeMark stands before and behind code in the words of an item: a sign that no
// text has, as backquotes can be part of what an author wrote.
const codeMark = "\u0001"

// item is a problem in words: the place, what is wrong, the line in three parts
// with the place in the middle, what to do.
type item struct {
	Place  string `json:"place"`
	Source string `json:"source,omitempty"`
	Edit   string `json:"edit,omitempty"`
	Text   string `json:"text"`
	Line   int    `json:"line,omitempty"`
	Before string `json:"before,omitempty"`
	Mark   string `json:"mark,omitempty"`
	After  string `json:"after,omitempty"`
	Hint   string `json:"hint,omitempty"`
	Fix    *fix   `json:"fix,omitempty"`
}

// fix is what mends a problem of a rule where its file can be written; see
// report.Fix. Ask is in words.
type fix struct {
	Rule string `json:"rule"`
	At   int    `json:"at"`
	Old  string `json:"old"`
	New  string `json:"new"`
	Ask  string `json:"ask,omitempty"`
}

// view returns what is to be seen over the page that a browser shows.
func (s *broadcaster) view(now *state, page shown) view {
	v := view{Version: now.version, Faults: s.faults(now.err)}
	if page.site == nil {
		return v
	}
	v.Version = page.site.version
	if found, ok := page.site.Page(page.address); ok && page.status == http.StatusOK {
		v.Page = found
		v.Source = s.sourceAddress(found.Source, 0, page.address)
		v.Edit = s.editAddress(found.Source, "page", page.address)
		v.Warnings = s.listing("warning", about(now.warnings, found.Source))
	}
	return v
}

// faults lists what stopped a build or a page: problems, or an error that has
// no place in a file.
func (s *broadcaster) faults(err error) listing {
	problems := problemsOf(err)
	if err != nil && len(problems) == 0 {
		return listing{Count: s.Printer.Count("problem", 1), Items: []item{{Text: err.Error()}}}
	}
	return s.listing("problem", problems)
}

// listing words problems; name is that of what they are counted as.
func (s *broadcaster) listing(name string, problems report.Problems) listing {
	if len(problems) == 0 {
		return listing{}
	}
	l := listing{Count: s.Printer.Count(name, problems.Count())}
	for _, p := range problems[:min(len(problems), listMost)] {
		l.Items = append(l.Items, s.item(p))
	}
	if more := problems.Count() - min(len(problems), listMost); more > 0 {
		l.More = s.Printer.Message("serve-more", report.Values{"count": more})
	}
	return l
}

// item words a problem; a problem without a line has no excerpt.
func (s *broadcaster) item(p report.Problem) item {
	printer := s.Printer
	printer.Code = codeMark
	i := item{Place: p.Place.String(), Line: p.Place.Line, Text: printer.Text(p), Hint: printer.Hint(p)}
	i.Source = s.sourceAddress(p.Place.File, p.Place.Line, "")
	if i.Edit = s.editAddress(p.Place.File, "file", p.Place.File); i.Edit != "" {
		i.Edit += "#L" + strconv.Itoa(p.Place.Line)
		i.Fix = s.fix(p.Rule, p.Fix)
	}
	if p.Excerpt != "" {
		i.Before, i.Mark, i.After = parts(p.Excerpt, p.Mark())
	}
	return i
}

func (s *broadcaster) fix(rule string, f *report.Fix) *fix {
	if f == nil || len(f.Old)+len(f.New) > fixMost {
		return nil
	}
	worded := fix{Rule: rule, At: f.At, Old: f.Old, New: f.New}
	if f.Ask != "" {
		// A key that no form has is called by its name.
		worded.Ask = strings.TrimPrefix(s.Printer.Message(string(f.Ask), nil), "form-")
	}
	return &worded
}

// parts cuts a line at a column, which counts from 1: what is before it, the
// letter there, a space at the end of the line, and what follows.
func parts(line string, column int) (before, mark, after string) {
	letters := []rune(strings.ReplaceAll(line, "\t", " ") + " ")
	at := min(max(column, 1), len(letters)) - 1
	before, after = string(letters[max(0, at-around):at]), string(letters[at+1:min(len(letters), at+1+around)])
	if at > around {
		before = "…" + before
	}
	if len(letters) > at+1+around {
		after += "…"
	}
	return before, string(letters[at]), strings.TrimSuffix(after, " ")
}

// sourceAddress returns the address where the preview shows a file that is the
// source of a page or has a problem, "" if it can't.
func (s *broadcaster) sourceAddress(file string, line int, page string) string {
	if file == "" || s.Read == nil {
		return ""
	}
	query := url.Values{"file": {file}}
	if page != "" {
		query.Set("page", page)
	}
	address := "/.preview/source?" + query.Encode()
	if line > 0 {
		address += "#L" + strconv.Itoa(line)
	}
	return address
}
