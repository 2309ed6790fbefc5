package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// BenchmarkBuild builds generated sites from their folders to a finished site.
// Peak memory is that of the whole process, so run one size at a time to see
// it: go test -bench 'Build/pages=1000$' -benchtime 5x ./generator
func BenchmarkBuild(b *testing.B) {
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			dir := b.TempDir()
			writeCorpus(b, dir, pages)
			b.ReportAllocs()
			for b.Loop() {
				// Each build is a first one: nothing to compare with.
				b.StopTimer()
				if err := os.RemoveAll(filepath.Join(dir, "public")); err != nil {
					b.Fatal(err)
				}
				runtime.GC()
				b.StartTimer()
				if err := runBuild([]string{"-dir", dir}, &console{stdout: io.Discard, stderr: io.Discard}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(peakMegabytes(), "peak-MB")
		})
	}
}

// corpusSections is how many sections a generated site has.
const corpusSections = 20

// writeCorpus makes a guide of so many pages out of the sentences of the real
// one: 300 to 800 words each, with headings, lists, links and tables.
func writeCorpus(tb testing.TB, dir string, pages int) {
	tb.Helper()
	sentences := realSentences(tb)
	random := rand.New(rand.NewPCG(1, uint64(pages)))
	write := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "themes"), os.DirFS("../themes")); err != nil {
		tb.Fatal(err)
	}
	write("config.toml", "title = \"Opas\"\n[[languages]]\ntag = \"fi\"\ntopics = \"Aiheet\"\n")
	write("content/fi/_index.md", "+++\ntitle = \"Opas\"\n+++\nTervetuloa.\n")
	for section := range corpusSections {
		write(fmt.Sprintf("content/fi/s%02d/_index.md", section), fmt.Sprintf("+++\ntitle = \"Osio %d\"\nweight = %d\n+++\nOsion sivut.\n", section, section))
	}
	for page := range pages {
		write(corpusPath(page), corpusPage(random, sentences, page, pages))
	}
}

func corpusPath(page int) string {
	return fmt.Sprintf("content/fi/s%02d/sivu-%05d.md", page%corpusSections, page)
}

func corpusPage(random *rand.Rand, sentences []string, page, pages int) string {
	sentence := func() string { return sentences[random.IntN(len(sentences))] }
	var text strings.Builder
	fmt.Fprintf(&text, "+++\ntitle = %q\nsummary = %q\nweight = %d\ntopics = [\"aihe %d\", \"aihe %d\"]\n+++\n\n",
		fmt.Sprintf("Sivu %d", page), sentence(), page, random.IntN(15), 15+random.IntN(15))
	words := 300 + random.IntN(500)
	for part := 0; len(strings.Fields(text.String())) < words; part++ {
		fmt.Fprintf(&text, "## Otsikko %d %s\n\n%s %s %s %s\n\n", part, strings.Fields(sentence())[0], sentence(), sentence(), sentence(), sentence())
		if part%3 == 0 {
			fmt.Fprintf(&text, "- %s\n- %s\n- %s\n\n", sentence(), sentence(), sentence())
		}
		if part < 3 {
			other := random.IntN(pages)
			fmt.Fprintf(&text, "Katso myös [sivu %d](../s%02d/sivu-%05d.md) ja *muut*.\n\n", other, other%corpusSections, other)
		}
	}
	if page%5 == 0 {
		text.WriteString("| Vaihe | Vastuu | Aika |\n| --- | --- | ---: |\n")
		for range 5 {
			fmt.Fprintf(&text, "| %s | ryhmä | 1.%d.2026 |\n", strings.Fields(sentence())[0], 1+random.IntN(12))
		}
	}
	return text.String()
}

// realSentences are the sentences of the guide that have no mark-up.
func realSentences(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("../content/fi/*/*.md")
	if err != nil || len(files) == 0 {
		tb.Fatal("the guide's content is missing", err)
	}
	plain := regexp.MustCompile(`(?m)[A-ZÄÖ][^\n.?!"\[\]|*#<>` + "`" + `]{30,200}[.?!]`)
	var sentences []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(text), "+++"), "+++")
		sentences = append(sentences, plain.FindAllString(body, -1)...)
	}
	return sentences
}
