package theme

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"sparrausopas/generator/guide"
)

// Words that a page says only to those who use it come as a script, which
// scripts of the theme load then:
//
//	window.opas.words = {"fill-undo":"Kumoa"}
//
// A template names the words and gets the script's address:
// {{.Words "fill-undo"}}. Every locale has a script of its own.

// wordScript is a script of words and its address.
type wordScript struct {
	address string
	data    []byte
}

// wordScripts makes the scripts that the theme's templates ask for, by the names
// of their words.
func (t *Theme) wordScripts(l *guide.Locale) map[string]wordScript {
	scripts := map[string]wordScript{}
	for _, call := range t.calls(scriptCalls) {
		words := map[string]string{}
		for _, name := range call.names {
			words[name] = l.Words[name]
		}
		// A map of texts always has a form in JSON.
		text, _ := json.Marshal(words)
		data := fmt.Appendf(nil, "window.opas.words=%s", text)
		scripts[joinedNames(call.names)] = wordScript{assetAddress("words-"+l.Language+".js", data), data}
	}
	return scripts
}

// addWordScripts adds the scripts of a locale.
func (p *Plan) addWordScripts(l *guide.Locale) {
	scripts := p.sets[l].words
	for _, names := range slices.Sorted(maps.Keys(scripts)) {
		p.add(scripts[names].address, ready(scripts[names].data))
	}
}

// Words returns the address of the script with these words, relative to this
// page.
func (v *View) Words(names ...string) (string, error) {
	script, ok := v.templates.words[joinedNames(names)]
	if !ok {
		return "", fmt.Errorf("no script has the words %q", names)
	}
	return guide.Relative(v.from, script.address), nil
}
