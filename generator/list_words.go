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
		if len(all) > 1 {
			fmt.Fprintf(&out, "# %s\n", content.WordsFile(language))
		}
		for _, name := range slices.Sorted(maps.Keys(all[language])) {
			word := all[language][name]
			if strings.Contains(strings.ToLower(name+"\n"+word), strings.ToLower(text)) {
				fmt.Fprintf(&out, "%s = %s\n", name, strconv.Quote(word))
			}
		}
	}
	c.write(out.String())
}
