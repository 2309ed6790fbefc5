package serve

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"sparrausopas/generator/report"
)

// read reads what a script of the editor asks for, of so many bytes at most; if
// that can't be understood, it says so and returns false. JSON is a type that no
// form of another site can send.
func (s *broadcaster) read(w http.ResponseWriter, r *http.Request, most int64, into any) bool {
	if r.Header.Get("Content-Type") == "application/json" && json.NewDecoder(http.MaxBytesReader(w, r.Body, most)).Decode(into) == nil {
		return true
	}
	http.Error(w, s.Printer.Message("edit-not-understood", nil), http.StatusBadRequest)
	return false
}

// answer tells a script of the editor what came of what it asked for, or why it
// isn't done.
func (s *broadcaster) answer(w http.ResponseWriter, done any, err error) {
	var refused *report.Refusal
	var problems report.Problems
	switch {
	case errors.As(err, &problems):
		text := s.Printer.WithHint(problems[0].Rule, problems[0].Values)
		if place := problems[0].Place.String(); place != "" {
			text += " (" + place + ")"
		}
		http.Error(w, text, http.StatusUnprocessableEntity)
	case errors.As(err, &refused):
		http.Error(w, s.Printer.WithHint(refused.Rule, refused.Values), http.StatusUnprocessableEntity)
	case err != nil:
		http.Error(w, s.Printer.Message("edit-failed", report.Reason(err, nil)), http.StatusInternalServerError)
	default:
		w.Header().Set("Content-Type", typeOf("a.json", nil))
		// Texts and times are what JSON can hold.
		_ = json.NewEncoder(w).Encode(done)
	}
}

// wordsOf returns words for a page, by what follows the start of their names.
func (s *broadcaster) wordsOf(start string, names ...string) map[string]string {
	words := map[string]string{}
	for _, name := range names {
		words[strings.TrimPrefix(name, start)] = s.Printer.Message(name, nil)
	}
	return words
}
