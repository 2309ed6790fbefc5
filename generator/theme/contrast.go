package theme

import (
	"math"
	"slices"

	"sparrausopas/generator/colour"
	"sparrausopas/generator/report"
)

// meeting is a pair in a look, and how well its colours are told apart.
type meeting struct {
	pair
	look  *look
	front colour.Colour
	back  colour.Colour
}

func (m meeting) ratio() float64 { return colour.Contrast(m.front, m.back) }
func (m meeting) passes() bool   { return m.ratio() >= m.pair.ratio }

// meetings computes each pair in each look that has both its colours; in a
// part of pages those that the part sets.
func meetings(looks []*look, pairs []pair) (list []meeting, problems report.Problems) {
	for _, l := range looks {
		for _, p := range pairs {
			_, text := l.tokens[p.text]
			_, background := l.tokens[p.background]
			if !text || !background || l.part != "" && !slices.ContainsFunc(l.own, p.has) {
				continue
			}
			front, ok := l.colour(p.text)
			if !ok {
				problems = append(problems, l.unclear(p.text))
			}
			back, alsoOK := l.colour(p.background)
			if !alsoOK {
				problems = append(problems, l.unclear(p.background))
			}
			if ok && alsoOK {
				list = append(list, meeting{p, l, front, back})
			}
		}
	}
	return list, problems
}

// unclear is the problem of a colour that can't be computed.
func (l *look) unclear(name string) report.Problem {
	d := l.tokens[name]
	return d.problem("contrast-value", report.Values{"name": name, "value": d.value})
}

// checkContrast finds pairs whose colours are too alike. A colour of the brand
// is named once, with the pair that is worst.
func checkContrast(looks []*look, pairs []pair) report.Problems {
	list, problems := meetings(looks, pairs)
	worst := map[string]meeting{}
	var keys []string
	for _, m := range failing(list) {
		key := m.blame().key
		before, seen := worst[key]
		switch {
		case key == "":
			problems = append(problems, m.problem())
		case !seen:
			keys = append(keys, key)
			worst[key] = m
		case m.ratio()/m.pair.ratio < before.ratio()/before.pair.ratio:
			worst[key] = m
		}
	}
	for _, key := range keys {
		problems = append(problems, worst[key].brandProblem(needsOf(list, worst[key].look.scheme)))
	}
	return problems
}

// failing returns the pairs that don't pass, each once where a look has its
// colours from another.
func failing(list []meeting) []meeting {
	type same struct {
		pair        pair
		front, back colour.Colour
		place       report.Place
	}
	seen := map[same]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(m meeting) bool {
		this := same{m.pair, m.front, m.back, m.blame().problem("", nil).Place}
		again := seen[this]
		seen[this] = true
		return again || m.passes()
	})
}

// blame returns the property that is to change: the brand's, if one of the two
// comes from it, else that of the text. Text on the brand's colour follows it.
func (m meeting) blame() declaration {
	text, background := m.look.origin(m.text), m.look.origin(m.background)
	switch {
	case background.key != "" && (text.key == "" || text.name == onAccentToken):
		return background
	case text.key != "":
		return text
	}
	return m.look.tokens[m.text]
}

func (m meeting) problem() report.Problem {
	nearest := ""
	if c, ok := colour.Nearest(m.front, colour.Need{Against: m.back, Ratio: m.pair.ratio}); ok {
		nearest = c.String()
	}
	return m.blame().problem("contrast-low", m.values(report.Values{"nearest": nearest}))
}

// brandProblem offers a colour that passes in all pairs, not in this alone.
func (m meeting) brandProblem(needs []colour.Need) report.Problem {
	d := m.blame()
	nearest := ""
	if c, err := colour.Parse(d.value); err == nil {
		if c, ok := colour.Nearest(c, needs...); ok {
			nearest = c.String()
		}
	}
	return d.problem("brand-contrast", m.values(report.Values{"colour": d.value, "nearest": nearest}))
}

func (m meeting) values(more report.Values) report.Values {
	more["text"], more["background"], more["look"] = m.text, m.background, m.look.name()
	if m.look.part != "" {
		more["part"] = m.look.part
	}
	more["ratio"], more["needed"] = report.Decimal{Number: twoDigits(m.ratio()), Digits: 2}, report.Decimal{Number: m.pair.ratio, Digits: -1}
	return more
}

// twoDigits never rounds up: 4.499 doesn't pass where 4.5 is asked for.
func twoDigits(ratio float64) float64 { return math.Floor(ratio*100) / 100 }
