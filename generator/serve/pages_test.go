package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestWhatIsAskedOfPagesIsAnsweredInWords(t *testing.T) {
	s := &broadcaster{Options: Options{Printer: report.Printer{Language: "fi"}, Sources: Sources{Editor: Editor{Pages: func(asked Pages) (PagesDone, error) {
		switch asked.Do {
		case "delete":
			return PagesDone{Plan: "x", Problems: report.Fault("content/fi/a.md", "file-empty", nil), Notes: []*report.Refusal{{Rule: "pages-nowhere", Values: report.Values{"address": "fi/a.html"}}}}, nil
		case "page":
			return PagesDone{Page: &PageFacts{Kinds: []EditChoice{{Value: "question"}}}}, nil
		case "broken":
			return PagesDone{}, report.Fault("content/fi/a.md", "file-empty", nil)
		}
		return PagesDone{}, &report.Refusal{Rule: "pages-unknown", Values: report.Values{"file": asked.File}}
	}}}}}
	for body, want := range map[string]string{
		`{"do":"delete"}`:                    "200 fi/a.html",
		`{"do":"page"}`:                      "200 Kysymys",
		`{"do":"broken"}`:                    "422 content/fi/a.md",
		`{"do":"x","file":"b.md"}`:           "422 b.md",
		`{"do":`:                             "400 ",
		`{"do":1}`:                           "400 ",
		strings.Repeat(" ", 70000):           "400 ",
		`{"do":"delete","place":1000000000}`: "200 content/fi/a.md",
	} {
		r := httptest.NewRequest("POST", "/.preview/pages", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		s.pages(w, r)
		code, text, _ := strings.Cut(want, " ")
		if got := w.Body.String(); code != w.Result().Status[:3] || !strings.Contains(got, text) {
			t.Errorf("%.30s: %d %s", body, w.Code, got)
		}
	}
	plain := httptest.NewRecorder()
	s.pages(plain, httptest.NewRequest("POST", "/.preview/pages", strings.NewReader(`{"do":"page"}`)))
	if plain.Code != http.StatusBadRequest {
		t.Error("a form of another site is answered")
	}
}

func TestTheEditorHasAllWordsOfPages(t *testing.T) {
	for _, language := range report.Languages() {
		s := &broadcaster{Options: Options{Printer: report.Printer{Language: language}}}
		for name, word := range s.pageWords() {
			if strings.HasPrefix(word, "pages-") {
				t.Errorf("%s: no word for %s", language, name)
			}
		}
	}
}
