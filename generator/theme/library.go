package theme

import (
	"html/template"
	"text/template/parse"

	"sparrausopas/generator/report"
)

// library holds the theme's templates as they were parsed, each file once.
// html/template rewrites a set when it is first used, so that no two sets can
// have a tree in common: each kind of page gets copies of its own, of the files
// alone that it calls.
type library struct {
	functions template.FuncMap
	files     map[string]parsedFile
	// definers are the files of the frame that define a template, by its name.
	definers map[string]string
}

// parsedFile is a file's templates, and the names of those that it calls.
type parsedFile struct {
	trees []*parse.Tree
	calls []string
}

// parseLibrary parses the frame, the parts, and the templates of kinds and of
// packs.
func (t *Theme) parseLibrary(functions template.FuncMap) (*library, report.Problems) {
	l := &library{functions, map[string]parsedFile{}, map[string]string{}}
	var problems report.Problems
	for _, name := range append([]string{baseFile}, t.names("parts/")...) {
		problems = append(problems, l.parse(t, name)...)
		for _, tree := range l.files[name].trees {
			l.definers[tree.Name] = name
		}
	}
	for _, kind := range t.kinds() {
		problems = append(problems, l.parse(t, kind+".html")...)
	}
	for _, name := range t.names(packDir) {
		problems = append(problems, l.parse(t, name)...)
	}
	if len(problems) == 0 {
		problems = l.circles(t)
	}
	return l, problems
}

func (l *library) parse(t *Theme, name string) report.Problems {
	set := template.New("theme").Funcs(l.functions)
	if problems := t.add(set, name); len(problems) > 0 {
		return problems
	}
	var file parsedFile
	for _, one := range set.Templates() {
		if one.Tree != nil {
			file.trees = append(file.trees, one.Tree)
			file.addCalls(one.Tree.Root)
		}
	}
	l.files[name] = file
	return nil
}

// addCalls notes the names of the templates that a piece of a template calls.
func (f *parsedFile) addCalls(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TemplateNode:
			f.calls = append(f.calls, n.Name)
		case *parse.IfNode:
			f.addCalls(n.List)
			f.addCalls(n.ElseList)
		case *parse.RangeNode:
			f.addCalls(n.List)
			f.addCalls(n.ElseList)
		case *parse.WithNode:
			f.addCalls(n.List)
			f.addCalls(n.ElseList)
		}
	}
}

// set returns a set of templates of its own: those of files with all that they
// call. What a later file defines takes the place of what an earlier one did.
func (l *library) set(names ...string) *template.Template {
	set := template.New("theme").Funcs(l.functions).Option("missingkey=error")
	added := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if added[name] {
			return
		}
		added[name] = true
		for _, call := range l.files[name].calls {
			add(l.definers[call])
		}
		for _, tree := range l.files[name].trees {
			template.Must(set.AddParseTree(tree.Name, tree.Copy()))
		}
	}
	for _, name := range names {
		add(name)
	}
	return set
}
