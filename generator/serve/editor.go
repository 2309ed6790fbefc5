package serve

import (
	"errors"
	"net/http"
	"net/url"
	"path"
	"time"

	"sparrausopas/generator/report"
)

// Edit is what an author who writes in the browser asks for, about the source of
// a page:
//
//	open      its text
//	keep      to keep a text that isn't saved yet
//	save      to write a text in place of what was opened
//	versions  the versions that it has had
//	version   the text of one of them
//	form      the front matter of a text, for a form
//	set       a text with another value of a key
//	rows      a text with the rows of a list in another order
type Edit struct {
	Do   string `json:"do"`
	File string `json:"file"`
	Text string `json:"text"`
	// Version tells what was opened.
	Version string `json:"version"`
	// Before is the unsaved text that the browser knows of.
	Before string `json:"before"`
	// Name is that of a version.
	Name string `json:"name"`
	// Key is the path of a key, Value what its field holds, one text or a list
	// of them; Rows are the places that rows had until now, -1 for a new one.
	Key   string   `json:"key"`
	Value []string `json:"value"`
	Rows  []int    `json:"rows"`
}

// Edited is what came of it.
type Edited struct {
	Text    string `json:"text"`
	Version string `json:"version,omitempty"`
	// Gone says that the file isn't there any more.
	Gone bool `json:"gone,omitempty"`
	// Unsaved is a text that was being written on the file, or on an older one.
	Unsaved        *string `json:"unsaved,omitempty"`
	UnsavedVersion string  `json:"unsavedVersion,omitempty"`
	// Guide tells the guide from others that a browser was shown at the same address.
	Guide string `json:"guide,omitempty"`
	// Saved is set if a text was written; else Text is that of the file, which is
	// another than the one that was opened.
	Saved bool `json:"saved,omitempty"`
	// Other is set if somebody else writes on the same source.
	Other    bool          `json:"other,omitempty"`
	Versions []EditVersion `json:"versions,omitempty"`
	Form     *EditForm     `json:"form,omitempty"`
}

// EditVersion is a version of a source.
type EditVersion struct {
	Name string    `json:"name"`
	Time time.Time `json:"time"`
}

// editMost is how many bytes a request may have: two texts of the largest size,
// with what JSON adds.
const editMost = 6 << 20

// editor shows the page in which the source of a page is written, or another text
// of the author's, beside the first page of the guide.
func (s *broadcaster) editor(w http.ResponseWriter, r *http.Request) {
	address, now := r.FormValue("page"), s.now()
	found := Page{Source: r.FormValue("file")}
	switch {
	case found.Source != "":
		// A new page may not be shown yet.
		found.Title = path.Base(found.Source)
		if now.site != nil {
			if page, _ := now.site.Page(address); page.Source == found.Source {
				found = page
			}
		}
	case now.site == nil:
		s.unmade(w, now.version, now.err)
		return
	default:
		found, _ = now.site.Page(address)
	}
	if !s.Writes(found.Source) {
		s.plain(w, http.StatusNotFound, plainPage{Title: s.Printer.Message("edit-no-page", nil)})
		return
	}
	s.template(w, http.StatusOK, "edit.html", editPage{
		Language: s.Printer.Language, Title: found.Title, File: found.Source,
		Page: (&url.URL{Path: "/" + address}).EscapedPath(), IsPage: path.Ext(found.Source) == ".md", Fields: s.hasFields(found.Source), Words: s.editWords(), Pages: s.pageWords(),
	})
}

// editPage is what the editor's template reads.
type editPage struct {
	Language, Title, File, Page string
	// IsPage is false for texts that have no front matter and no marks, Fields is
	// true for those that can have fields to fill in.
	IsPage, Fields bool
	Words, Pages   map[string]string
}

// editWords returns the words of the editor, by what its template and script
// call them: what follows edit-ui- in the catalogue.
func (s *broadcaster) editWords() map[string]string {
	return s.wordsOf("edit-ui-",
		"edit-ui-picture", "edit-ui-alt", "edit-ui-altHint", "edit-ui-insert", "edit-ui-cancel", "edit-ui-pictureRead", "edit-ui-pictureSize",
		"edit-ui-word", "edit-ui-wordBusy", "edit-ui-wordLeft", "edit-ui-wordUndo",
		"edit-ui-save", "edit-ui-saved", "edit-ui-unsaved", "edit-ui-kept", "edit-ui-offline", "edit-ui-lost", "edit-ui-back", "edit-ui-text", "edit-ui-preview",
		"edit-ui-problems", "edit-ui-versions", "edit-ui-version", "edit-ui-restore", "edit-ui-close", "edit-ui-earlier", "edit-ui-discard",
		"edit-ui-fix", "edit-ui-fixAll", "edit-ui-fixGone", "edit-ui-fixRemove",
		"edit-ui-other", "edit-ui-conflict", "edit-ui-mine", "edit-ui-theirs", "edit-ui-both", "edit-ui-heading", "edit-ui-bold", "edit-ui-list",
		"edit-ui-table", "edit-ui-tools", "edit-ui-headingText", "edit-ui-boldText", "edit-ui-column", "edit-ui-same", "edit-ui-none",
		"edit-ui-form", "edit-ui-add", "edit-ui-remove", "edit-ui-up", "edit-ui-down", "edit-ui-sum", "edit-ui-sumOf", "edit-ui-more", "edit-ui-row",
		"edit-ui-numbers", "edit-ui-link", "edit-ui-linkHint", "edit-ui-term", "edit-ui-termHint", "edit-ui-field", "edit-ui-fieldHint", "edit-ui-language", "edit-ui-languageHint",
		"edit-ui-reading", "edit-ui-comments", "edit-ui-noComments", "edit-ui-otherPage",
		"edit-ui-gone", "edit-ui-remake", "edit-ui-noPlace", "edit-ui-places", "edit-ui-skip")
}

// edit carries out what the editor asks for.
func (s *broadcaster) edit(w http.ResponseWriter, r *http.Request) {
	var asked Edit
	if !s.read(w, r, editMost, &asked) {
		return
	}
	done, err := s.Edit(asked)
	if problems, ok := errors.AsType[report.Problems](err); ok && asked.Do == "form" {
		done.Form, err = &EditForm{Fault: s.Printer.WithHint(problems[0].Rule, problems[0].Values)}, nil
	}
	if err == nil && done.Form != nil {
		s.label(done.Form.Fields)
	}
	s.answer(w, done, err)
}

// editAddress returns the address where a source can be written, by the page that
// is made of it or "file" for what has a problem; "" if it can't.
func (s *broadcaster) editAddress(source, by, name string) string {
	if s.Edit == nil || !s.Writes(source) {
		return ""
	}
	return "/.preview/edit?" + url.Values{by: {name}}.Encode()
}
