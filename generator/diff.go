package main

import (
	"path/filepath"
	"strings"

	"sparrausopas/generator/edition"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// runDiff lists what an edition changes, or shows of some of its files how they
// differ from those below. Of pages of a guide that lies on none it shows what
// has changed in their originals since they were translated.
func runDiff(args []string, c *console) error {
	f := c.flags("diff")
	asJSON := f.Bool("json", false, "")
	p, err := f.open(args, argumentsMost)
	if err != nil {
		return err
	}
	defer p.Close()
	if !p.IsEdition() && len(f.words) > 0 {
		return c.older(p, f.words, *asJSON, true)
	}
	d, err := edition.Compare(p)
	if err != nil {
		return err
	}
	pages, err := edition.ComparePages(p, d, f.words)
	switch {
	case err != nil:
		return err
	case len(f.words) == 0 && *asJSON:
		return c.writeJSON(d)
	case len(f.words) == 0:
		c.write(c.difference(p, d))
	case *asJSON:
		return c.writeJSON(pages)
	default:
		c.write(c.pageDifferences(p, pages))
	}
	return nil
}

// difference lists what an edition changes, what asks for work last.
func (c *console) difference(p *project.Project, d edition.Difference) string {
	var out strings.Builder
	out.WriteString(c.printer.Message("diff-head", report.Values{"name": folderName(p.Dirs[0]), "base": p.Layers[1].Name}) + "\n")
	empty := out.Len()
	for _, part := range []struct {
		message string
		names   []string
		advice  string
	}{
		{"diff-set", d.Set, ""},
		{"diff-added", d.Added, ""},
		{"diff-replaced", d.Replaced, ""},
		{"diff-joined", d.Joined, ""},
		{"diff-hidden", d.Hidden, ""},
		{"diff-gone", d.Gone, ""},
		{"diff-identical", d.Identical, "diff-advice-identical"},
		{"diff-unnoted", d.Unnoted, "diff-advice-unnoted"},
		{"diff-changed", d.Changed, "diff-advice-changed"},
	} {
		if len(part.names) == 0 {
			continue
		}
		out.WriteString("\n" + c.printer.Message(part.message, nil) + "\n  " + strings.Join(part.names, "\n  ") + "\n")
		if part.advice != "" {
			out.WriteString(c.printer.Message(part.advice, report.Values{"page": part.names[0]}) + "\n")
		}
	}
	if out.Len() == empty {
		out.WriteString("\n" + c.printer.Message("diff-same", nil) + "\n")
	}
	return out.String()
}

// folderName is what a folder is called; the one at hand has a name, too.
func folderName(dir string) string {
	if full, err := filepath.Abs(dir); err == nil && filepath.Clean(dir) == "." {
		dir = filepath.Base(full)
	}
	return filepath.Clean(dir)
}

// pageDifferences says how files differ, and last what that can't tell and what
// is to be done.
func (c *console) pageDifferences(p *project.Project, list []edition.PageDifference) string {
	var out strings.Builder
	var unseen []string
	differ := false
	for _, page := range list {
		out.WriteString(c.pageDifference(p, page) + "\n")
		differ = differ || len(page.Places) > 0 && !page.Kept
		if page.State == "changed" || page.State == "unnoted" {
			unseen = append(unseen, page.File)
		}
	}
	if differ {
		out.WriteString(c.printer.Message("diff-page-note", nil) + "\n")
	}
	if len(unseen) > 0 {
		out.WriteString(c.printer.Message("diff-page-seen", report.Values{"page": strings.Join(unseen, " ")}) + "\n")
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

func (c *console) pageDifference(p *project.Project, page edition.PageDifference) string {
	message, values := "diff-page-head", report.Values{"file": page.File, "base": p.BaseName(page.File)}
	switch {
	case page.State == "added" || page.State == "gone":
		message = "diff-page-own"
	case page.State == "joined":
		message = "diff-page-joined"
	case page.State == "identical" || page.Text && len(page.Places) == 0:
		message = "diff-page-same"
	case !page.Text:
		message = "diff-page-no-text"
	}
	values["places"] = c.printer.Count("diff-place", len(page.Places))
	text := c.printer.Message(message, values) + "\n"
	for _, at := range page.Places {
		text += "\n" + c.passages(at)
	}
	return text + c.since(page)
}

// since shows what is new in the common guide since a file was copied.
func (c *console) since(page edition.PageDifference) string {
	if len(page.Since) == 0 {
		return ""
	}
	text := "\n" + c.printer.Message("diff-since", nil) + "\n"
	for _, at := range page.Since {
		if at.Both {
			text += "\n" + c.printer.Message("diff-both", nil)
		}
		text += "\n" + c.printer.Message("diff-then", nil) + "\n" + at.Then.String() + c.printer.Message("diff-now", nil) + "\n" + at.Now.String()
	}
	return text
}

// passages shows the lines of both files at a place.
func (c *console) passages(at report.Passages) string {
	switch {
	case len(at.Common.Lines) == 0:
		return c.printer.Message("diff-own-only", nil) + "\n" + at.Own.String()
	case len(at.Own.Lines) == 0:
		above := report.Values{"line": max(at.Own.Line-1, 0)}
		return c.printer.Message("diff-common-only", above) + "\n" + at.Common.String()
	}
	return c.printer.Message("diff-own", nil) + "\n" + at.Own.String() + c.printer.Message("diff-common", nil) + "\n" + at.Common.String()
}

// argumentsMost is how many files one command line may name.
const argumentsMost = 1000

// runCopy takes files of the common guide into an edition's own folder, or
// notes that their present versions have been seen.
func runCopy(args []string, c *console) error {
	f := c.flags("copy")
	seen := f.Bool("seen", false, "")
	p, err := f.open(args, argumentsMost)
	if err != nil {
		return err
	}
	defer p.Close()
	message := "copied"
	if *seen {
		message = "copy-seen"
	}
	return edition.Copy(p, f.words, *seen, func(name string) {
		c.say(message, report.Values{"file": filepath.Join(p.Dirs[0], filepath.FromSlash(name))})
	})
}
