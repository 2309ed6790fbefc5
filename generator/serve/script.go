package serve

import (
	"bytes"
	"net/http"
)

const (
	// The parts of the script share an object that no script of the page sees;
	// own is the data of the script's element.
	scriptStart = "(() => {\n\"use strict\";\nconst preview = { own: document.currentScript.dataset };\n\n"
	scriptEnd   = "})();\n"
)

// script sends the script of the preview: one file for a page to ask for, of
// parts that each stand on those before.
func script(w http.ResponseWriter, _ *http.Request) {
	var whole bytes.Buffer
	whole.WriteString(scriptStart)
	for _, name := range []string{"layer.js", "place.js", "follow.js"} {
		// A part is there: it is built in.
		text, _ := assets.ReadFile("assets/" + name)
		whole.Write(append(text, '\n'))
	}
	whole.WriteString(scriptEnd)
	w.Header().Set("Content-Type", typeOf("preview.js", nil))
	// Who doesn't listen is gone.
	_, _ = w.Write(whole.Bytes())
}
