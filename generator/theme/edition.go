package theme

import (
	"errors"

	"sparrausopas/generator/guide"
)

// newView is the view of a page itself.
func newView(site *guide.Site, e *guide.Edition, p *guide.Page, set *templates) *View {
	return &View{site: site, sources: site.Sources, editions: site.Editions, edition: e, Page: p, templates: set, from: p.Address}
}

// guideEdition is an edition that templates can't take out of an Edition.
type guideEdition = guide.Edition

// Edition is what templates are given of an edition: all, but in a common page
// not its title.
type Edition struct {
	*guideEdition
	common bool
}

// errCommon stops the making of a common page that turns out to be a site's own.
var errCommon = errors.New("what several sites have in common shows what is a site's own")

// Title is the title of the guide in the edition's language.
func (e Edition) Title() (string, error) {
	if e.common {
		return "", errCommon
	}
	return e.guideEdition.Title, nil
}

// Edition is the edition of the page.
func (v *View) Edition() Edition { return Edition{v.edition, v.site == nil} }

// Site is the whole guide with its settings. A page that asks for it by itself
// is made for each site anew; a part that does is made anew where pages show it
// by Shared or Own.
func (v *View) Site() (*guide.Site, error) {
	if v.site == nil {
		return nil, errCommon
	}
	return v.site, nil
}

// Title is the title of the guide in the page's language.
func (v *View) Title() (any, error) {
	return v.ownText(func(v *View) (string, error) { return v.edition.Title, nil })
}

// Guide is the title of the guide in all languages, which tells it from others.
func (v *View) Guide() (any, error) {
	return v.ownText(func(v *View) (string, error) { return v.site.Settings.Title, nil })
}
