package content

import (
	"cmp"
	"path"
	"slices"
	"strconv"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

func topicKind() Kind {
	return Kind{
		Kind:   guide.Kind{Name: "topic"},
		read:   func(_ *fields, p *guide.Page) (guide.Detail, finish) { return &guide.Topic{Page: p}, nil },
		titled: true,
	}
}

// nameTopics sets the topics that pages name. Where content has pages
// of kind "topic", only those topics are known; where it has none, each topic
// named gets a page of its own.
func (l *locale) nameTopics(pages []*file) {
	topics, titles := map[string]*guide.Topic{}, []string(nil)
	for _, f := range pages {
		if topic, ok := f.page.Detail.(*guide.Topic); ok {
			topics[language.Plain(topic.Title)] = topic
			titles = append(titles, topic.Title)
		}
	}
	closed := slices.ContainsFunc(l.files, func(f *file) bool { return l.kindOf(f) == "topic" })
	for _, f := range pages {
		for _, name := range f.front.textsTo("topics", topicsMost) {
			name = l.topicOf(f, name)
			key := language.Plain(l.rules.Typography(name))
			topic := topics[key]
			switch {
			case topic != nil:
			case l.Hides("topic", name):
				continue
			case closed && l.takeTopics(f.page):
				continue
			case closed && l.isDraft(f.front, "topics", "topic", name):
				continue
			case closed:
				f.front.problem("topics", "unknown-topic", report.Values{"name": name, "suggestion": report.Nearest(name, titles)},
					f.front.asOther("topics", name, report.Nearest(name, titles)))
				continue
			default:
				topic = l.makeTopic(name, len(topics)+1)
				topics[key] = topic
			}
			f.page.Topics = append(f.page.Topics, topic)
			topic.Pages = append(topic.Pages, f.page)
		}
		sortTopics(f.page.Topics, l.rules)
	}
	if len(topics) > 0 && !closed {
		sortTree(l.topicSection(), l.rules)
	}
}

// isDraft reports whether a key names a page of a kind that is a draft, and says
// so there.
func (l *locale) isDraft(f *fields, key, kind, name string) bool {
	file := l.Draft(kind, name)
	if file != "" {
		f.problem(key, "named-draft", report.Values{"name": name, "file": file})
	}
	return file != ""
}

// sortTopics puts topics in the order of a language's alphabet.
func sortTopics(topics []*guide.Topic, rules language.Language) {
	keys := map[*guide.Topic]string{}
	for i, key := range rules.SortKeys(report.Names(topics, func(t *guide.Topic) string { return t.Title })) {
		keys[topics[i]] = key
	}
	slices.SortFunc(topics, func(a, b *guide.Topic) int { return cmp.Compare(keys[a], keys[b]) })
}

// makeTopic makes a page for a topic that has no file and hangs it into the
// section of topics. Its number names it where the alphabet can't.
func (l *locale) makeTopic(name string, number int) *guide.Topic {
	section := l.topicSection()
	slug := cmp.Or(l.rules.Slug(name), "topic-"+strconv.Itoa(number))
	slug = slug[:min(len(slug), slugLimit)]
	p := &guide.Page{ID: path.Join(section.ID, slug), Kind: "topic", Address: path.Join(path.Dir(section.Address), slug+".html")}
	p.Title, p.Parent = l.rules.Typography(name), section
	section.Children = append(section.Children, p)
	topic := &guide.Topic{Page: p}
	p.Detail = topic
	return topic
}

// topicsID is the ID of the section of topics that the program makes.
const topicsID = "topics"

// topicSection returns the section that topics without files hang in: that of
// the content, or else one that is made behind all other sections.
func (l *locale) topicSection() *guide.Page {
	for _, p := range l.Home.Children {
		if p.Kind == "section" && (p.Of == "topic" || p.ID == topicsID) {
			return p
		}
	}
	section := &guide.Page{ID: topicsID, Kind: "section", Of: "topic"}
	section.Title = l.settings.Topics
	section.Address = path.Join(l.Language, cmp.Or(l.rules.Slug(section.Title), topicsID), "index.html")
	section.Parent = l.Home
	if n := len(l.Home.Children); n > 0 {
		section.Previous = l.Home.Children[n-1]
		section.Previous.Next = section
	}
	l.Home.Children = append(l.Home.Children, section)
	return section
}
