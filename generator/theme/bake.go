package theme

import (
	"html/template"
	"io"
	"strings"
	"text/template/parse"
)

// bake puts the words of a locale into a set of templates as text: {{word
// "skip"}} is the same on every page, and calling a function costs a template
// more than all that the page says there. It is done behind html/template's
// escaping, which knows from where a word stands how it must be written.
func bake(set *template.Template, words map[string]string, roots ...string) *template.Template {
	for _, root := range roots {
		// Only a template that is run is escaped. Without a view it fails at the
		// first thing that it asks for, and writes nothing that is needed.
		_ = set.ExecuteTemplate(io.Discard, root, nil)
	}
	for _, one := range set.Templates() {
		if one.Tree != nil {
			bakeList(one.Tree.Root, words)
		}
	}
	return set
}

func bakeList(list *parse.ListNode, words map[string]string) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			if text, ok := wordIn(n.Pipe, words); ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)}
			}
		case *parse.IfNode:
			bakeList(n.List, words)
			bakeList(n.ElseList, words)
		case *parse.RangeNode:
			bakeList(n.List, words)
			bakeList(n.ElseList, words)
		case *parse.WithNode:
			bakeList(n.List, words)
			bakeList(n.ElseList, words)
		}
	}
}

// wordIn returns what {{word "name"}} writes into text or into an attribute. It
// knows no other place, and no word that the locale lacks.
func wordIn(pipe *parse.PipeNode, words map[string]string) (string, bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 2 || len(pipe.Cmds[0].Args) != 2 || len(pipe.Cmds[1].Args) != 1 {
		return "", false
	}
	function, name := pipe.Cmds[0].Args[0], pipe.Cmds[0].Args[1]
	literal, ok := name.(*parse.StringNode)
	if !ok || function.String() != "word" {
		return "", false
	}
	switch strings.TrimPrefix(pipe.Cmds[1].Args[0].String(), "_html_template_") {
	case "htmlescaper", "attrescaper", "rcdataescaper":
		word, known := words[literal.Text]
		return strings.ReplaceAll(template.HTMLEscapeString(word), "+", "&#43;"), known
	}
	return "", false
}
