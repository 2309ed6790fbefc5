package report

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMessagesReadAsTheyDidBefore compares all messages, filled with samples,
// with testdata: one file a language, for those who translate to read through.
func TestMessagesReadAsTheyDidBefore(t *testing.T) {
	for _, language := range Languages() {
		got := allMessages(Voice{Language: language, Program: "sparrausopas"})
		file := filepath.Join("testdata", language+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: %s\n(run with -update to write it anew)", file, firstDifference(got, string(want)))
		}
	}
}

// allMessages gives each message with its name and all of its hints.
func allMessages(v Voice) string {
	var out strings.Builder
	for _, name := range allNames() {
		w := v.wording(name)
		text, _ := v.fill(w.text, samplesOf(name))
		out.WriteString(name + "\n\t" + strings.ReplaceAll(text, "\n", "\n\t") + "\n")
		for _, hint := range w.hints {
			text, _ := v.fill(hint, samplesOf(name))
			out.WriteString("\t  " + text + "\n")
		}
	}
	return strings.ReplaceAll(out.String(), "\t\n", "\n")
}

// samples are values that messages may well have. A value that isn't here
// shows as nothing, which a test finds.
func samples() Values {
	return Values{
		"above": "2", "address": "fi/kysymykset/07.html", "aside": ".public.7.old", "argument": "opas", "asked": "40", "at": " -dir oma-opas", "background": "paper", "base": "yhteinen opas",
		"borders": "osallisuus|työ", "changed": "3", "clock": "12.30.05", "colour": "#0b4f6c", "command": "check", "config": "config.toml", "count": "24",
		"day": "2025-06-01", "days": "540", "detail": "…", "encoding": "Windows-1252", "editions": Word("edition-many"), "ending": ".md", "error": Word("reason-permission"),
		"example": `title = "Otsikko"`, "failed": "2", "field": "name", "file": "content/fi/questions/07.md", "files": "43", "folder": "public",
		"format": "PDF", "found": Word("type-text"), "heading": "Miten edetään", "host": "thl.fi", "html": "<b>", "id": "alku", "key": "number",
		"kind": Word("kind-question"), "known": "a, b, c", "language": Word("language-sv"), "last": "8090", "least": "1", "left": ".public.7.old", "length": "72",
		"letter": "!", "level": "4", "limit": "60", "line": "3", "links": "120", "look": Word("look-dark"), "mark": "{lang=sv}", "marks": "###", "most": "10",
		"moved": "https://thl.fi/uusi", "name": "nunber", "names": "a, b", "nearest": "#0a4a66", "needed": Decimal{4.5, -1}, "new": "12",
		"number": "7", "option": "Kyllä", "original": "content/fi/model/tips.md", "other": "content/fi/questions/08.md", "others": "a, b", "own": "content",
		"page": "model/tips", "pages": Word("page-many"), "places": Word("diff-place-many"), "part": "cards", "path": "model", "port": "8080", "problems": Word("problem-many"), "ratio": Decimal{3.21, 2},
		"scheme": "javascript", "section": "model", "sign": Word("sign-tab"), "size": Bytes(2_500_000), "slug": "oma-sivu", "status": "404", "suggestion": "number", "system": "linux",
		"tag": "sv", "taken": "07.md", "target": "../model/tips.md", "text": "lue lisää", "time": "38 ms", "title": "Kysymys", "today": "2026-11-22", "unsure": "2", "value": "21.11.2026",
		"because": "content/fi/old/_index.md", "start": "public",
		"variable": "SPARRAUSOPAS_TRACE", "version": "v1.0", "wanted": Word("type-number"), "warnings": Word("warning-many"), "what": "content/fi/a.md",
		"where": "fi", "width": "4000", "word": "osallisuus", "words": "osallisuus, sparraus",
	}
}

// samplesOf are the samples of a message, with its own in place of some.
func samplesOf(name string) Values {
	values := samples()
	for _, prefix := range slices.Sorted(maps.Keys(ownSamples())) {
		if strings.HasPrefix(name, prefix) {
			maps.Copy(values, ownSamples()[prefix])
		}
	}
	return values
}

// ownSamples are those of messages whose names begin so; of several the longer
// beginning holds.
func ownSamples() map[string]Values {
	return map[string]Values{
		"agenda-minutes": {"found": "50", "wanted": "60"},
		"area-count":     {"found": "5", "wanted": "6"},
		"brand-contrast": {"text": "link"},
		"contrast-low":   {"text": "ink"},
		"day-":           {"example": "updated = 2026-11-30"},
		"field-":         {"kind": "choice"},
		"unknown-":       {"kind": "table"},
		"new-":           {"kind": "question"},
		"image-":         {"size": "900", "limit": "400"},
		"file-too":       {"limit": Bytes(1_000_000)},
		"link-":          {"target": "https://thl.fi/vanha"},
		"link-missing":   {"target": "../model/tips.md"},
		"number-comma":   {"value": "2,5", "example": "minutes = 3"},
		"statement-old":  {"day": "2025-06-01"},
		"syntax-zero":    {"value": "07"},
		"syntax-number":  {"value": "1."},
		"external-sum":   {"known": "80"},
		"built":          {"files": Word("file-many")},
		"logo-size":      {"limit": Bytes(200_000)},
		"key-value":      {"wanted": Word("wanted-page")},
	}
}

func TestEveryValueHasASample(t *testing.T) {
	for _, name := range allNames() {
		w := Voice{}.wording(name)
		for _, text := range append([]string{w.text}, w.hints...) {
			for _, hole := range holes(text) {
				if hole != "program" && samples()[hole] == "" {
					t.Errorf("%s: there is no sample of {%s}", name, hole)
				}
			}
		}
	}
}

// firstDifference shows the first lines that two texts don't share.
func firstDifference(got, want string) string {
	lines := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || line != lines[i] {
			return "got\n" + line + "\nwant\n" + strings.Join(lines[min(i, len(lines)):min(i+1, len(lines))], "")
		}
	}
	return "it has fewer lines"
}
