// Package edition compares an edition with the guide below it: which files it
// adds, which take the place of common ones and what of those has changed since
// they were copied. It copies common files into the edition's own folder, and
// notes in base.sum which versions of them its authors have seen; their texts are
// kept in base.copies.
//
//	d, err := edition.Compare(p)
//	d.Changed // their originals have changed since
//	err = edition.Copy(p, []string{"model/tips"}, false, told)
//
// Texts are compared line by line, never joined: what becomes of a change is
// for the edition's authors to say.
package edition

import (
	"bytes"
	"io/fs"
	"slices"

	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// Difference is what an edition changes of the guide below it; files by their
// paths in the edition's folder.
type Difference struct {
	// Added are files that the base doesn't have.
	Added []string `json:"added"`
	// Replaced take the place of those of the base, which are as they were
	// copied; Changed of those that have changed since; Unnoted of those whose
	// copying wasn't noted.
	Replaced []string `json:"replaced"`
	Changed  []string `json:"changed"`
	Unnoted  []string `json:"unnoted"`
	// Identical are the same as in the base, Gone were copied but are no
	// longer in it.
	Identical []string `json:"identical"`
	Gone      []string `json:"gone"`
	// Joined are files whose entries are put together with those of the base.
	Joined []string `json:"joined"`
	// Hidden are the IDs of pages that are left out, Set the settings.
	Hidden []string `json:"hidden"`
	Set    []string `json:"set"`
}

// Compare finds what an edition changes.
func Compare(p *project.Project) (Difference, error) {
	if !p.IsEdition() {
		return Difference{}, &report.Refusal{Rule: "diff-no-base"}
	}
	d, err := compare(p)
	return d, p.ShowError(err)
}

func compare(p *project.Project) (Difference, error) {
	settings, joined, err := p.Settings()
	if err != nil {
		return Difference{}, err
	}
	own := p.Layers[0].FS
	noted, err := readSums(own)
	if err != nil {
		return Difference{}, err
	}
	d := Difference{Hidden: settings.Hide, Set: p.OwnSettings()}
	base := p.Base()
	names := project.FilesIn(own, append([]string{"content", "themes"}, settings.Themes...)...)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		list, err := d.listFor(name, own, base, noted, slices.Contains(joined, name))
		if err != nil {
			return Difference{}, err
		}
		*list = append(*list, name)
	}
	_, lists := d.lists()
	for _, list := range lists {
		// Machines read an empty list more easily than none.
		*list = append([]string{}, *list...)
	}
	return d, nil
}

// lists are the lists of files by what they are called for machines, and behind
// them those of what else is changed.
func (d *Difference) lists() (names []string, lists []*[]string) {
	return []string{"added", "replaced", "changed", "unnoted", "identical", "gone", "joined"},
		[]*[]string{&d.Added, &d.Replaced, &d.Changed, &d.Unnoted, &d.Identical, &d.Gone, &d.Joined, &d.Hidden, &d.Set}
}

// listFor returns the list that a file of the edition belongs to.
func (d *Difference) listFor(name string, own, base fs.FS, noted sums, joined bool) (*[]string, error) {
	hash, isNoted := noted[name]
	if !project.IsFile(base, name) {
		if isNoted {
			return &d.Gone, nil
		}
		return &d.Added, nil
	}
	mine, err := fs.ReadFile(own, name)
	if err != nil {
		return nil, err
	}
	common, err := fs.ReadFile(base, name)
	switch {
	case err != nil:
		return nil, err
	case bytes.Equal(read(mine), read(common)):
		return &d.Identical, nil
	case joined:
		return &d.Joined, nil
	case !isNoted:
		return &d.Unnoted, nil
	case hash != sum(common):
		return &d.Changed, nil
	}
	return &d.Replaced, nil
}
