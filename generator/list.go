package main

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// listColumn is how wide the column of files is, so that most addresses have
// room behind it in 80 columns.
const listColumn = 34

// runList says of each file of the content where it is published, or why not:
// of all, or of those that have a text in their path, title or address.
func runList(args []string, c *console) error {
	f := c.flags("list")
	drafts := f.Bool("drafts", false, "")
	asJSON := f.Bool("json", false, "")
	stale := f.Bool("stale", false, "")
	most := 1
	if slices.Contains(args, "words") {
		most = 2
	}
	p, err := f.open(args, most)
	if err != nil {
		return err
	}
	defer p.Close()
	if len(f.words) > 0 && f.words[0] == "words" {
		c.listWords(p, strings.Join(f.words[1:], " "))
		return nil
	}
	if *stale {
		return c.older(p, f.words, *asJSON, false)
	}
	files := matching(content.List(p.FS, content.Options{Drafts: *drafts, Waiting: *drafts, NoLexicon: true, Layers: p.Layers}), f.word())
	switch {
	case *asJSON:
		return c.listJSON(p, files)
	case len(files) == 0 && f.word() != "":
		c.write(c.printer.WithHint("list-none", report.Values{"name": f.word()}) + "\n")
	default:
		c.listText(files, f.word() != "")
		c.listSum(files, p)
	}
	return nil
}

// matching returns the files that have a text in their path, title or address,
// in large letters or small; all if the text is empty.
func matching(files []content.File, text string) []content.File {
	text = strings.ToLower(text)
	var found []content.File
	for _, f := range files {
		if strings.Contains(strings.ToLower(f.Path+"\n"+f.Title+"\n"+f.Address), text) {
			found = append(found, f)
		}
	}
	return found
}

// listText writes the files under the folders of their languages, with their
// titles if wanted.
func (c *console) listText(files []content.File, titles bool) {
	var out strings.Builder
	last := ""
	for _, f := range files {
		folder := path.Join("content", f.Language)
		if folder != last {
			if last != "" {
				out.WriteByte('\n')
			}
			fmt.Fprintln(&out, folder)
			last = folder
		}
		name := strings.TrimPrefix(f.Path, folder+"/")
		if utf8.RuneCountInString(name) > listColumn {
			fmt.Fprintf(&out, "  %s\n", name)
			name = ""
		}
		fmt.Fprintf(&out, "  %-*s%s\n", listColumn+2, name, c.whereabouts(f))
		if titles && f.Title != "" {
			fmt.Fprintf(&out, "      %s\n", f.Title)
		}
	}
	c.write(out.String())
}

// whereabouts says where a file is in the site, or why it isn't there.
func (c *console) whereabouts(f content.File) string {
	name := reasonOf(f)
	if name == "" {
		return f.Address
	}
	because := strings.TrimPrefix(f.Because, path.Join("content", f.Language)+"/")
	return c.printer.Message(name, report.Values{"address": f.Address, "because": because, "problems": c.printer.Count("problem", f.Problems)})
}

// reasonOf returns the message that says why a file has no address of its own,
// "" for one that has; of data the one that says what it is read for.
func reasonOf(f content.File) string {
	switch f.State {
	case content.Published, content.Copied:
		return ""
	case content.Untranslated:
		if f.Address != "" {
			return "list-borrowed"
		}
	case content.Data:
		name, _, _ := strings.Cut(path.Base(f.Path), ".")
		return "list-" + name
	}
	return "list-" + string(f.State)
}

// listSum counts the files, and says where the addresses begin.
func (c *console) listSum(files []content.File, p *project.Project) {
	var pages, missing, others int
	broken := false
	for _, f := range files {
		if reasonOf(f) == "list-borrowed" {
			f.State = content.Published
		}
		switch f.State {
		case content.Published:
			pages++
		case content.Copied, content.Data, content.Shown, content.LeftOver, content.Unseen:
			others++
		default:
			missing++
		}
		broken = broken || f.Problems > 0 || f.State == content.NoSettings
	}
	start := "public"
	if settings, err := content.Settings(p.FS, p.Layers); err == nil && settings.Web.Base != "" {
		start = settings.Web.Base
	}
	c.write(fmt.Sprintf("\n%s, %s, %s. %s\n", c.printer.Count("list-pages", pages), c.printer.Count("list-missing", missing),
		c.printer.Count("list-others", others), c.printer.Message("list-start", report.Values{"start": start})))
	if broken {
		c.say("list-stopped", nil)
	}
}

// listedFile is a file as list -json writes it.
type listedFile struct {
	content.File
	Reason string `json:"reason,omitempty"`
}

func (c *console) listJSON(p *project.Project, files []content.File) error {
	list := make([]listedFile, len(files))
	for i, f := range files {
		list[i].File = f
		if reasonOf(f) != "" {
			list[i].Reason = c.whereabouts(f)
		}
		list[i].Path, list[i].Because = p.ShownPath(f.Path), p.ShownPath(f.Because)
	}
	return c.writeJSON(list)
}
