package content

import (
	"slices"

	"sparrausopas/generator/guide"
)

// Keys are all that front matter of a page can have: those of every page, and of
// its kind those of its own, in the order in which they are written.
func Keys(kind string) []guide.Key {
	return slices.Concat(firstKeys(), Options{}.kind(kind).Keys, lastKeys())
}

// firstKeys are those of every page that come before those of its kind.
func firstKeys() []guide.Key {
	return []guide.Key{
		{Name: "title", Required: true, Example: `"…"`},
		{Name: "short"},
		{Name: "summary", Type: guide.ProseKey},
	}
}

// lastKeys are those that come after.
func lastKeys() []guide.Key {
	return []guide.Key{
		{Name: "topics", Type: guide.TextsKey, Of: "topic"},
		{Name: "sources", Type: guide.TextsKey, Of: "source"},
		{Name: "updated", Type: guide.DayKey},
		{Name: "reviewed", Type: guide.DayKey},
		{Name: "as-of", Rare: true, Type: guide.NumberKey},
		{Name: "draft", Type: guide.FlagKey},
		{Name: "weight", Rare: true, Type: guide.NumberKey},
		{Name: "slug", Rare: true},
		{Name: "aliases", Rare: true, Type: guide.TextsKey},
		{Name: "id", Rare: true},
		{Name: "kind", Rare: true},
		{Name: "course", Rare: true, Type: guide.TablesKey, Keys: []guide.Key{
			{Name: "title", Required: true}, {Name: "text", Type: guide.ProseKey}, {Name: "page"}, {Name: "programme"},
		}},
		{Name: "sparrings", Rare: true, Type: guide.TablesKey, Keys: []guide.Key{
			{Name: "sparrer", Required: true, Values: sparrers()}, {Name: "from", Required: true}, {Name: "to", Required: true},
			{Name: "text", Type: guide.ProseKey}, {Name: "page"},
		}},
	}
}

// keys are those that pages of all kinds can have.
func (o Options) keys() []guide.Key {
	keys := slices.Concat(firstKeys(), lastKeys())
	for _, k := range o.kinds() {
		keys = append(keys, k.Keys...)
	}
	return keys
}
