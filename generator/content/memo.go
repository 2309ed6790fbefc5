package content

import (
	"sync"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Memo remembers what was made of texts, for guides that are loaded again and
// again, or that have most texts in common. What Load gives is the same with
// it and without. Several loads can share one at the same time; nil remembers
// nothing.
type Memo struct {
	texts *markdown.Memo
	mutex sync.Mutex
	// fronts are the values of front matter that could be read, lexicons those
	// without fault.
	fronts   byText[map[string]any]
	lexicons byText[map[string]guide.Word]
}

// byText is what was made of texts; older is that from before the last Forget.
type byText[Made any] struct{ made, older map[string]Made }

// recall gives what was made of a text before.
func (b *byText[Made]) recall(text string) (Made, bool) {
	made, known := b.made[text]
	if !known {
		if made, known = b.older[text]; known {
			b.keep(text, made)
		}
	}
	return made, known
}

func (b *byText[Made]) keep(text string, made Made) {
	if b.made == nil {
		b.made = map[string]Made{}
	}
	b.made[text] = made
}

func (b *byText[Made]) forget() { b.made, b.older = nil, b.made }

// NewMemo makes a memo that knows nothing yet.
func NewMemo() *Memo { return &Memo{texts: markdown.NewMemo()} }

// Forget drops what wasn't needed since it was called last.
func (m *Memo) Forget() {
	m.texts.Forget()
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.fronts.forget()
	m.lexicons.forget()
}

// rendered gives the memo of texts, which may be nil.
func (m *Memo) rendered() *markdown.Memo {
	if m == nil {
		return nil
	}
	return m.texts
}

// fields reads front matter that stands in source at an offset, or recalls it.
func (m *Memo) fields(source report.Source, text string, offset int, problems *report.Problems) *fields {
	if m == nil {
		return parseFields(source, text, offset, problems)
	}
	if values, known := m.front(text); known {
		return &fields{source: source, values: values, problems: problems}
	}
	before := len(*problems)
	f := parseFields(source, text, offset, problems)
	if len(*problems) == before {
		m.mutex.Lock()
		defer m.mutex.Unlock()
		m.fronts.keep(text, f.values)
	}
	return f
}

// front gives the values of front matter that was read before.
func (m *Memo) front(text string) (map[string]any, bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.fronts.recall(text)
}

// lexicon reads a lexicon, or recalls it. Nobody may change it.
func (m *Memo) lexicon(source report.Source) (map[string]guide.Word, report.Problems) {
	if m == nil {
		return parseLexicon(source)
	}
	text := string(source.Text)
	m.mutex.Lock()
	words, known := m.lexicons.recall(text)
	m.mutex.Unlock()
	if known {
		return words, nil
	}
	words, problems := parseLexicon(source)
	if len(problems) > 0 {
		return words, problems
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	// All who read it at the same time are given one.
	if first, known := m.lexicons.recall(text); known {
		return first, nil
	}
	m.lexicons.keep(text, words)
	return words, nil
}
