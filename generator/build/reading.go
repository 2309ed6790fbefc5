package build

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/single"
)

// reading makes a page a file that somebody reads and comments, in the language of
// the page, as far as the program knows that.
func (ps *previews) reading(r serve.Reading) (made []byte, err error) {
	defer caught(&err)
	page, err := r.Read(r.Address)
	if err != nil {
		return nil, err
	}
	language, _, _ := strings.Cut(r.Address, "/")
	if !slices.Contains(report.Languages(), language) {
		language = ""
	}
	printer, words := report.Printer{Language: language}, map[string]string{}
	for _, name := range []string{"title", "how", "on", "comment", "name", "here", "add", "added", "remove", "save", "saved", "file"} {
		words[name] = printer.Message("reading-"+name, nil)
	}
	sum := sha256.Sum256(page)
	about := map[string]any{"file": r.Page.Source, "title": r.Page.Title, "sum": hex.EncodeToString(sum[:8]), "words": words}
	return single.Alone{Name: r.Address, Read: r.Read, Script: r.Script, Style: r.Style, Data: about}.Page(page)
}
