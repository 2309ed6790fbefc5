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

// script sends the script of the preview: one file, of parts that need those
// before them.
func script(w http.ResponseWriter, _ *http.Request) {
	var whole bytes.Buffer
	whole.WriteString(scriptStart)
	for _, name := range []string{"layer.js", "place.js", "follow.js"} {
		text, _ := assets.ReadFile("assets/" + name)
		whole.Write(append(text, '\n'))
	}
	whole.WriteString(scriptEnd)
	w.Header().Set("Content-Type", typeOf("preview.js", nil))
	_, _ = w.Write(whole.Bytes())
}
