package report

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// allNames are the names of all messages in order: rules and what commands say.
func allNames() []string {
	var names []string
	for name := range catalogues()["en"] {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestAllLanguagesHaveTheSameMessages(t *testing.T) {
	names := allNames()
	if len(names) < 200 {
		t.Fatalf("there are only %d messages", len(names))
	}
	for _, language := range Languages() {
		for _, name := range names {
			compare(t, language, name, catalogues()["en"][name], catalogues()[language][name])
		}
		for name := range catalogues()[language] {
			if !slices.Contains(names, name) {
				t.Errorf("%s has %s, but English hasn't", language, name)
			}
		}
	}
}

// compare finds what a message lacks beside the English one. The hints take the
// same values one by one, for the first that can be filled is shown.
func compare(t *testing.T, language, name string, english, other wording) {
	t.Helper()
	switch {
	case other.text == "":
		t.Errorf("%s: %s has no text", language, name)
		return
	case strings.Count(english.text, "\n") != strings.Count(other.text, "\n"):
		t.Errorf("%s: %s has not as many lines as in English", language, name)
	case english.warning != other.warning:
		t.Errorf("%s: %s is marked as a warning here or in English, not in both", language, name)
	case len(english.hints) != len(other.hints):
		t.Errorf("%s: %s has %d hints, in English %d", language, name, len(other.hints), len(english.hints))
		return
	}
	for i, text := range append([]string{other.text}, other.hints...) {
		want := append([]string{english.text}, english.hints...)[i]
		if got, want := holes(text), holes(want); !slices.Equal(got, want) {
			t.Errorf("%s: %s has the values %v, in English %v: %q", language, name, got, want, text)
		}
		if strings.Count(text, "`")%2 != 0 {
			t.Errorf("%s: %s has a lonely backquote: %q", language, name, text)
		}
	}
}

// holes are the values of a text, each once and in order.
func holes(text string) []string {
	var names []string
	for _, hole := range regexp.MustCompile(`\{([a-z]+)\}`).FindAllStringSubmatch(text, -1) {
		names = append(names, hole[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEachMessageStandsOnceInALanguage(t *testing.T) {
	for _, language := range Languages() {
		seen := map[string]string{}
		for file, text := range filesOf(t, language) {
			for line := range strings.Lines(text) {
				name := strings.TrimSuffix(strings.TrimSpace(line), warningMark)
				if name == "" || strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "#") {
					continue
				}
				if seen[name] != "" {
					t.Errorf("%s: %s stands in %s and in %s", language, name, seen[name], file)
				}
				seen[name] = file
			}
		}
	}
}

func TestFilesOfMessagesAreTidy(t *testing.T) {
	for _, language := range Languages() {
		for file, text := range filesOf(t, language) {
			if !strings.HasSuffix(text, "\n") || strings.Contains(text, "\n\n\n") {
				t.Errorf("%s has empty lines, or none at its end", file)
			}
			for line := range strings.Lines(text) {
				line = strings.TrimSuffix(line, "\n")
				if strings.TrimRight(line, " \t\r") != line {
					t.Errorf("%s: %q has spaces at its end", file, line)
				}
			}
		}
	}
}

func TestTheTopicsAreTheSameInAllLanguages(t *testing.T) {
	want := filesOf(t, "en")
	for _, language := range Languages() {
		got := filesOf(t, language)
		for name := range want {
			if _, ok := got[path.Join("messages", language, path.Base(name))]; !ok {
				t.Errorf("%s has no %s", language, path.Base(name))
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s has %d files, English %d", language, len(got), len(want))
		}
	}
}

func TestNoMessageSpeaksToProgrammers(t *testing.T) {
	jargon := regexp.MustCompile(`(?i)\b(TOML|YAML|boolean|string|parse|parser|array|integer|float|token|EOF|newline|merkkijono\w*|totuusarvo\w*|jäsenn\w*|liukuluku\w*|regex|stack|null|sträng\w*)\b`)
	for _, language := range Languages() {
		for name, w := range catalogues()[language] {
			for _, text := range append([]string{w.text}, w.hints...) {
				text = regexp.MustCompile(`\S+\.toml|\{[a-z]+\}`).ReplaceAllString(text, "")
				if word := jargon.FindString(text); word != "" {
					t.Errorf("%s: %s says %q", language, name, word)
				}
			}
		}
	}
}

// filesOf returns the files of a language's messages, by path.
func filesOf(t *testing.T, language string) map[string]string {
	t.Helper()
	files := map[string]string{}
	names, err := fs.Glob(messages, "messages/"+language+"/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no messages in %s (%v)", language, err)
	}
	for _, name := range names {
		text, err := messages.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(text)
	}
	return files
}

func TestTheUsageTextFitsTheScreen(t *testing.T) {
	for _, language := range Languages() {
		for line := range strings.Lines(Printer{Language: language}.Message("usage", nil)) {
			if length := len([]rune(strings.TrimRight(line, "\n"))); length > 80 {
				t.Errorf("%s: %d letters: %s", language, length, line)
			}
		}
	}
}
