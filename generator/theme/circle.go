package theme

import (
	"fmt"
	"slices"
	"strings"
	"text/template/parse"

	"sparrausopas/generator/report"
)

// calls are the templates that each template includes.
type calls map[string][]string

// circles finds a template that includes itself without end, be it by way of
// others: run, it would take all memory.
func (l *library) circles(t *Theme) report.Problems {
	always, same, files := calls{}, calls{}, map[string]string{}
	for name, file := range l.files {
		for _, tree := range file.trees {
			always.addAlways(tree)
			same.addSame(tree.Name, tree.Root)
			files[tree.Name] = name
		}
	}
	for _, name := range t.names("") {
		for tree, file := range files {
			if file != name {
				continue
			}
			way := always.wayBack(tree, []string{tree})
			if way == nil {
				way = same.wayBack(tree, []string{tree})
			}
			if way != nil {
				source := t.files[name]
				at := max(0, strings.Index(string(source.Text), fmt.Sprintf("template %q", way[1])))
				return report.Problems{source.At(at, "template-circle", report.Values{"names": strings.Join(way, " → ")})}
			}
		}
	}
	return nil
}

// addAlways adds what a template includes whatever its data are. What stands
// under a condition can come to an end.
func (c calls) addAlways(tree *parse.Tree) {
	for _, node := range tree.Root.Nodes {
		if call, ok := node.(*parse.TemplateNode); ok {
			c[tree.Name] = append(c[tree.Name], call.Name)
		}
	}
}

// addSame adds what a template includes with its own data as they are. With the
// same data a condition that let it in once always does.
func (c calls) addSame(name string, list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.TemplateNode:
			if node.Pipe != nil && node.Pipe.String() == "." {
				c[name] = append(c[name], node.Name)
			}
		case *parse.IfNode:
			c.addSame(name, node.List)
			c.addSame(name, node.ElseList)
		}
	}
}

// wayBack returns the calls that lead from a template to itself, nil if none do.
func (c calls) wayBack(to string, way []string) []string {
	for _, next := range c[way[len(way)-1]] {
		if next == to {
			return append(way, next)
		}
	}
	for _, next := range c[way[len(way)-1]] {
		if !slices.Contains(way, next) {
			if found := c.wayBack(to, append(way, next)); found != nil {
				return found
			}
		}
	}
	return nil
}
