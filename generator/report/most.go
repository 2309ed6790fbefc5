package report

import (
	"bytes"
	"cmp"
	"slices"
)

// Most is how many problems of a rule are told of a file; what is beyond is
// counted.
const Most = 50

const (
	// excerptMost is how many letters of a line, or of another text, a problem
	// keeps.
	excerptMost = 200
	// longest is how many letters of a value are told otherwise: lists of names
	// are long, and so are paths.
	longest = 600
)

// Add adds a problem of a rule in a file, or counts it if there are enough: what
// makes it isn't called then.
func (ps *Problems) Add(file, rule string, make func() Problem) {
	last, count := -1, 0
	for i, p := range *ps {
		if p.Rule == rule && p.Place.File == file {
			last, count = i, count+1
		}
	}
	if count >= Most {
		(*ps)[last].More++
		return
	}
	*ps = append(*ps, make())
}

// Count counts problems, with those that aren't told one by one.
func (ps Problems) Count() int {
	count := len(ps)
	for _, p := range ps {
		count += p.More
	}
	return count
}

// few returns problems without those that are beyond Most. They are in the order
// of their places.
func (ps Problems) few() Problems {
	type kind struct{ file, rule string }
	counts, last := map[kind]int{}, map[kind]int{}
	var few Problems
	for _, p := range ps {
		k := kind{p.Place.File, p.Rule}
		if counts[k]++; counts[k] > Most {
			few[last[k]].More += 1 + p.More
			continue
		}
		// The rest is counted behind the last.
		if at, before := last[k]; before {
			p.More, few[at].More = p.More+few[at].More, 0
		}
		last[k] = len(few)
		few = append(few, p)
	}
	return few
}

// byPlace compares problems by where they are; those at one place by what they
// say.
func byPlace(a, b Problem) int {
	order := cmp.Or(
		cmp.Compare(a.Place.File, b.Place.File),
		cmp.Compare(a.Place.Line, b.Place.Line),
		cmp.Compare(a.Place.Column, b.Place.Column))
	if order == 0 {
		return cmp.Compare(a.Error(), b.Error())
	}
	return order
}

// compact returns problems in order, each once.
func (ps Problems) compact() Problems {
	// What says the same at the same place is one, however often it was found.
	ps = slices.Clone(ps)
	slices.SortStableFunc(ps, byPlace)
	return slices.CompactFunc(ps, func(a, b Problem) bool { return a.Place == b.Place && a.Rule == b.Rule && a.Error() == b.Error() })
}

// excerpt returns a line as problems keep it, and the column at which it begins
// if that isn't the first: enough around a column to know the place.
func excerpt(line []byte, column int) (piece string, start int) {
	if len(line) > excerptMost {
		letters := []rune(string(line))
		start = max(0, min(column-1-excerptMost/2, len(letters)-excerptMost))
		line = []byte(string(letters[start:min(start+excerptMost, len(letters))]))
	}
	if start > 0 {
		start++
	}
	return string(bytes.ToValidUTF8(line, []byte("\uFFFD"))), start
}

// short cuts a text that nobody reads to its end.
func short(text string, most int) string {
	if len(text) <= most {
		return text
	}
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	return string(letters[:most]) + "…"
}

// short leaves out names that nobody reads; the first is told always.
func (l List) short() List {
	room, told := longest, List(nil)
	for _, name := range l {
		name = short(name, excerptMost)
		if room -= len(name); room < 0 && told != nil {
			return append(told, "…")
		}
		told = append(told, name)
	}
	return told
}

// shortened are the values of a problem as they are told: what stands in a file
// can be of any length.
func shortened(values Values) Values {
	told := make(Values, len(values))
	for name, value := range values {
		if text, ok := value.(string); ok {
			value = short(text, excerptMost)
		}
		told[name] = value
	}
	return told
}
