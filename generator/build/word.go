package build

import (
	"errors"

	"sparrausopas/generator/docx"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// wordDocuments makes the Word documents of all languages.
func wordDocuments(d Documents, r rendering) (list []document, err error) {
	day := documentDay(r.site)
	var all []docx.Document
	for _, l := range r.site.Locales {
		all = append(all, docx.Documents(r.site, l)...)
	}
	var wrong report.Problems
	for i, one := range all {
		data, err := one.Make(day)
		if problems, ok := errors.AsType[report.Problems](err); ok {
			wrong = append(wrong, problems...)
		} else if err != nil {
			return nil, err
		}
		made := guide.Document{Format: docx.Format, Name: one.Name, Address: one.Address, Size: len(data)}
		list = append(list, document{made, one.Of, data})
		d.Progress(i+1, len(all))
	}
	return list, wrong.Err()
}
