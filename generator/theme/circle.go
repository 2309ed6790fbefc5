package theme

import (
	"fmt"
	"slices"
	"strings"
	"text/template/parse"

	"sparrausopas/generator/report"
)

// circles finds a template that always includes itself, be it by way of others:
// run, it would take all memory.
func (l *library) circles(t *Theme) report.Problems {
	calls, files := map[string][]string{}, map[string]string{}
	for name, file := range l.files {
		for _, tree := range file.trees {
			// What stands under a condition can come to an end.
			for _, node := range tree.Root.Nodes {
				if call, ok := node.(*parse.TemplateNode); ok {
					calls[tree.Name] = append(calls[tree.Name], call.Name)
				}
			}
			files[tree.Name] = name
		}
	}
	for _, name := range t.names("") {
		for tree, file := range files {
			if file != name {
				continue
			}
			if way := wayBack(calls, tree, []string{tree}); way != nil {
				source := t.files[name]
				at := max(0, strings.Index(string(source.Text), fmt.Sprintf("template %q", way[1])))
				return report.Problems{source.At(at, "template-circle", report.Values{"names": strings.Join(way, " → ")})}
			}
		}
	}
	return nil
}

// wayBack returns the calls that lead from a template to itself, nil if none do.
func wayBack(calls map[string][]string, to string, way []string) []string {
	for _, next := range calls[way[len(way)-1]] {
		if next == to {
			return append(way, next)
		}
	}
	for _, next := range calls[way[len(way)-1]] {
		if !slices.Contains(way, next) {
			if found := wayBack(calls, to, append(way, next)); found != nil {
				return found
			}
		}
	}
	return nil
}
