package project

import (
	"io/fs"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
)

// Settings reads the guide's settings. Joined are the files that don't take the
// place of those of the base but are put together with them.
func (p *Project) Settings() (settings guide.Settings, joined []string, err error) {
	if settings, err = content.Settings(p.FS, p.Layers); err != nil {
		return settings, nil, err
	}
	joined = []string{content.SourcesFile}
	for _, l := range settings.Languages {
		joined = append(joined, content.SynonymsFile(l.Tag), content.LexiconFile(l.Tag), content.WordsFile(l.Tag))
	}
	return settings, joined, nil
}

// OwnSettings names the settings that the guide's own folder makes.
func (p *Project) OwnSettings() []string { return content.SettingsIn(p.Layers[0].FS) }

// Base is what the guide lies on, as one.
func (p *Project) Base() fs.FS { return content.Join(p.Layers[1:]...) }

// BaseName is what the nearest base is called that has a file.
func (p *Project) BaseName(file string) string {
	for _, layer := range p.Layers[1:] {
		if IsFile(layer.FS, file) {
			return layer.Name
		}
	}
	return p.Layers[1].Name
}
