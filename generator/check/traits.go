package check

import (
	"fmt"
	"html"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

var digits = regexp.MustCompile(`\d+`)

// figuresOf are the numbers that a page shows. The parts of 1 000 and of 9.30
// are numbers of their own, as languages put other signs between them. Those up
// to twelve may be words elsewhere, as the month of 31.8. is in 31 August.
func figuresOf(p *guide.Page) (list []mark) {
	add := func(text string) {
		if !strings.ContainsAny(text, "0123456789") {
			return
		}
		for _, n := range digits.FindAllString(html.UnescapeString(text), -1) {
			value, err := strconv.Atoi(n)
			list = append(list, mark{same: n, find: n, again: true, inWords: err == nil && value <= 12})
		}
	}
	add(p.Title)
	add(p.Summary)
	for s := range p.Spans.All() {
		add(p.HTML[s.Start:s.End])
	}
	for _, part := range p.Beside.Parts {
		for _, piece := range part.HTML {
			for piece != "" {
				text, rest, _ := strings.Cut(piece, "<")
				add(text)
				_, piece, _ = strings.Cut(rest, ">")
			}
		}
	}
	return list
}

func headingsOf(p *guide.Page) (list []mark) {
	for _, h := range p.Headings {
		list = append(list, mark{same: strings.Repeat("#", h.Level), find: h.Text})
	}
	return list
}

func linksOf(p *guide.Page) (list []mark) {
	for _, link := range p.Links {
		list = append(list, pageMark(link.To))
	}
	return list
}

// fieldsOf are a worksheet's fields as saved answers know them.
func fieldsOf(p *guide.Page) (list []mark) {
	w, _ := p.Detail.(*guide.Worksheet)
	for i := 0; w != nil && i < len(w.Fields); i++ {
		f := w.Fields[i]
		columns := report.Names(f.Table.Columns, func(c guide.Column) string { return c.Name })
		same := fmt.Sprintf("%s %s (%d × %s)", f.Kind, f.Name, len(f.Options)+f.Table.Rows+f.Scale.Points, strings.Join(columns, " | "))
		list = append(list, mark{same: same, find: f.Name})
	}
	return list
}

// minutesOf are how long a page and its parts take, by their places.
func minutesOf(p *guide.Page) (list []mark) {
	add := func(place string, takes time.Duration) {
		minutes := strconv.Itoa(int(takes.Minutes()))
		list = append(list, mark{same: place + minutes + " min", find: "minutes = " + minutes})
	}
	if timed, ok := p.Detail.(guide.Timed); ok {
		add("", timed.Time())
	}
	s, _ := p.Detail.(*guide.Session)
	if s == nil {
		return list
	}
	for i, item := range s.Agenda {
		add(fmt.Sprint(i+1, ": "), item.Duration)
		for j, segment := range item.Segments {
			add(fmt.Sprintf("%d.%d: ", i+1, j+1), segment.Duration)
		}
	}
	return list
}

func pageMark(p *guide.Page) mark { return mark{same: p.ID, find: path.Base(p.ID), isPage: true} }

// namedOf are the pages and sources that a page's front matter names.
func namedOf(p *guide.Page) (list []mark) {
	for _, s := range p.Sources {
		list = append(list, mark{same: s.Name, find: s.Name})
	}
	add := func(p *guide.Page) { list = append(list, pageMark(p)) }
	switch d := p.Detail.(type) {
	case *guide.Session:
		for _, q := range d.Questions() {
			add(q.Page)
		}
	case *guide.Programme:
		for _, s := range d.Sessions {
			add(s.Page)
		}
	case *guide.Step:
		for _, q := range d.Questions {
			add(q.Page)
		}
		for _, w := range d.Worksheets {
			add(w.Page)
		}
	case *guide.Worksheet:
		for _, s := range d.Sessions {
			add(s.Page)
		}
	}
	return list
}

// keysOf are the keys of front matter that hold something: what, if that is the
// same in all languages, or how much.
func keysOf(p *guide.Page) (list []mark) {
	keys := []any{"kind", p.Kind, "id", p.OwnID, "number", p.Number, "weight", p.Weight, "as-of", p.AsOf, "topics", len(p.Topics), "short", p.Short != "", "summary", p.Summary != ""}
	switch d := p.Detail.(type) {
	case *guide.Question:
		keys = append(keys, "wonder", d.Wonder != "")
		if d.Area != nil {
			keys = append(keys, "area", d.Area.Name)
		}
	case *guide.Session:
		keys = append(keys, "goal", d.Goal != "", "materials", len(d.Materials), "preparation", len(d.Preparation), "between-task", d.BetweenTask != "")
	case *guide.Step:
		keys = append(keys, "takes", d.Takes != "")
	case *guide.Worksheet:
		keys = append(keys, "audience", d.Audience, "paper", d.Paper, "per-sheet", d.PerSheet)
	}
	for pair := range slices.Chunk(keys, 2) {
		key, value := pair[0].(string), fmt.Sprint(pair[1])
		switch value {
		case "", "0", "false":
		case "true":
			list = append(list, mark{same: key, find: key + " ="})
		default:
			list = append(list, mark{same: key + " = " + value, find: key + " ="})
		}
	}
	return list
}
