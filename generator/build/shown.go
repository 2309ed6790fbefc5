package build

import (
	"html"
	"os"
	"path/filepath"

	"sparrausopas/generator/serve"
)

// HasScreen reports whether there is a screen to open a browser on.
func HasScreen() bool { return serve.HasScreen() }

// ShowInBrowser shows a text to somebody who sees no terminal.
func ShowInBrowser(title, text, language string) {
	if folder, err := os.MkdirTemp("", "sparrausopas-"); err == nil {
		file := filepath.Join(folder, "sparrausopas.html")
		page := `<!DOCTYPE html><html lang="` + html.EscapeString(language) + `"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` + html.EscapeString(title) + `</title><h1>` + html.EscapeString(title) + `</h1><pre style="white-space:pre-wrap">` + html.EscapeString(text) + `</pre>`
		if os.WriteFile(file, []byte(page), 0o600) == nil {
			_ = serve.OpenInSystem(file)
		}
	}
}
