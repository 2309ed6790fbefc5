package serve

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"sparrausopas/generator/report"
)

// Publish is what an author asks for on the page where the guide is published:
//
//	plan     what readers will find otherwise at a target
//	publish  to do it, as it was planned
//	set      to publish somewhere else from now on, which To names
type Publish struct {
	Do     string `json:"do"`
	Target string `json:"target"`
	To     string `json:"to"`
	// Plan is the one that was shown.
	Plan string `json:"plan"`
	// Secret is a password, Key the fingerprint of a host that was confirmed.
	Secret string `json:"secret"`
	Key    string `json:"key"`
}

// Publishing is what came of it.
type Publishing struct {
	Targets []PublishTarget `json:"targets,omitempty"`
	Target  string          `json:"target,omitempty"`
	// Plan tells what was planned; the rest is what it consists of.
	Plan    string          `json:"plan,omitempty"`
	First   bool            `json:"first,omitempty"`
	New     []PublishedFile `json:"new,omitempty"`
	Changed []PublishedFile `json:"changed,omitempty"`
	Gone    []PublishedFile `json:"gone,omitempty"`
	Drafts  []PublishedFile `json:"drafts,omitempty"`
	// Sources are the files that are committed, with what happens to each.
	Sources  []string        `json:"sources,omitempty"`
	Warnings report.Problems `json:"-"`
	// Said is what was done, Download whether there is a file to be had.
	Said     *report.Refusal `json:"-"`
	Download bool            `json:"download,omitempty"`
}

// PublishTarget is where the guide can be published.
type PublishTarget struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Kind  string `json:"kind"`
	To    string `json:"to"`
}

// PublishedFile is an address of the site, or a page that is left out.
type PublishedFile struct {
	Address string `json:"address"`
	Title   string `json:"title,omitempty"`
}

// PublishWays are how a guide is published.
type PublishWays struct {
	// Do carries out what is asked for until ctx ends, and tells how much is done
	// of a phase.
	Do func(ctx context.Context, asked Publish, told func(phase string, done, total int)) (Publishing, error)
	// File returns the path of a file that was made for a target, "" for none.
	File func(target string) string
}

// publishMost is how many bytes a request may have.
const publishMost = 64 << 10

// publishRoutes are the addresses of the page.
func (s *broadcaster) publishRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /.preview/publish", s.ready(s.writers(s.publishPage)))
	mux.HandleFunc("POST /.preview/publish", s.ready(s.writers(s.publish)))
	mux.HandleFunc("GET /.preview/publish.zip", s.ready(s.writers(s.published)))
	mux.HandleFunc("GET /.preview/publish.js", script("publish.js"))
	mux.HandleFunc("GET /.preview/publish.css", s.asset("publish.css"))
}

func (s *broadcaster) publishPage(w http.ResponseWriter, r *http.Request) {
	if s.Publish == nil {
		http.NotFound(w, r)
		return
	}
	s.template(w, http.StatusOK, "publish.html", publishPage{s.Printer.Language, s.Door != nil, s.publishWords()})
}

// publishPage is what the page's template reads.
type publishPage struct {
	Language string
	// Door says that the program ends when no page is open.
	Door  bool
	Words map[string]string
}

// publishWords returns the words of the page, by what follows publish-ui- in the
// catalogue.
func (s *broadcaster) publishWords() map[string]string {
	return s.wordsOf("publish-ui-", "publish-ui-title", "publish-ui-back", "publish-ui-where", "publish-ui-look", "publish-ui-publish", "publish-ui-again", "publish-ui-cancel", "publish-ui-cancelled", "publish-ui-new", "publish-ui-changed", "publish-ui-gone", "publish-ui-goneHint",
		"publish-ui-drafts", "publish-ui-draftsHint", "publish-ui-sources", "publish-ui-warnings", "publish-ui-problems", "publish-ui-mend", "publish-ui-same", "publish-ui-first", "publish-ui-more", "publish-ui-password", "publish-ui-passwordHint", "publish-ui-passwordSend", "publish-ui-key", "publish-ui-keyYes",
		"publish-ui-other", "publish-ui-otherHint", "publish-ui-folder", "publish-ui-sftp", "publish-ui-webdav", "publish-ui-git", "publish-ui-zip", "publish-ui-address", "publish-ui-keep", "publish-ui-download", "publish-ui-failed", "publish-ui-stopped", "publish-ui-working", "publish-ui-count")
}

