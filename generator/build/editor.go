package build

import (
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/serve"
)

// edit does what an author in the browser asks for, one at a time.
func (ps *previews) edit(asked serve.Edit) (done serve.Edited, err error) {
	ps.editing.Lock()
	defer ps.editing.Unlock()
	defer caught(&err)
	guide, now := ps.guide(), time.Now()
	typed := edit.Text{Text: asked.Text, Version: asked.Version}
	switch asked.Do {
	case "open":
		found, err := edit.Open(guide, asked.File)
		done = edited(found)
		done.Guide = ps.project.Load().Dirs[0]
		return done, err
	case "save":
		there, saved, err := edit.Save(guide, asked.File, typed, asked.Before, now)
		done = edited(there)
		done.Saved = saved
		return done, err
	case "keep":
		done.Other, err = edit.Keep(guide, asked.File, typed, asked.Before, now)
	case "versions":
		var versions []edit.Version
		versions, err = edit.Versions(guide, asked.File)
		for _, v := range versions {
			done.Versions = append(done.Versions, serve.EditVersion{Name: v.Name, Time: v.Time})
		}
	case "version":
		done.Text, err = edit.OpenVersion(guide, asked.File, asked.Name)
	case "form", "set", "rows":
		return ps.form(asked)
	}
	return done, err
}

func edited(t edit.Text) serve.Edited {
	done := serve.Edited{Text: t.Text, Version: t.Version, Gone: t.Gone}
	if t.Unsaved != nil {
		done.Unsaved, done.UnsavedVersion = &t.Unsaved.Text, t.Unsaved.Version
	}
	return done
}

// guide returns the guide on the disk that was opened last, for its author.
func (ps *previews) guide() edit.Guide {
	p := ps.project.Load()
	g := edit.Guide{Own: p.Layers[0].FS, All: p.FS, Replace: p.Replace, Create: p.Create, Remove: p.Remove, Decode: content.Decode}
	if site := ps.site.Load(); site != nil {
		g.Limit = edit.Limit(site.Settings.Versions)
	}
	return g
}
