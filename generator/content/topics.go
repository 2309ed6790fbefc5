package content

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
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
func (e *edition) nameTopics() {
	topics, titles := e.writtenTopics()
	closed := len(titles) > 0 || e.hidesTopics()
	for _, f := range e.files {
		if f.page == nil {
			continue
		}
		for _, name := range f.front.texts("topics") {
			topic := topics[strings.ToLower(name)]
			if topic == nil && e.HidesName("topic", name) {
				continue
			}
			if topic == nil && closed {
				f.front.problem("topics", "unknown-topic", report.Values{"name": name, "suggestion": report.Nearest(name, titles)})
				continue
			}
			if topic == nil {
				topic = e.makeTopic(name, len(topics)+1)
				topics[strings.ToLower(name)] = topic
			}
			f.page.Topics = append(f.page.Topics, topic)
			topic.Pages = append(topic.Pages, f.page)
		}
	}
	if len(topics) > 0 && !closed {
		sortTree(e.topicSection(), e.rules)
	}
}

// hidesTopics reports whether a page of kind "topic" is left out.
func (e *edition) hidesTopics() bool {
	return slices.ContainsFunc(e.Hidden, func(h guide.Hidden) bool { return h.Kind == "topic" })
}

func (e *edition) writtenTopics() (map[string]*guide.Topic, []string) {
	topics := map[string]*guide.Topic{}
	var titles []string
	for _, f := range e.files {
		if f.page == nil {
			continue
		}
		if topic, ok := f.page.Detail.(*guide.Topic); ok {
			topics[strings.ToLower(topic.Title)] = topic
			titles = append(titles, topic.Title)
		}
	}
	return topics, titles
}

// makeTopic makes a page for a topic that has no file and hangs it into the
// section of topics. Its number names it where the alphabet can't.
func (e *edition) makeTopic(name string, number int) *guide.Topic {
	section := e.topicSection()
	slug := cmp.Or(e.rules.Slug(name), "topic-"+strconv.Itoa(number))
	p := &guide.Page{ID: path.Join(section.ID, slug), Kind: "topic"}
	p.Title = e.rules.Typography(name)
	p.Address = path.Join(path.Dir(section.Address), slug+".html")
	p.Parent = section
	section.Children = append(section.Children, p)
	topic := &guide.Topic{Page: p}
	p.Detail = topic
	return topic
}

// topicsID is the ID of the section of topics that the program makes.
const topicsID = "topics"

// topicSection returns the section that topics without files hang in: that of
// the content, or else one that is made behind all other sections.
func (e *edition) topicSection() *guide.Page {
	for _, p := range e.Home.Children {
		if p.Kind == "section" && (p.Of == "topic" || p.ID == topicsID) {
			return p
		}
	}
	section := &guide.Page{ID: topicsID, Kind: "section", Of: "topic"}
	section.Title = e.settings.Topics
	section.Address = path.Join(e.Language, cmp.Or(e.rules.Slug(section.Title), topicsID), "index.html")
	section.Parent = e.Home
	if n := len(e.Home.Children); n > 0 {
		section.Previous = e.Home.Children[n-1]
		section.Previous.Next = section
	}
	e.Home.Children = append(e.Home.Children, section)
	return section
}
