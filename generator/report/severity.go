package report

import "slices"

// Warning tells whether a problem is a matter of style or care, which people
// should know of and which stops no build.
func (p Problem) Warning() bool { return slices.Contains(warnings(), p.Rule) }

// Part parts what stops a build from what doesn't.
func (ps Problems) Part() (faults, warnings Problems) {
	for _, p := range ps {
		if p.Warning() {
			warnings = append(warnings, p)
		} else {
			faults = append(faults, p)
		}
	}
	return faults, warnings
}

// warnings are the rules that stop no build.
func warnings() []string {
	return []string{
		"file-no-page",
		"file-outside",
		"folder-outside",
		"heading-id-form",
		"heading-space",
		"image-ending",
		"image-format",
		"image-heavy",
		"image-wide",
		"language-mark-form",
		"language-missing",
		"lexicon-lacks",
		"link-address",
		"link-certificate",
		"link-dead",
		"link-host",
		"link-moved",
		"link-parted",
		"link-reversed",
		"link-text",
		"list-sign",
		"note-missing",
		"note-unused",
		"page-old",
		"stars-stay",
		"statement-contact",
		"statement-date",
		"statement-old",
		"summary-long",
		"text-indented",
		"title-long",
		"title-twice",
		"translation-old",
	}
}
