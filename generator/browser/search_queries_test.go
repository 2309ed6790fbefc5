package browser_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// queriesOf returns the words that the budget of search types: those of
// queries.json, and words of the pages, evenly from the whole alphabet. They
// are the same each time.
func queriesOf(t *testing.T, folder string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "queries.json"))
	if err != nil {
		t.Fatal(err)
	}
	var queries []string
	if err := json.Unmarshal(data, &queries); err != nil {
		t.Fatal(err)
	}
	words := wordsOfPages(t, filepath.Join(folder, "opas", "content", "fi"))
	missing := typedQueries - len(queries)
	for i := range missing {
		queries = append(queries, words[i*len(words)/missing])
	}
	return queries
}

// wordsOfPages lists the words of 5 to 14 letters of a hundred pages, in order.
func wordsOfPages(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s has no pages (%v)", folder, err)
	}
	word := regexp.MustCompile(`\pL+`)
	found := map[string]bool{}
	for i := 0; i < len(files); i += max(1, len(files)/100) {
		text, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(text), "+++"), "+++")
		for _, w := range word.FindAllString(strings.ToLower(body), -1) {
			if letters := utf8.RuneCountInString(w); 5 <= letters && letters <= 14 {
				found[w] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}
