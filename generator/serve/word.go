package serve

import (
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

// Word is what somebody wrote in Word or its kin and brings into a page.
type Word struct {
	// File is the page's source.
	File string
	Data []byte
	// Copied says that it is HTML of the clipboard, not a document.
	Copied bool
	// Title takes the title out of the text, and Notes is the number of the first
	// footnote.
	Title bool
	Notes int
}

// WordMade is what becomes of it in the language of pages, and what doesn't.
type WordMade struct {
	Title string     `json:"title,omitempty"`
	Text  string     `json:"text"`
	Left  []WordLeft `json:"left"`
}

// WordLeft is what is left out or has changed: left-WHAT in the catalogue.
type WordLeft struct {
	What  string   `json:"-"`
	Count int      `json:"-"`
	Text  string   `json:"text"`
	Where []string `json:"where"`
}

const (
	// wordMost is how many bytes are read: a document of the largest size and one more,
	// so that its author is told.
	wordMost = 25<<20 + 1
	// wordTime is how long a document with many pictures may take.
	wordTime = 5 * time.Minute
)

// wordTypes are the types of what is brought, which no form of another site can send.
var wordTypes = map[string]bool{
	"text/html": true,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": false,
}

// word takes a document or a text of the clipboard, as it is.
func (s *broadcaster) word(w http.ResponseWriter, r *http.Request) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	copied, known := wordTypes[kind]
	control := http.NewResponseController(w)
	// A connection that can't have a limit has none.
	_ = control.SetWriteDeadline(time.Now().Add(wordTime))
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, wordMost))
	if r.ContentLength > wordMost || err != nil && int64(len(data)) >= wordMost {
		s.answer(w, nil, &report.Refusal{Rule: "word-large"})
		return
	}
	if !known || err != nil {
		http.Error(w, s.Printer.Message("edit-not-understood", nil), http.StatusBadRequest)
		return
	}
	asked := r.URL.Query()
	notes, _ := strconv.Atoi(asked.Get("notes"))
	made, err := s.Word(Word{File: asked.Get("file"), Data: data, Copied: copied, Title: asked.Has("title"), Notes: notes})
	for i, left := range made.Left {
		made.Left[i].Text = s.Printer.Count("left-"+left.What, left.Count)
	}
	s.answer(w, made, err)
}
