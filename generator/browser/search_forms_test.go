package browser_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What the search must do with word forms: the least shares of a word's other
// forms on the site that are found by a form that is on the site too and by one
// that is nowhere on it, and the most forms of other words that a query finds.
const (
	leastSeen   = .99
	leastUnseen = .95
	mostOthers  = 1.0
)

// formsLexicon is what go run ./generator lexicon makes for a guide with all
// forms of testdata/forms.tsv. When those change, make it anew, with Voikko:
//
//	FORMS_LEXICON=new go test -run OtherForms ./generator/browser
const formsLexicon = "testdata/forms-lexicon.tsv"

// inflections are the lines of testdata/forms.tsv: the forms of each word.
type inflections [][]string

// formTally counts what queries must find, what of that they miss, and what
// they find of other words, related and not.
type formTally struct {
	queries, wanted, others, unrelated int
	missed                             []string
}

func TestSearchFindsTheOtherFormsOfAWord(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	program, err := buildProgram()
	if err != nil {
		t.Fatal(err)
	}
	words := readInflections(t)
	all := words.every(1, 0)
	var seen, unseen formTally
	seen.ask(t, buildForms(t, program, all, nil), words, all, all)
	for first := range 2 {
		half := words.every(2, first)
		missing := slices.DeleteFunc(slices.Clone(all), func(form string) bool { return slices.Contains(half, form) })
		unseen.ask(t, buildForms(t, program, half, missing), words, half, missing)
	}
	seen.check(t, "seen", leastSeen)
	unseen.check(t, "unseen", leastUnseen)
	queries := float64(seen.queries + unseen.queries)
	others, unrelated := float64(seen.others+unseen.others)/queries, float64(seen.unrelated+unseen.unrelated)/queries
	fmt.Printf("search forms  of other words: %.3f a query; unrelated ones: %.3f a query\n", others, unrelated)
	// That all of them are few enough is more than is asked.
	if others > mostOthers {
		t.Errorf("a query finds %.3f forms of other words, at most it may %.1f", others, mostOthers)
	}
}

func readInflections(t *testing.T) (words inflections) {
	t.Helper()
	text, err := os.ReadFile("testdata/forms.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		_, forms, _ := strings.Cut(line, "\t")
		words = append(words, strings.Fields(forms))
	}
	return words
}

// every gives each step-th form of each word, from a place on; no form twice.
func (words inflections) every(step, first int) (forms []string) {
	for _, word := range words {
		for i := first; i < len(word); i += step {
			if !slices.Contains(forms, word[i]) {
				forms = append(forms, word[i])
			}
		}
	}
	return forms
}

// kin returns the forms of the words that a form is of: there may be more than
// one.
func (words inflections) kin(form string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(forms []string) bool { return !slices.Contains(forms, form) }).every(1, 0)
}

// buildForms returns the finished site of a small guide with a page for each
// form, which is all its text. Its lexicon says nothing of the missing forms.
func buildForms(t *testing.T, program string, forms, missing []string) (site string) {
	t.Helper()
	dir, err := os.MkdirTemp(temp, "forms-")
	err = errors.Join(err, os.CopyFS(filepath.Join(dir, "themes/opas"), os.DirFS(project+"/themes/opas")), os.MkdirAll(filepath.Join(dir, "content/fi/many"), 0o755))
	write := func(name, text string, values ...any) {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, name), fmt.Appendf(nil, text, values...), 0o644))
	}
	write("config.toml", "title = 'Sivut'\nthemes = ['themes/opas']\n[[languages]]\ntag = 'fi'\nname = 'Suomi'\n")
	write("content/fi/_index.md", "+++\ntitle = 'Sivut'\n+++\n")
	write("content/fi/many/_index.md", "+++\ntitle = 'Sivut'\n+++\n")
	for i, form := range forms {
		write(fmt.Sprintf("content/fi/many/%d.md", i), "+++\ntitle = 'Sivu %d'\n+++\n%s\n", i, form)
	}
	lexicon := filepath.Join(dir, "content/fi/lexicon.tsv")
	if os.Getenv("FORMS_LEXICON") == "new" && len(missing) == 0 {
		err = errors.Join(err, output(program, "lexicon", "-dir", dir), copyLexicon(lexicon, formsLexicon, nil))
	}
	err = errors.Join(err, copyLexicon(formsLexicon, lexicon, missing), output(program, "build", "-dir", dir))
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "public")
}

// copyLexicon copies a lexicon without what it says of the missing forms.
func copyLexicon(from, to string, missing []string) error {
	text, err := os.ReadFile(from)
	lines := slices.DeleteFunc(strings.SplitAfter(string(text), "\n"), func(line string) bool {
		form, _, _ := strings.Cut(line, "\t")
		return slices.Contains(missing, form)
	})
	return errors.Join(err, os.WriteFile(to, []byte(strings.Join(lines, "")), 0o644))
}

// findForms returns the forms on the pages that each query finds; of a page
// that has none, its address.
const findForms = `(async ([forms, queries]) => {
	const found = []
	for (const query of queries) {
		const { results } = await opas.find(query, {limit: 1000})
		found.push(results.map(({href}) => forms[/\/(\d+)\.html/.exec(href)?.[1]] ?? href))
	}
	return found
})(%s)`

// ask asks the search of a site with pages of some forms for others, and
// counts.
func (c *formTally) ask(t *testing.T, site string, words inflections, forms, queries []string) {
	t.Helper()
	tab := openTab(t, fileURL(site))
	tab.open(fileURL(site) + "index.html")
	ask[bool](tab, `document.querySelector('#search-box').focus() ?? true`)
	tab.until(`Boolean(window.opas?.find)`)
	lists, err := json.Marshal([][]string{forms, queries})
	if err != nil {
		t.Fatal(err)
	}
	all := run(tab, "find forms", chromedp.Evaluate[[][]string](fmt.Sprintf(findForms, lists), chromedp.EvalAwaitPromise))
	for i, found := range all {
		c.count(queries[i], words.kin(queries[i]), forms, found)
	}
}

func (c *formTally) count(query string, kin, forms, found []string) {
	c.queries++
	for _, form := range forms {
		if form != query && slices.Contains(kin, form) {
			c.wanted++
			if !slices.Contains(found, form) {
				c.missed = append(c.missed, query+" → "+form)
			}
		}
	}
	for _, form := range found {
		if !slices.Contains(kin, form) {
			c.others++
			if !related(query, kin, form) {
				c.unrelated++
			}
		}
	}
}

// related reports whether a form of another word is found on purpose: it holds
// a form of the query's word, so that it is a compound or a longer word
// (kunnan, lautakunnan), or begins with the query's first four letters, so that
// it is derived from the same (johtaja, johtamisen).
func related(query string, kin []string, form string) bool {
	letters := []rune(query)
	return strings.HasPrefix(form, string(letters[:min(4, len(letters))])) ||
		slices.ContainsFunc(kin, func(own string) bool { return strings.Contains(form, own) })
}

// check prints the share of forms that were found and holds it against a floor.
func (c *formTally) check(t *testing.T, name string, floor float64) {
	t.Helper()
	share := 1 - float64(len(c.missed))/float64(c.wanted)
	fmt.Printf("search forms  %-6s %d queries: found are %.4f of %d other forms\n", name, c.queries, share, c.wanted)
	if share < floor {
		t.Errorf("%s: found are %.4f, must be %.2f; missing are %s", name, share, floor, strings.Join(c.missed[:min(30, len(c.missed))], ", "))
	}
}
