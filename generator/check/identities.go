package check

import (
	"hash/fnv"
	"io/fs"
	"strconv"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// identities finds pages that share an identity: answers and packs of one would
// be taken for those of the other.
func (c *checker) identities(l *guide.Locale) {
	holders := map[string]*guide.Page{}
	for _, p := range l.Pages {
		if p.OwnID == "" {
			holders[p.ID] = p
		}
	}
	for _, p := range l.Pages {
		if p.OwnID == "" {
			continue
		}
		if other := holders[p.OwnID]; other != nil {
			c.atKey(p, "id", "id-twice", report.Values{"id": p.OwnID, "other": other.File}, withoutKey)
		}
		holders[p.OwnID] = p
	}
}

// guideID asks for an id where answers given in another guide could show in
// this one. The one that it offers comes from what tells the two apart, their
// settings.
func (c *checker) guideID() {
	settings := c.site.Settings
	if settings.Web.ID != "" || !settings.Web.Shared {
		return
	}
	text, _ := fs.ReadFile(c.fsys, settings.File)
	sum := fnv.New64a()
	sum.Write(text)
	c.add(c.source(settings.File).AtLine(1, 1, "guide-id", report.Values{"id": strconv.FormatUint(sum.Sum64(), 36)}))
}
