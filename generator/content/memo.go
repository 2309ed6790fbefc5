package content

import (
	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/memo"
	"sparrausopas/generator/report"
)

// Memo remembers what was made of texts, for guides that are loaded again and
// again, or that have most texts in common. What Load returns is the same with
// it and without. Several loads can share one at the same time; nil remembers
// nothing.
type Memo struct {
	texts *markdown.Memo
	// fronts are the values of front matter that could be read, lexicons those
	// without fault, each by its text.
	fronts   memo.Of[string, map[string]any]
	lexicons memo.Of[string, map[string]guide.Word]
}

// NewMemo makes a memo that knows nothing yet.
func NewMemo() *Memo { return &Memo{texts: &markdown.Memo{}} }

// Forget drops what wasn't needed since it was called last.
func (m *Memo) Forget() {
	m.texts.Forget()
	m.fronts.Forget()
	m.lexicons.Forget()
}

// rendered returns the memo of texts, which may be nil.
func (m *Memo) rendered() *markdown.Memo {
	if m == nil {
		return nil
	}
	return m.texts
}

// fields reads front matter that stands in source at an offset, or recalls it.
func (m *Memo) fields(source report.Source, text string, offset int, keys []guide.Key, problems *report.Problems) *fields {
	if m == nil {
		return parseFields(source, text, offset, keys, problems)
	}
	if values, known := m.fronts.Find(text); known {
		return newFields(source, values, problems)
	}
	before := len(*problems)
	f := parseFields(source, text, offset, keys, problems)
	if len(*problems) == before {
		m.fronts.Keep(text, f.values)
	}
	return f
}

// lexicon reads a lexicon, or recalls it. Nobody may change it; all who read
// the same text are given one.
func (m *Memo) lexicon(source report.Source) (map[string]guide.Word, report.Problems) {
	if m == nil {
		return parseLexicon(source)
	}
	text := string(source.Text)
	if words, known := m.lexicons.Find(text); known {
		return words, nil
	}
	words, problems := parseLexicon(source)
	if len(problems) == 0 {
		words = m.lexicons.Add(text, words)
	}
	return words, problems
}
