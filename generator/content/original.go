package content

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// A page that a language lacks is shown in it as the guide's first language has
// it: its file is one of both locales, so that it has its place and its address
// among the others, can be found and printed, and its links lead to pages of the
// reader's language.

// borrow takes the files of the first language that the locale lacks, and those
// whose translations are drafts that aren't wanted. Each language has a home page
// of its own.
func (l *locale) borrow() {
	if l.first == nil {
		return
	}
	own := map[string]*file{}
	for _, f := range l.files {
		own[pageID(f.path)] = f
	}
	var borrowed []*file
	for _, f := range l.first.files {
		mine := own[pageID(f.path)]
		if mine != nil && mine.front != nil && f.page != nil {
			mine.draft = l.isUnpublished(mine)
		}
		if (mine == nil || mine.draft) && f.path != indexFile {
			borrowed = append(borrowed, &file{path: f.path, from: l.first, source: report.Source{Name: f.source.Name}})
		}
	}
	each(borrowed, func(f *file) { f.read(l.fsys, l.options.Memo, l.keys) })
	for _, f := range borrowed {
		l.files = append(l.files, f)
		l.byPath[f.path] = f
	}
}

// original says how a page stands to that of the first language.
func (l *locale) original(f *file) guide.Original {
	seen := f.front.text("original")
	if l.first == nil {
		// It was a translation in a guide that begins with another language.
		if len(l.site.Settings.Languages) < 2 {
			return guide.Original{}
		}
		return guide.Original{Now: l.Language + "-" + Sum(f.source.Text)}
	}
	o := guide.Original{Seen: seen, Page: l.first.Page(pageID(f.path))}
	if o.Page == nil {
		return o
	}
	o.Now = o.Page.Original.Now
	made, changed := f.front.day("updated"), o.Page.Updated
	switch {
	case f.from != l:
		o.Language = f.from.Language
	case strings.HasPrefix(o.Seen, l.first.Language+"-"):
		o.Older = o.Seen != o.Now
	case o.Seen != "":
		// It was made from another language.
	default:
		o.Older = !made.IsZero() && made.Before(changed)
	}
	if o.Older && !changed.Before(made) {
		o.Since = changed
	}
	o.Changed = o.Older && l.options.layerOf(f.source.Name) > l.options.layerOf(o.Page.File)
	return o
}

// Sum is what a translation notes of its original: the beginning of a hash of
// its text, without lines that say nothing to a reader, whatever its line ends and the form of its
// letters.
func Sum(text []byte) string {
	var said strings.Builder
	head := 2
	for line := range strings.Lines(language.Composed(string(report.Clean(text)))) {
		if strings.HasPrefix(line, "+++") {
			head--
		}
		if head < 1 || !guide.IsAside(line) {
			said.WriteString(strings.TrimRight(line, " \n") + "\n")
		}
	}
	hash := sha256.Sum256([]byte(said.String()))
	return hex.EncodeToString(hash[:])[:guide.SumLetters]
}

// renderers make a locale's texts: its own, and those that it borrows as the
// first language sets them, with links to its own terms.
func (l *locale) renderers() map[*locale]*markdown.Renderer {
	all := map[*locale]*markdown.Renderer{l: markdown.New(l.rules, l.Locale, l.options.Memo.rendered()).Outlining(l.options.Outlines)}
	if l.first != nil {
		lent := *l.first.Locale
		lent.Kinds = maps.Clone(lent.Kinds)
		lent.Kinds["term"] = nil
		for _, term := range l.first.Terms() {
			if here := l.Page(term.ID); here != nil {
				page := *term.Page
				page.Address, page.Detail = here.Address, &guide.Term{Page: &page, Forms: term.Forms}
				lent.Kinds["term"] = append(lent.Kinds["term"], &page)
			}
		}
		all[l.first] = markdown.New(l.first.rules, &lent, l.options.Memo.rendered()).Outlining(l.options.Outlines).Tagging(l.first.Language)
	}
	return all
}

// topicOf returns what the locale calls a topic that a file names.
func (l *locale) topicOf(f *file, name string) string {
	if f.from == l {
		return name
	}
	for _, topic := range l.first.Topics() {
		if language.Plain(topic.Title) != language.Plain(f.from.rules.Typography(name)) {
			continue
		}
		if here := l.byPath[topic.ID+pageExtension]; here != nil && here.page != nil {
			return here.page.Title
		}
	}
	return name
}

// takeTopics gives a translated page those of its original's topics that aren't
// translated, for which it may have names that no page has yet. It reports
// whether there are any such in the locale.
func (l *locale) takeTopics(p *guide.Page) (any bool) {
	for _, f := range l.files {
		topic, ok := detailOf(f).(*guide.Topic)
		if !ok || f.from == l {
			continue
		}
		any = true
		isOriginal := func(t *guide.Topic) bool { return t.ID == topic.ID }
		if o := p.Original.Page; o != nil && slices.ContainsFunc(o.Topics, isOriginal) && !slices.Contains(p.Topics, topic) {
			p.Topics, topic.Pages = append(p.Topics, topic), append(topic.Pages, p)
		}
	}
	return any
}

// detailOf returns what a file's page has beside its text, nil for none.
func detailOf(f *file) guide.Detail {
	if f.page == nil {
		return nil
	}
	return f.page.Detail
}
