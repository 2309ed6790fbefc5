package build

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/report"
)

// faultyPage is the file that the faults of these tests are in.
const faultyPage = "content/fi/model/page.md"

// faulty is a small guide with one page that holds a text.
func faulty(text string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, content := range map[string]string{
		"config.toml":                     "title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\n",
		"theme/words/fi.toml":             "skip = \"Siirry\"\n",
		"content/sources.toml":            "[thl]\ntitle = \"THL\"\nurl = \"https://thl.fi/\"\n",
		"content/static/kuva.png":         "x",
		"content/static/oma-kuva.png":     "x",
		"content/fi/_index.md":            "+++\ntitle = \"Etusivu\"\n+++\n",
		"content/fi/model/_index.md":      "+++\ntitle = \"Malli\"\nslug = \"malli\"\n+++\n",
		"content/fi/model/tips.md":        "+++\ntitle = \"Vinkit\"\nslug = \"vinkit\"\nid = \"model/vinkkeja\"\n+++\n## Alku\n",
		"content/fi/teemat/_index.md":     "+++\ntitle = \"Teemat\"\n+++\n",
		"content/fi/teemat/aani.md":       "+++\ntitle = \"Ääni\"\nkind = \"topic\"\n+++\n",
		"content/fi/kysymykset/_index.md": "+++\ntitle = \"Kysymykset\"\nkind = \"question\"\n+++\n",
		"content/fi/kysymykset/alue.md":   "+++\ntitle = \"Alue\"\nkind = \"area\"\n+++\n",
		"content/fi/kysymykset/1.md":      "+++\ntitle = \"Yksi?\"\nnumber = 1\narea = \"alue\"\n+++\n",
		"content/fi/kysymykset/2.md":      "+++\ntitle = \"Kaksi?\"\nnumber = 2\narea = \"alue\"\n+++\n",
		"content/fi/tapahtumat/_index.md": "+++\ntitle = \"Tapahtumat\"\nkind = \"session\"\n+++\n",
		faultyPage:                        text,
	} {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return files
}

// foundIn returns what is wrong with a text, but for what is wrong without it, by
// rule.
func foundIn(t *testing.T, text string) (found report.Problems, counts map[string]int) {
	t.Helper()
	_, warnings, err := Load(faulty(text), Settings{NoLexicon: true})
	faults, ok := err.(report.Problems)
	if err != nil && !ok {
		t.Fatal(err)
	}
	counts = map[string]int{}
	for _, p := range append(faults, warnings...) {
		if p.Place.File == faultyPage {
			found = append(found, p)
			counts[p.Rule] += 1 + p.More
		}
	}
	return found, counts
}

const head = "+++\ntitle = \"Sivu\"\n+++\n"

func front(keys string) string { return "+++\ntitle = \"Sivu\"\n" + keys + "+++\nTeksti.\n" }

// TestAFixMendsItsProblemAndNothingElse is about each kind of fault that has a
// fix: the problem is gone, no other comes up, and the rest stays.
func TestAFixMendsItsProblemAndNothingElse(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1768000000") // in January 2026
	for _, c := range []struct{ rule, text, want string }{
		{"front-quotes", "+++\ntitle = ”Sivu”\n+++\n", "+++\ntitle = \"Sivu\"\n+++\n"},
		{"front-quotes", front("topics = [“Ääni”]\n"), front("topics = [\"Ääni\"]\n")},
		{"front-sign", "+++\ntitle\u00a0= \"Sivu\"\n+++\n", "+++\ntitle = \"Sivu\"\n+++\n"},
		{"syntax-quotes", "+++\ntitle = Sivu # oma\n+++\n", "+++\ntitle = \"Sivu\"\n+++\n"},
		{"syntax-quotes", front("  short = Lyhyt nimi\n"), front("  short = \"Lyhyt nimi\"\n")},
		{"syntax-quote-open", front("short = \"Lyhyt\n"), front("short = \"Lyhyt\"\n")},
		{"syntax-inner-quotes", front("short = \"Sanoi \"hei\" ja\"\n"), front("short = \"Sanoi \\\"hei\\\" ja\"\n")},
		{"syntax-escape", front("short = \"7\\. luokka\"\n"), front("short = \"7\\\\. luokka\"\n")},
		{"syntax-colon", "+++\ntitle: Sivu\n+++\n", "+++\ntitle = \"Sivu\"\n+++\n"},
		{"syntax-colon", front("draft: false\n"), front("draft = false\n")},
		{"syntax-truth", front("draft = ei\n"), front("draft = false\n")},
		{"syntax-zero", front("weight = 07\n"), front("weight = 7\n")},
		{"syntax-rest", front("weight = 7,\n"), front("weight = 7\n")},
		{"syntax-comma", front("topics = [, \"Ääni\"]\n"), front("topics = [\"Ääni\"]\n")},
		{"syntax-list", front("sources = [\"thl\"\n"), front("sources = [\"thl\"]\n")},
		{"syntax-control", front("short = \"a\x01b\"\n"), front("short = \"ab\"\n")},
		{"number-comma", front("weight = 7,5\n"), front("weight = 8\n")},
		{"day-order", front("updated = 21.11.2025\n"), front("updated = 2025-11-21\n")},
		{"day-order", front("updated = \"21.11.2025\" # näin\n"), front("updated = 2025-11-21 # näin\n")},
		{"day-quotes", front("updated = \"2025-11-21\"\n"), front("updated = 2025-11-21\n")},
		{"day-missing", front("updated = \"31.11.2025\"\n"), front("updated = 2025-11-30\n")},
		{"key-type", front("weight = \"7\"\n"), front("weight = 7\n")},
		{"key-type", front("topics = \"Ääni\"\n"), front("topics = [\"Ääni\"]\n")},
		{"key-type", front("draft = \"ei\"\n"), front("draft = false\n")},
		{"key-type", "+++\ntitle = 7\n+++\n", "+++\ntitle = \"7\"\n+++\n"},
		{"key-unknown", front("sumary = \"Lyhyesti.\"\n"), front("summary = \"Lyhyesti.\"\n")},
		{"key-unknown", "+++\ntittle = \"Sivu\"\n+++\nTeksti.\n", "+++\ntitle = \"Sivu\"\n+++\nTeksti.\n"},
		{"key-missing", "+++\nshort = \"Sivu\"\n+++\nTeksti.\n", "+++\nshort = \"Sivu\"\ntitle = \"…\"\n+++\nTeksti.\n"},
		{"key-missing", "+++\n+++\nTeksti.\n", "+++\ntitle = \"…\"\n+++\nTeksti.\n"},
		{"key-missing", "+++\ntitle = \"\"\n+++\nTeksti.\n", "+++\ntitle = \"…\"\n+++\nTeksti.\n"},
		{"key-missing", "+++\ntitle = \"Kolme?\"\nkind = \"question\"\narea = \"alue\"\n+++\n", "+++\ntitle = \"Kolme?\"\nkind = \"question\"\narea = \"alue\"\nnumber = …\n+++\n"},
		{"key-missing", "+++\ntitle = \"Tapahtuma\"\nkind = \"session\"\nminutes = 3\n[[agenda]]\ntitle = \"Alku\"\n\n[[agenda]]\nminutes = 0\ntitle = \"Loppu\"\n+++\n", "+++\ntitle = \"Tapahtuma\"\nkind = \"session\"\nminutes = 3\n[[agenda]]\ntitle = \"Alku\"\nminutes = …\n\n[[agenda]]\nminutes = 0\ntitle = \"Loppu\"\n+++\n"},
		{"value-twice", front("sources = [\"thl\", \"thl\"]\n"), front("sources = [\"thl\"]\n")},
		{"value-twice", "+++\ntitle = \"Vaihe\"\nkind = \"step\"\nnumber = 1\nquestions = [1, 1, 2]\n+++\n", "+++\ntitle = \"Vaihe\"\nkind = \"step\"\nnumber = 1\nquestions = [1, 2]\n+++\n"},
		{"key-type", "+++\ntitle = \"Vaihe\"\nkind = \"step\"\nnumber = 1\nquestions = \"1, 2\"\n+++\n", "+++\ntitle = \"Vaihe\"\nkind = \"step\"\nnumber = 1\nquestions = [1, 2]\n+++\n"},
		{"text-ordinal", "+++\ntitle = \"Tapahtuma\"\nkind = \"session\"\ngoal = \"7. luokan asia\"\n+++\n", "+++\ntitle = \"Tapahtuma\"\nkind = \"session\"\ngoal = \"7\\\\. luokan asia\"\n+++\n"},
		{"unknown-area", "+++\ntitle = \"Kolme?\"\nkind = \"question\"\nnumber = 3\narea = \"aluee\"\n+++\n", "+++\ntitle = \"Kolme?\"\nkind = \"question\"\nnumber = 3\narea = \"alue\"\n+++\n"},
		{"unknown-source", front("sources = [\"tlh\"]\n"), front("sources = [\"thl\"]\n")},
		{"unknown-topic", front("topics = [\"Aäni\"]\n"), front("topics = [\"Ääni\"]\n")},
		{"id-twice", front("id = \"kysymykset/1\"\n"), front("")},
		{"day-future", front("reviewed = 2062-01-21\n"), ""},
		{"year-future", front("as-of = 2062\n"), ""},
		{"front-missing", "# Sivu\n\nTeksti.\n", "+++\ntitle = \"Sivu\"\n+++\n\nTeksti.\n"},
		{"front-missing", "Teksti.\n", "+++\ntitle = \"…\"\n+++\n\nTeksti.\n"},
		{"front-open", "+++\ntitle = \"Sivu\"\n\nTeksti.\n", "+++\ntitle = \"Sivu\"\n+++\n\nTeksti.\n"},
		{"front-fence", "++\ntitle = \"Sivu\"\n+++\nTeksti.\n", head + "Teksti.\n"},
		{"front-fence", "+++\ntitle = \"Sivu\"\n++++\nTeksti.\n", head + "Teksti.\n"},
		{"front-yaml", "---\ntitle: Sivu\n---\nTeksti.\n", head + "Teksti.\n"},
		{"front-blank", "\n\n" + head + "Teksti.\n", head + "Teksti.\n"},

		{"list-numbers", head + "3. helmikuuta.\n\n17. maaliskuuta.\n\n2. kesäkuuta.\n", head + "3\\. helmikuuta.\n\n17\\. maaliskuuta.\n\n2\\. kesäkuuta.\n"},
		{"list-numbers", head + "1. yksi\n2. kaksi\n4. neljä\n", head + "1. yksi\n2. kaksi\n3. neljä\n"},
		{"list-single", head + "7. luokan oppilaat tulivat.\n", head + "7\\. luokan oppilaat tulivat.\n"},
		{"list-begins", head + "3. yksi\n4. kaksi\n", head + "3\\. yksi\n4\\. kaksi\n"},
		{"list-space", head + "-yksi\n-kaksi\n-kolme\n", head + "- yksi\n- kaksi\n- kolme\n"},
		{"list-space", head + "1.yksi\n2.kaksi\n3.kolme\n", head + "1. yksi\n2. kaksi\n3. kolme\n"},
		{"list-space", head + "- yksi\n-kaksi\n", head + "- yksi\n- kaksi\n"},
		{"list-sign", head + "Näin:\n• yksi\n• kaksi\n\n• kolme\n\nLoppu.\n", head + "Näin:\n- yksi\n- kaksi\n\n- kolme\n\nLoppu.\n"},
		{"list-sign", head + "o\tyksi\no\tkaksi\n", head + "- yksi\n- kaksi\n"},
		{"list-sign", head + "– yksi\n– kaksi\n", head + "- yksi\n- kaksi\n"},
		{"heading-space", head + "##Otsikko\n", head + "## Otsikko\n"},
		{"heading-space", head + "Alku.\n\n#Otsikko\n\nLoppu.\n", head + "Alku.\n\n## Otsikko\n\nLoppu.\n"},
		{"heading-level", head + "# Otsikko\n", head + "## Otsikko\n"},
		{"heading-order", head + "## A\n\n#### B\n", head + "## A\n\n### B\n"},
		{"heading-underline", head + "Teksti\n---\n", head + "Teksti\n\n---\n"},
		{"heading-id", head + "## A {#Oma_Nimi}\n", head + "## A {#oma-nimi}\n"},
		{"heading-id-twice", head + "## A {#a}\n\n## B {#a}\n", head + "## A {#a}\n\n## B {#b}\n"},
		{"heading-id-form", head + "## Alku {#Omat Tiedot}\n", head + "## Alku {#omat-tiedot}\n"},
		{"image-text", head + "![](../../static/kuva.png)\n", head + "![…](../../static/kuva.png)\n"},
		{"link-text", head + "Lue [tästä](tips.md).\n", head + "Lue […](tips.md).\n"},
		{"link-address", head + "Lue [https://thl.fi/a/b](https://thl.fi/a/b).\n", head + "Lue […](https://thl.fi/a/b).\n"},
		{"link-published", head + "[vinkit](vinkit.html#alku)\n", head + "[vinkit](tips.md#alku)\n"},
		{"link-missing", head + "[vinkit](tipss.md)\n", head + "[vinkit](tips.md)\n"},
		{"link-missing", head + "[vinkit](..\\model\\tips.md)\n", head + "[vinkit](tips.md)\n"},
		{"link-missing", head + "![kuva](kuva.png)\n", head + "![kuva](../../static/kuva.png)\n"},
		{"link-absolute", head + "[vinkit](/model/tips.md)\n", head + "[vinkit](tips.md)\n"},
		{"link-web", head + "[THL](www.thl.fi)\n", head + "[THL](https://www.thl.fi)\n"},
		{"link-mail", head + "[posti](nimi@kunta.fi)\n", head + "[posti](mailto:nimi@kunta.fi)\n"},
		{"link-sign", head + "[vinkit](tips\u200b.md)\n", head + "[vinkit](tips.md)\n"},
		{"link-space", head + "![kuva](../../static/oma kuva.png)\n", head + "![kuva](../../static/oma-kuva.png)\n"},
		{"link-heading", head + "[vinkit](tips.md#allku)\n", head + "[vinkit](tips.md#alku)\n"},
		{"link-parted", head + "[vinkit] (tips.md)\n", head + "[vinkit](tips.md)\n"},
		{"link-reversed", head + "Ks. (hyvät vinkit)[tips.md].\n", head + "Ks. [hyvät vinkit](tips.md).\n"},
		{"address-bare", head + "Ks. www.thl.fi.\n", head + "Ks. [www.thl.fi](https://www.thl.fi).\n"},
		{"address-bare", head + "Ks. https://thl.fi/aiheet/a, jossa.\n", head + "Ks. [thl.fi/aiheet/a](https://thl.fi/aiheet/a), jossa.\n"},
		{"address-bare", head + "Kysy nimi@kunta.fi.\n", head + "Kysy [nimi@kunta.fi](mailto:nimi@kunta.fi).\n"},
		{"stars-stay", head + "Tämä on ** tärkeää ** asiaa.\n", head + "Tämä on **tärkeää** asiaa.\n"},
		{"stars-stay", head + "**tärkeää ** asiaa.\n", head + "**tärkeää** asiaa.\n"},
		{"stars-stay", head + "**”Sitaatti”**sanoi hän.\n", head + "**”Sitaatti”** sanoi hän.\n"},
		{"stars-open", head + "**lihava alku\njatkuu.\n", head + "**lihava alku**\njatkuu.\n"},
		{"note-open", head + "Alku.\n\n<!-- muista tämä\n\nLoppu.\n", head + "Alku.\n\n<!-- muista tämä -->\n\nLoppu.\n"},
		{"note-open", head + "Alku ‹!– muista –› loppu.\n", head + "Alku <!-- muista --> loppu.\n"},
		{"note-open", head + "Alku <!-- muista\n\ntämä --> loppu.\n", head + "Alku <!-- muista\ntämä --> loppu.\n"},
		{"note-line", head + "<!-- x --> teksti tässä.\n", head + "<!-- x -->\n\nteksti tässä.\n"},
		{"table-cells", head + "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n", head + "| A | B | … |\n|---|---|---|\n| 1 | 2 | 3 |\n"},
		{"table-line", head + "| A | B |\n|---|\n| 1 | 2 |\n", head + "| A | B |\n|---|---|\n| 1 | 2 |\n"},
		{"table-rule", head + "| A | B |\n| 1 | 2 |\n", head + "| A | B |\n|---|---|\n| 1 | 2 |\n"},
		{"table-tabs", head + "Nimi\tTieto\nyksi\tkaksi\nkolme\tneljä\n", head + "| Nimi | Tieto |\n|---|---|\n| yksi | kaksi |\n| kolme | neljä |\n"},
		{"language-mark-form", head + "Sanotaan [så här]{sv}.\n", head + "Sanotaan [så här]{lang=sv}.\n"},
		{"language-missing", head + "Det här är en mening som är på svenska och inte på finska.\n", head + "[Det här är en mening som är på svenska och inte på finska.]{lang=sv}\n"},
		{"mark-foreign", head + "Tämä on ~~vanha~~ asia.\n", head + "Tämä on vanha asia.\n"},
		{"mark-foreign", head + "- [ ] tehtävä\n- toinen\n", head + "- tehtävä\n- toinen\n"},
		{"mark-foreign", head + "Ks. [[sivu]] nyt.\n", head + "Ks. sivu nyt.\n"},
		{"fence-open", head + "Alku.\n\n```\nkoodia\n\nTeksti.\n", head + "Alku.\n\n```\nkoodia\n```\n\nTeksti.\n"},
		{"text-indented", head + "Alku.\n\n\tTämä on sisennetty kappale.\n", head + "Alku.\n\nTämä on sisennetty kappale.\n"},
		{"count-unknown", head + "Kysymyksiä on {count.question}.\n", head + "Kysymyksiä on {count.questions}.\n"},
		{"field-open", "+++\ntitle = \"Lomake\"\nkind = \"worksheet\"\n+++\n```answer\nMitä?\n\nTeksti.\n", "+++\ntitle = \"Lomake\"\nkind = \"worksheet\"\n+++\n```answer\nMitä?\n```\n\nTeksti.\n"},
		{"field-unknown", "+++\ntitle = \"Lomake\"\nkind = \"worksheet\"\n+++\n```anwser lines=4\nMitä?\n```\n", "+++\ntitle = \"Lomake\"\nkind = \"worksheet\"\n+++\n```answer lines=4\nMitä?\n```\n"},
		{"field-attribute", "+++\ntitle = \"Lomake\"\nkind = \"worksheet\"\n+++\n```answer line=4\nMitä?\n```\n", "+++\ntitle = \"Lomake\"\nkind = \"worksheet\"\n+++\n```answer lines=4\nMitä?\n```\n"},
		{"key-value", front("slug = \"Oma Sivu\"\n"), front("slug = \"oma-sivu\"\n")},
		{"table-brackets", "+++\ntitle = \"Tapahtuma\"\nkind = \"session\"\n[agenda]\ntitle = \"Alku\"\nminutes = 5\n+++\n", "+++\ntitle = \"Tapahtuma\"\nkind = \"session\"\n[[agenda]]\ntitle = \"Alku\"\nminutes = 5\n+++\n"},
		{"key-order", "+++\n[[agenda]]\ntitle = \"Alku\"\nminutes = 5\nkind = \"session\"\n+++\n", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			problems, before := foundIn(t, c.text)
			mended := ""
			for _, p := range problems {
				if p.Rule == c.rule && p.Fix != nil && mended == "" {
					text, ok := p.Fix.Apply([]byte(c.text))
					if !ok {
						t.Fatalf("%q doesn't fit", p.Fix.Old)
					}
					mended = string(text)
				}
			}
			if mended == "" {
				t.Fatalf("nothing is offered: %v", problems)
			}
			if c.want != "" && mended != c.want {
				t.Errorf("it is\n%s", mended)
			}
			answer := "Vastaus"
			if strings.Contains(mended, "= "+report.Asked) {
				answer = "3"
			}
			_, after := foundIn(t, strings.ReplaceAll(mended, report.Asked, answer))
			if after[c.rule] >= before[c.rule] {
				t.Errorf("the problem is still there in\n%s", mended)
			}
			for rule := range maps.Keys(after) {
				if after[rule] > before[rule] {
					t.Errorf("now there is %s in\n%s", rule, mended)
				}
			}
		})
	}
}
