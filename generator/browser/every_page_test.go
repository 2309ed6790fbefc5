package browser_test

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestEveryPageCanBeReadFromAFolder opens every page once and looks at all that
// can be seen of it. The tab itself tells of errors, of requests for anything
// outside the folder, and of what the page's policy refuses.
func TestEveryPageCanBeReadFromAFolder(t *testing.T) {
	t.Parallel()
	pages, _ := pagesOf(t, site(t))
	kinds := kindsOfPage(t)
	links := &linksOfPages{to: map[string][]string{}}
	t.Run("pages", func(t *testing.T) {
		const parts = 4
		for part := range parts {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				tab := openTab(t, fileURL(site(t)))
				for i := part; i < len(pages); i += parts {
					tab.open(tab.own.String() + pages[i])
					checkPage(tab)
					links.note(tab, pages[i])
					// What is around the text is the same on all pages of a
					// kind.
					within := "main"
					if slices.Contains(kinds, pages[i]) {
						within = "body"
					}
					// Pages of translations are built as those of the first language:
					// some show it. axe looks at all of them.
					if languageOf(pages[i]) != "fi" && i/parts%5 > 0 && within == "main" {
						continue
					}
					checkAccess(tab, pages[i], within)
					checkHeadingsOnPaper(tab, pages[i])
				}
			})
		}
	})
	if !t.Failed() {
		links.check(t, pages)
	}
}

// linksOfPages are the pages that each page links to.
type linksOfPages struct {
	mu sync.Mutex
	to map[string][]string
}

func (l *linksOfPages) note(tab *tab, page string) {
	tab.t.Helper()
	var paths []string
	for _, address := range ask[[]string](tab, `[...document.links].filter(a => a.protocol === location.protocol).map(a => a.href)`) {
		target, err := url.Parse(address)
		if err != nil {
			tab.t.Error(err)
			continue
		}
		paths = append(paths, strings.TrimPrefix(target.Path, tab.own.Path))
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.to[page] = paths
}

// check tells which pages nobody gets to from the front page, and which links
// lead to no page. That they lead to a file is seen by check.Output.
func (l *linksOfPages) check(t *testing.T, pages []string) {
	t.Helper()
	reached := map[string]bool{"index.html": true}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		for _, next := range l.to[queue[0]] {
			if !reached[next] {
				reached[next] = true
				queue = append(queue, next)
			}
		}
	}
	for _, page := range pages {
		if !reached[page] {
			t.Errorf("no link leads to %s", page)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(reached)) {
		if !slices.Contains(pages, path) {
			t.Errorf("a link leads to %s, which is no page", path)
		}
	}
}
