package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
)

// listWords lists the words of the interface as words.toml has them: all, or
// those that have a text in their name or wording.
func (c *console) listWords(p *project.Project, text string) {
	var out strings.Builder
	all := content.Words(p.FS, content.Options{NoLexicon: true, Layers: p.Layers})
	for _, language := range slices.Sorted(maps.Keys(all)) {
		var found strings.Builder
		for _, name := range slices.Sorted(maps.Keys(all[language])) {
			word := all[language][name]
			if strings.Contains(strings.ToLower(name+"\n"+word), strings.ToLower(text)) {
				fmt.Fprintf(&found, "%s = %s\n", name, strconv.Quote(word))
			}
		}
		if len(all) > 1 && found.Len() > 0 {
			fmt.Fprintf(&out, "# %s\n", content.WordsFile(language))
		}
		out.WriteString(found.String())
	}
	c.write(out.String())
}
