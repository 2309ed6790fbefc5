package build

import (
	"os"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/guide"
)

func TestPagesTellOfTheirDocuments(t *testing.T) {
	site, look, _, err := (Settings{}).load(os.DirFS("../.."), true)
	if err != nil {
		t.Fatal(err)
	}
	page := "fi/tyopohjat/palvelualueen-suunnitelma.html"
	made := []document{newDocument(page, "pdf", make([]byte, 24_001)), newDocument(page, "docx", make([]byte, 11_999))}
	for _, offline := range []bool{false, true} {
		own := offering(site, made)
		own.Settings.Web.OfflineDocuments = offline
		files := emitted(t, job{site: own, look: look, documents: made})
		for _, want := range []string{`href="palvelualueen-suunnitelma.pdf"`, "Lomake (PDF, 25 kt)", "Lomake (Word, 12 kt)"} {
			if !strings.Contains(files[page], want) {
				t.Errorf("the page doesn't say %s", want)
			}
		}
		if len(files["fi/tyopohjat/palvelualueen-suunnitelma.docx"]) != 11_999 {
			t.Error("the document isn't there")
		}
		if kept := strings.Contains(files["service-worker.js"], "palvelualueen-suunnitelma.pdf"); kept != offline {
			t.Errorf("browsers keep documents: %v, and are to: %v", kept, offline)
		}
		if strings.Contains(files["fi/tyopohjat/tavoitteet.html"], "Lomake (") {
			t.Error("a page without a document tells of one")
		}
	}
}

// emitted are the files of a site by their names.
func emitted(t *testing.T, j job) map[string]string {
	t.Helper()
	var mutex sync.Mutex
	files := map[string]string{}
	j.direct = func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		files[name] = string(data)
		return nil
	}
	if err := run(j); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestADocumentStandsBesideItsPage(t *testing.T) {
	d := newDocument("fi/x.html", "pdf", nil)
	if want := (guide.Document{Format: "pdf", Address: "fi/x.pdf"}); d.Document != want || d.of != "fi/x.html" {
		t.Errorf("it is %+v", d)
	}
}
