package build

import (
	"cmp"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// placesMost is how many places are offered at once.
const placesMost = 40

// places are what can be put into the text of a page: links to pages, headings
// and sources of the guide in the page's language or to what is typed, its terms,
// the fields of worksheets, and its other languages or the one that is typed.
func (ps *previews) places(file, kind, query string) []serve.Place {
	site, l, of := ps.where(file)
	query = strings.TrimSpace(query)
	switch {
	case l == nil:
		return nil
	case kind == "link":
		return append(outside(query), fitting(slices.Concat(pagePlaces(l, file, ""), headingPlaces(l, file), sourcePlaces(site, l)), query)...)
	case kind == "term":
		return fitting(pagePlaces(l, file, "term"), query)
	case kind == "field" && of == "worksheet":
		return fitting(fieldPlaces(l), query)
	case kind == "language":
		return languagePlaces(site, l, query)
	}
	return nil
}

// pagePlaces are the pages of a kind, "" for all, as links from a file lead there.
func pagePlaces(l *guide.Locale, file, kind string) (list []serve.Place) {
	for _, p := range l.Pages {
		if to := linkTo(l, file, p); to != "" && (kind == "" || p.Kind == kind) {
			place := serve.Place{Title: plain(p.Title), Insert: to}
			if p.Parent != nil {
				place.About = plain(p.Parent.Label())
			}
			// Menus call it so.
			if label := plain(p.Label()); label != place.Title {
				place.About = strings.TrimPrefix(place.About+" › "+label, " › ")
			}
			list = append(list, place)
		}
	}
	return list
}

// linkTo is how a file links to a page, "" if it can't: the program made the page,
// or it is a draft. A page that isn't translated is linked where it will be.
func linkTo(l *guide.Locale, file string, p *guide.Page) string {
	parts := strings.SplitN(p.File, "/", 3)
	if len(parts) < 3 || p.IsDraft() {
		return ""
	}
	return guide.Relative(file, "content/"+l.Language+"/"+parts[2])
}

func headingPlaces(l *guide.Locale, file string) (list []serve.Place) {
	for _, p := range l.Pages {
		to := linkTo(l, file, p)
		if p.File == file {
			to = ""
		}
		// Headings have other ids once a page is translated.
		if to == "" && p.File != file || !strings.HasPrefix(p.File, "content/"+l.Language+"/") {
			continue
		}
		for _, h := range p.Headings {
			list = append(list, serve.Place{Title: plain(h.Text), About: plain(p.Title), Insert: to + "#" + h.ID})
		}
	}
	return list
}

func sourcePlaces(site *guide.Site, l *guide.Locale) (list []serve.Place) {
	for _, s := range site.Sources {
		if s = s.In(l.Language); s.URL != "" {
			list = append(list, serve.Place{Title: plain(s.Title), About: plain(s.Publisher), Insert: s.URL})
		}
	}
	return list
}

// outside is what is typed as a link to the web or to a mailbox, if it can be one.
func outside(typed string) []serve.Place {
	to := typed
	switch address, err := mail.ParseAddress(typed); {
	case err == nil && address.Address == typed:
		to = "mailto:" + typed
	case strings.HasPrefix(strings.ToLower(typed), "www."):
		to = "https://" + typed
	}
	address, err := url.Parse(to)
	isWeb := err == nil && (address.Scheme == "https" || address.Scheme == "http") && strings.Contains(strings.Trim(address.Hostname(), "."), ".") && address.User == nil
	if !isWeb && !strings.HasPrefix(to, "mailto:") || strings.ContainsAny(to, " \t<>\\") {
		return nil
	}
	return []serve.Place{{Title: typed, Insert: strings.NewReplacer("(", "%28", ")", "%29").Replace(to)}}
}

// fieldPlaces are an example of each kind of field, in words of the page's language.
func fieldPlaces(l *guide.Locale) (list []serve.Place) {
	printer := report.Printer{Language: l.Language}
	var numbers []string
	for _, q := range l.Questions()[:min(2, len(l.Questions()))] {
		numbers = append(numbers, strconv.Itoa(q.Number))
	}
	examples := content.FieldExamples(func(name string) string {
		if name == "numbers" {
			return strings.Join(numbers, " ")
		}
		return printer.Message("block-word-"+name, nil)
	})
	for _, e := range examples {
		list = append(list, serve.Place{Title: printer.Message("block-"+e.Kind, nil), About: e.Kind, Insert: e.Block})
	}
	return list
}

// languagePlaces are the other languages of a guide, and one whose tag is typed.
func languagePlaces(site *guide.Site, l *guide.Locale, query string) (list []serve.Place) {
	for _, other := range site.Locales {
		if other != l {
			list = append(list, serve.Place{Title: other.Name, About: other.Language, Insert: other.Language})
		}
	}
	list = fitting(list, query)
	if len(list) == 0 && language.Known(query) && !strings.EqualFold(query, l.Language) {
		list = append(list, serve.Place{Title: query, Insert: query})
	}
	return list
}

// fitting are the places that have all words of a query, those first whose titles
// begin with it, then those with a word that does.
func fitting(list []serve.Place, query string) []serve.Place {
	query = language.Plain(query)
	rank := func(p serve.Place) int {
		title := language.Plain(p.Title)
		switch {
		case strings.HasPrefix(title, query):
			return 0
		case strings.Contains(" "+title, " "+query):
			return 1
		}
		return 2
	}
	list = slices.DeleteFunc(list, func(p serve.Place) bool {
		all := language.Plain(p.Title + " " + p.About)
		return slices.ContainsFunc(strings.Fields(query), func(word string) bool { return !strings.Contains(all, word) })
	})
	slices.SortStableFunc(list, func(a, b serve.Place) int { return cmp.Compare(rank(a), rank(b)) })
	return list[:min(len(list), placesMost)]
}

// plain returns a title as it is typed.
func plain(title string) string { return strings.Join(strings.Fields(title), " ") }