// publishLine is a line of the answer: how far it is, or the last, what came of
// it.
type publishLine struct {
	Progress string `json:"progress,omitempty"`
	Done     int    `json:"done,omitempty"`
	Total    int    `json:"total,omitempty"`

	*Publishing
	Said     string   `json:"said,omitempty"`
	Warnings *listing `json:"warnings,omitempty"`
	// Refused says why it wasn't done, and Ask what is missing: "password", or
	// "key", which is to be confirmed.
	Refused  string   `json:"refused,omitempty"`
	Problems *listing `json:"problems,omitempty"`
	Ask      string   `json:"ask,omitempty"`
	Key      string   `json:"key,omitempty"`
}

// publish carries out what the page asks for. It answers line by line, and ends
// when the browser doesn't listen any more.
func (s *broadcaster) publish(w http.ResponseWriter, r *http.Request) {
	var asked Publish
	if s.Publish == nil {
		http.NotFound(w, r)
		return
	}
	if !s.read(w, r, publishMost, &asked) {
		return
	}
	ctx, stop := context.WithCancel(r.Context())
	defer stop()
	lines := make(chan publishLine)
	go func() {
		defer close(lines)
		done, err := s.Publish.Do(ctx, asked, func(phase string, done, total int) {
			select {
			case lines <- publishLine{Progress: s.Printer.Message("progress-"+phase, nil), Done: done, Total: total}:
			default:
				// Another line is on its way: nobody misses this one.
			}
		})
		select {
		case lines <- s.outcomeOf(done, err):
		case <-ctx.Done():
		}
	}()
	w.Header().Set("Content-Type", "application/x-ndjson")
	control := http.NewResponseController(w)
	// What was to be read is read; from now on reading tells that the browser is
	// gone, however long it takes.
	_ = control.SetReadDeadline(time.Time{})
	for line := range lines {
		// A browser that is there reads on; it may take long between two lines.
		_ = control.SetWriteDeadline(time.Now().Add(writeTimeout))
		if json.NewEncoder(w).Encode(line) != nil || control.Flush() != nil {
			stop()
		}
	}
}

// outcomeOf words what came of a request.
func (s *broadcaster) outcomeOf(done Publishing, err error) publishLine {
	line := publishLine{Publishing: &done}
	if problems, ok := errors.AsType[report.Problems](err); ok {
		listed := s.listing("problem", problems)
		line.Problems = &listed
	} else if refused, ok := errors.AsType[*report.Refusal](err); ok {
		line.Refused = s.Printer.WithHint(refused.Rule, refused.Values)
		switch refused.Rule {
		case "upload-password":
			line.Ask = "password"
		case "upload-host-new":
			line.Ask = "key"
			line.Key, _ = refused.Values["key"].(string)
		}
	} else if err != nil {
		line.Refused = s.Printer.Message("edit-failed", report.Reason(err, nil))
	}
	if done.Said != nil {
		line.Said = s.Printer.WithHint(done.Said.Rule, done.Said.Values)
	}
	if len(done.Warnings) > 0 {
		listed := s.listing("warning", done.Warnings)
		line.Warnings = &listed
	}
	return line
}

// published sends the file that was made.
func (s *broadcaster) published(w http.ResponseWriter, r *http.Request) {
	file := ""
	if s.Publish != nil {
		file = s.Publish.File(r.FormValue("target"))
	}
	if file == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Disposition", `attachment; filename="opas.zip"`)
	http.ServeFile(w, r, file)
}
