package check

import (
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/guide"
)

func TestATranslationIsToldOfThatIsOlderThanItsOriginal(t *testing.T) {
	fresh := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		rule     string
		original guide.Original
		want     []string
	}{
		{"as its original", guide.Original{Seen: "a1"}, nil},
		{"by its day", guide.Original{Older: true},
			[]string{"content/sv/a.md:1:1 translation-old changed=2026-06-01 day=2026-01-05 other=content/fi/a.md"}},
		{"with what has changed", guide.Original{Seen: "a1", Older: true},
			[]string{"content/sv/a.md:2:1 translation-stale changed=3 “Uusi.” file=content/sv/a.md other=content/fi/a.md"}},
		{"without the text that was translated", guide.Original{Seen: "b2", Older: true},
			[]string{"content/sv/a.md:2:1 translation-stale changed=translation-unkept file=content/sv/a.md other=content/fi/a.md"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			original := p.page("a", "")
			original.Updated = fresh
			p.locale.Index()
			c.original.Page = original
			sv := &guide.Locale{Language: "sv", Pages: []*guide.Page{{ID: "a", File: "content/sv/a.md"}}}
			sv.Pages[0].Updated, sv.Pages[0].Original = time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), c.original
			sv.Home = sv.Pages[0]
			p.site.Locales = append(p.site.Locales, sv)
			p.fsys["content/fi/a.md"] = &fstest.MapFile{Data: []byte("+++\n+++\nUusi.\n")}
			p.fsys["originals/a1.md"] = &fstest.MapFile{Data: []byte("+++\n+++\nVanha.\n")}
			if c.original.Seen != "" {
				p.fsys["content/sv/a.md"] = &fstest.MapFile{Data: []byte("+++\noriginal = \"x\"\n+++\n")}
			}
			checks := &checker{site: p.site, fsys: p.fsys}
			checks.translations(sv)
			expect(t, found(checks.problems), c.want)
		})
	}
}
