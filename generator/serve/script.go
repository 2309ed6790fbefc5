package serve

import (
	"bytes"
	"net/http"
)

const (
	// The parts share an object that no script of the page can reach; own is
	// the data of the script's element.
	scriptStart = "(() => {\n\"use strict\";\nconst preview = { own: document.currentScript.dataset };\n\n"
	scriptEnd   = "})();\n"
)

// script sends a script: one file, of parts that need those before them, without
// the lines that are comments.
func script(parts ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var whole bytes.Buffer
		whole.WriteString(scriptStart)
		for _, name := range parts {
			text, _ := assets.ReadFile("assets/" + name)
			for line := range bytes.Lines(text) {
				if !bytes.HasPrefix(bytes.TrimSpace(line), []byte("//")) {
					whole.Write(line)
				}
			}
		}
		whole.WriteString(scriptEnd)
		w.Header().Set("Content-Type", typeOf("a.js", nil))
		_, _ = w.Write(whole.Bytes())
	}
}
