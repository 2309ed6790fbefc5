package browser_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// goldQuery is a query of a gold set: what kind of query it is, and the pages
// that must be among the first five results.
type goldQuery struct {
	Kind, Query string
	wanted      []string
}

// goldSets are the languages whose search is asked, each with the queries of
// testdata/gold-LANGUAGE.tsv, and the floors: over all of them, and over those
// of kind question, which search answers least well; that of each other kind is
// floorKind.
var goldSets = []struct {
	language        string
	floor, question float64
}{{"fi", .92, .80}, {"sv", .90, .80}, {"en", .90, .73}}

const floorKind = .80

// quality is how well a set of queries was answered: the share of the pages
// that must be found which are among the first five (recall), and the mean of
// 1/rank of the first of them among the first ten (MRR).
type quality struct {
	queries     int
	recall, mrr float64
}

// TestSearchFindsWhatItMust asks the search of the real site for each query
// of the gold sets.
func TestSearchFindsWhatItMust(t *testing.T) {
	t.Parallel()
	for _, set := range goldSets {
		t.Run(set.language, func(t *testing.T) { checkGold(t, set.language, set.floor, set.question) })
	}
}

func checkGold(t *testing.T, language string, floor, question float64) {
	queries := goldQueries(t, language)
	tab := openTab(t, fileURL(wholeSite(t)))
	tab.open(fileURL(wholeSite(t)) + pageAddresses(t, language)[""])
	ask[bool](tab, `document.querySelector('#search-box').focus() ?? true`)
	tab.until(`Boolean(window.opas?.find)`)
	found := searchAll(tab, queries)
	kinds := map[string]*quality{}
	var all quality
	for i, q := range queries {
		if kinds[q.Kind] == nil {
			kinds[q.Kind] = &quality{}
		}
		recall, mrr := q.judge(found[i])
		kinds[q.Kind].add(recall, mrr)
		all.add(recall, mrr)
		if recall == 0 && testing.Verbose() {
			fmt.Printf("  not found: %s %q\n", q.Kind, q.Query)
		}
	}
	for _, kind := range sortedKeys(kinds) {
		least := floorKind
		if kind == "question" {
			least = question
		}
		kinds[kind].check(t, language+" "+kind, least)
	}
	all.check(t, language+" all", floor)
}

func goldQueries(t *testing.T, language string) []goldQuery {
	t.Helper()
	text, err := os.ReadFile("testdata/gold-" + language + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	addresses := pageAddresses(t, language)
	var queries []goldQuery
	for line := range strings.Lines(string(text)) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(columns) != 3 {
			continue
		}
		q := goldQuery{Kind: columns[0], Query: columns[1]}
		for id := range strings.SplitSeq(columns[2], ",") {
			if addresses[id] == "" {
				t.Fatalf("the query %q wants a page %q that doesn't exist", q.Query, id)
			}
			q.wanted = append(q.wanted, addresses[id])
		}
		queries = append(queries, q)
	}
	return queries
}

// findQueries asks the search for each query as the box does, and returns where
// the results lead.
const findQueries = `(async queries => {
	const found = []
	for (const query of queries) {
		const { results } = await opas.find(query, {limit: 10})
		found.push(results.map(({href}) => decodeURI(new URL(href, location.href).pathname)))
	}
	return found
})(%s)`

// searchAll returns the paths of the first ten results of each query.
func searchAll(tab *tab, queries []goldQuery) [][]string {
	tab.t.Helper()
	var found [][]string
	for part := range slices.Chunk(queries, 100) {
		var texts []string
		for _, q := range part {
			texts = append(texts, q.Query)
		}
		list, err := json.Marshal(texts)
		if err != nil {
			tab.t.Fatal(err)
		}
		found = append(found, promised[[][]string](tab, fmt.Sprintf(findQueries, list))...)
	}
	return found
}

// judge compares the results with what must be found.
func (q goldQuery) judge(results []string) (recall, mrr float64) {
	for _, wanted := range q.wanted {
		rank := slices.IndexFunc(results, func(path string) bool { return strings.HasSuffix(path, "/"+wanted) })
		if rank >= 0 && rank < 5 {
			recall += 1 / float64(len(q.wanted))
		}
		if rank >= 0 {
			mrr = max(mrr, 1/float64(rank+1))
		}
	}
	return recall, mrr
}

func (q *quality) add(recall, mrr float64) {
	q.queries++
	q.recall += recall
	q.mrr += mrr
}

// check prints the means and holds them against a floor.
func (q *quality) check(t *testing.T, name string, floor float64) {
	t.Helper()
	recall, mrr := q.recall/float64(q.queries), q.mrr/float64(q.queries)
	fmt.Printf("search %-13s %4d queries  recall@5 %.3f  MRR %.3f\n", name, q.queries, recall, mrr)
	if recall < floor || mrr < floor {
		t.Errorf("%s: recall@5 %.3f, MRR %.3f: both must be %.2f at least", name, recall, mrr, floor)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
