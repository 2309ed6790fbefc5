package content

import (
	"path"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// nameTopics gives pages the topics that they name. Where content has pages
// of kind "topic", only those topics are known; where it has none, each topic
// named gets a page of its own.
func (e *edition) nameTopics() {
	topics, titles := e.writtenTopics()
	closed := len(titles) > 0
	var made []*guide.Page
	for _, f := range e.files {
		if f.page == nil {
			continue
		}
		for _, name := range f.front.texts("topics") {
			topic := topics[strings.ToLower(name)]
			if topic == nil && closed {
				f.front.problem("topics", "unknown-topic", report.Values{"name": name, "suggestion": report.Nearest(name, titles)})
				continue
			}
			if topic == nil {
				topic = e.makeTopic(name)
				topics[strings.ToLower(name)] = topic
				made = append(made, topic.Page)
			}
			f.page.Topics = append(f.page.Topics, topic)
			topic.Pages = append(topic.Pages, f.page)
		}
	}
	if len(made) > 0 {
		e.makeTopicSection(made)
	}
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

// topicsID is the ID of the section of topics that the program makes.
const topicsID = "topics"

func (e *edition) makeTopic(name string) *guide.Topic {
	slug := e.rules.Slug(name)
	p := &guide.Page{ID: path.Join(topicsID, slug), Kind: "topic"}
	p.Title = e.rules.Typography(name)
	p.Address = path.Join(e.Language, e.rules.Slug(e.settings.Topics), slug+".html")
	topic := &guide.Topic{Page: p}
	p.Detail = topic
	return topic
}

// makeTopicSection hangs topics that have no files into the tree, behind all
// other sections.
func (e *edition) makeTopicSection(pages []*guide.Page) {
	section := &guide.Page{ID: topicsID, Kind: "section", Of: "topic"}
	section.Title = e.settings.Topics
	section.Address = path.Join(e.Language, e.rules.Slug(e.settings.Topics), "index.html")
	section.Parent, section.Children = e.Home, pages
	for _, p := range pages {
		p.Parent = section
	}
	sortTree(section, e.rules)
	last := e.Home.Children[len(e.Home.Children)-1]
	last.Next, section.Previous = section, last
	e.Home.Children = append(e.Home.Children, section)
}
