package check

import (
	"io/fs"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Translation is a page whose original has changed since it was translated.
type Translation struct {
	File     string `json:"file"`
	Original string `json:"original"`
	// Kept reports whether the text is at hand that was translated. Changes are
	// what has changed in it.
	Kept    bool            `json:"kept"`
	Changes []report.Change `json:"changes"`
}

// Older finds the translations whose originals have changed.
func Older(site *guide.Site, fsys fs.FS) []Translation {
	list := []Translation{}
	for p := range pages(site) {
		if p.Original.Older {
			list = append(list, compared(p, fsys))
		}
	}
	return list
}

// compared says what has changed in the original of a translation.
func compared(p *guide.Page, fsys fs.FS) Translation {
	t := Translation{File: p.File, Original: p.Original.Page.File, Changes: []report.Change{}}
	then, err := fs.ReadFile(fsys, guide.KeptFile(p.Original.Seen))
	if err != nil || p.Original.Seen == "" {
		return t
	}
	now, err := fs.ReadFile(fsys, t.Original)
	if t.Kept = err == nil; t.Kept {
		t.Changes = append(t.Changes, report.Changes(then, now)...)
	}
	return t
}

// translations finds pages that are older than the page in the first language
// that they are translated from: by what they note of it, or by their days. The
// translations of a common guide don't follow what an edition changes.
func (c *checker) translations(l *guide.Locale) {
	for _, p := range l.Pages {
		switch o := p.Original; {
		case !o.Older || o.Changed:
		case o.Seen == "":
			c.atKey(p, "updated", "translation-old", report.Values{"day": p.Updated.Format(time.DateOnly),
				"other": o.Page.File, "changed": o.Page.Updated.Format(time.DateOnly)})
		default:
			c.atKey(p, "original", "translation-stale", report.Values{"file": p.File, "other": o.Page.File, "changed": changed(compared(p, c.fsys))})
		}
	}
}

// changedMost is how many changed lines a problem tells.
const changedMost = 3

// changed are the first lines that have changed, with their numbers.
func changed(t Translation) any {
	if !t.Kept {
		return report.Word("translation-unkept")
	}
	var lines report.List
	for _, change := range t.Changes {
		passage := change.Now
		if len(passage.Lines) == 0 {
			passage = change.Then
		}
		for i, line := range passage.Lines {
			if line != "" && line != "+++" && !guide.IsAside(line) && len(lines) < changedMost {
				lines = append(lines, strconv.Itoa(passage.Line+i)+" “"+line+"”")
			}
		}
	}
	return lines
}
