package check

import (
	"encoding/json"
	"slices"

	"sparrausopas/generator/guide"
)

// PublishedFile is the file of a site that says what it promised its readers:
// what their answers are kept under, and the addresses that they may link to.
// The next build looks whether all of that is still there. As the file is
// published, too, a build that has no earlier site can be given it.
const PublishedFile = "published.json"

// published is what PublishedFile says.
type published struct {
	Guide      string      `json:"guide"`
	Worksheets []keptSheet `json:"worksheets,omitempty"`
	Addresses  []string    `json:"addresses"`
}

// Published returns the text of PublishedFile, for a site of files of these
// names. Drafts promise nothing but what was promised before, of which that
// file's text tells.
func Published(site *guide.Site, before []byte, names []string) ([]byte, error) {
	now := keptIn(site)
	draft, views, old := draftAddresses(site), viewsOf(site), setOf(parsePublished(before).Addresses)
	for _, name := range names {
		if isDraft := draft[name] || draft[views.page(name)]; IsAddress(name) && (!isDraft || old[name]) {
			now.Addresses = append(now.Addresses, name)
		}
	}
	slices.Sort(now.Addresses)
	text, err := json.MarshalIndent(now, "", " ")
	return append(text, '\n'), err
}

// parsePublished reads what Published wrote; of any other text nothing.
func parsePublished(text []byte) published {
	var old published
	if json.Unmarshal(text, &old) != nil {
		return published{}
	}
	return old
}

// IsPublished reports whether a text is that of a PublishedFile.
func IsPublished(text []byte) bool { return parsePublished(text).Guide != "" }

// draftAddresses are the addresses of pages that are drafts, or that the program
// made for drafts alone.
func draftAddresses(site *guide.Site) map[string]bool {
	draft := map[string]bool{}
	for p := range pages(site) {
		topic, _ := p.Detail.(*guide.Topic)
		made := p.File == "" && topic != nil && !slices.ContainsFunc(topic.Pages, func(p *guide.Page) bool { return !p.IsDraft() })
		if made || p.IsDraft() {
			for _, address := range append([]string{p.Address}, p.Aliases...) {
				draft[address] = true
			}
		}
	}
	return draft
}
