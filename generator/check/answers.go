package check

import (
	"io/fs"
	"path"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// keptSheet is a worksheet that readers keep answers of.
type keptSheet struct {
	Language string      `json:"language"`
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Fields   []keptField `json:"fields"`
	page     *guide.Page
}

type keptField struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns,omitempty"`
}

// keptIn returns what answers are kept under in a site.
func keptIn(site *guide.Site) published {
	all := published{Guide: site.Settings.Identity()}
	for _, l := range site.Locales {
		for _, w := range guide.Details[*guide.Worksheet](l, "worksheet") {
			sheet := keptSheet{Language: l.Language, ID: w.Identity(), Title: w.Title, page: w.Page}
			for _, f := range w.Fields {
				columns := report.Names(f.Table.Columns, func(c guide.Column) string { return c.Name })
				sheet.Fields = append(sheet.Fields, keptField{f.Name, columns})
			}
			all.Worksheets = append(all.Worksheets, sheet)
		}
	}
	return all
}

// Orphans finds answers that readers have kept in the site as it was published
// before and that would lose their place in this one. Before is the text of its
// PublishedFile; one that is none says nothing.
func Orphans(site *guide.Site, fsys fs.FS, before []byte) report.Problems {
	c := &checker{site: site, fsys: fsys}
	old := parsePublished(before)
	if old.Guide == "" {
		return nil
	}
	now := keptIn(site)
	// Pages ask for answers that were kept under the guide's title.
	if old.Guide != now.Guide && old.Guide != site.Settings.Title {
		c.add(c.source(site.Settings.File).AtKey("id", "answers-guide", report.Values{"id": old.Guide, "now": now.Guide}))
	}
	for _, sheet := range old.Worksheets {
		if i := slices.IndexFunc(now.Worksheets, sheet.isSame); i >= 0 {
			c.fieldsGone(sheet, now.Worksheets[i])
		} else if slices.ContainsFunc(site.Locales, func(l *guide.Locale) bool { return l.Language == sheet.Language }) {
			c.sheetGone(sheet, now.Worksheets, old.Worksheets)
		}
	}
	return c.problems
}

func (s keptSheet) isSame(other keptSheet) bool {
	return s.Language == other.Language && s.ID == other.ID
}

// sheetGone reports a worksheet that isn't there any more, at the new one that
// has most of its fields.
func (c *checker) sheetGone(gone keptSheet, now, old []keptSheet) {
	var likely keptSheet
	most := 0
	for _, sheet := range now {
		isNew := sheet.Language == gone.Language && !slices.ContainsFunc(old, sheet.isSame)
		if shared := len(gone.Fields) - len(lacking(gone.Fields, sheet.Fields)); isNew && shared > most {
			likely, most = sheet, shared
		}
	}
	values := report.Values{"id": gone.ID, "title": gone.Title}
	if most == 0 {
		c.problems = append(c.problems, report.Fault(path.Join("content", gone.Language, gone.ID+".md"), "answers-worksheet-gone", values)...)
		return
	}
	c.atKey(likely.page, "id", "answers-worksheet", values)
}

// fieldsGone reports fields and columns that a worksheet hasn't any more.
func (c *checker) fieldsGone(old, now keptSheet) {
	added := lacking(now.Fields, old.Fields)
	for _, f := range lacking(old.Fields, now.Fields) {
		c.gone(now, "answers-field", f.Name, fieldNames(added))
	}
	for _, f := range old.Fields {
		i := slices.IndexFunc(now.Fields, f.isSame)
		if i < 0 {
			continue
		}
		for _, column := range f.Columns {
			if columns := now.Fields[i].Columns; !slices.Contains(columns, column) {
				c.gone(now, "answers-column", column, slices.DeleteFunc(slices.Clone(columns), func(name string) bool { return slices.Contains(f.Columns, name) }))
			}
		}
	}
}

func (f keptField) isSame(other keptField) bool { return f.Name == other.Name }

// lacking returns the fields that others don't have.
func lacking(fields, others []keptField) []keptField {
	return slices.DeleteFunc(slices.Clone(fields), func(f keptField) bool { return slices.ContainsFunc(others, f.isSame) })
}

func fieldNames(fields []keptField) []string {
	return report.Names(fields, func(f keptField) string { return f.Name })
}

// gone reports a name that a worksheet hasn't any more. Added are the names
// that it got instead.
func (c *checker) gone(now keptSheet, rule, name string, added []string) {
	c.add(c.source(now.page.File).AtLine(1, 1, rule, report.Values{"name": name, "added": report.List(added)}))
}
