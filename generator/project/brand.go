package project

import (
	"path"
	"regexp"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/language"
)

// Brand is who publishes a new guide, and its look; "" for what isn't known.
type Brand struct {
	Publisher, Email, Colour string
	// LogoName is what the file of the logo was called.
	LogoName string
	Logo     []byte
}

// Dress puts a brand into the files of a new guide: into the places that its
// settings have for it. The look is that of the publisher, else of the guide.
func (b Brand) Dress(title string, files map[string][]byte) {
	publisher, logo := oneLine(b.Publisher), ""
	if len(b.Logo) > 0 {
		logo = "content/static/logo" + strings.ToLower(path.Ext(b.LogoName))
		files[logo] = b.Logo
		delete(files, "content/static/")
	}
	text := string(files[content.ConfigFile])
	for key, value := range map[string]string{"name": publisher, "email": oneLine(b.Email)} {
		// The first are those of the publisher.
		text = strings.Replace(text, "\n"+key+` = ""`, "\n"+key+` = "`+quoted(value)+`"`, 1)
	}
	if logo != "" || oneLine(b.Colour) != "" {
		at := strings.Index(text, "\n# [brand]")
		before, table := text[:at+1], strings.TrimPrefix(text[at+1:], "# ")
		if publisher == "" && logo != "" {
			publisher = oneLine(title)
		}
		for key, value := range map[string]string{"name": publisher, "logo": logo, "colour": oneLine(b.Colour)} {
			if value != "" {
				line := key + ` = "` + quoted(value) + `"`
				table = regexp.MustCompile(`(?m)^# `+key+` = .*$`).ReplaceAllLiteralString(table, line)
			}
		}
		text = before + table
	}
	files[content.ConfigFile] = []byte(text)
}

// FolderName returns what the folder of a new guide is called after its title,
// "" for one without letters: no path, and nothing that a system forbids.
func FolderName(title string) string {
	name := shorten(language.For("fi").Slug(title))
	if reserved.MatchString(name) {
		return "opas-" + name
	}
	return name
}

// reserved are names of devices on Windows.
var reserved = regexp.MustCompile(`^(con|prn|aux|nul|com\d|lpt\d)$`)
