package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// control is what fields.js says of a control that gave way to a link.
type control struct {
	// Kind is "answer", "cell", "date", "box" or "radio".
	Kind string
	// Name is what saved answers call it by; radios of a group share it.
	Name string
	// Label is what is read aloud, Option the text that a box or radio stands
	// for, Group the label of all of its field.
	Label, Option, Group string
	Lines                int
}

// marker is the address of the links that stand for controls.
const marker = "https://field.invalid/"

// widget is a place of a control on paper: an annotation and its page.
type widget struct{ annotation, page ref }

// form makes fields of the links of a file.
type form struct {
	*file
	fields array
	looks  map[string]ref
	// placed are the places of each control.
	placed map[int][]widget
}

// Flags of fields, and of annotations.
const (
	readOnly  = 1
	multiline = 1 << 12
	radio     = 1 << 15

	hidden    = 2
	printable = 4
)

// addForm makes the links of controls into fields, and adds the hidden one that
// says what the form is.
func (f *file) addForm(controls []control, identity string) error {
	m := &form{file: f, looks: map[string]ref{}, placed: map[int][]widget{}}
	m.collect()
	m.retag()
	for i, c := range controls {
		if len(m.placed[i]) == 0 {
			return fmt.Errorf("the field %q isn't printed", c.Name)
		}
		switch c.Kind {
		case "radio":
			if i == 0 || controls[i-1].Name != c.Name {
				m.addRadios(i, controls[i:])
			}
		case "box":
			m.addBox(i, c)
		default:
			m.addText(i, c)
		}
	}
	m.addIdentity(identity)
	fonts := dict{fontName: f.add(f.fieldFont())}
	f.dict(f.root)["AcroForm"] = f.add(dict{"Fields": m.fields, "DR": dict{"Font": fonts}, "DA": typing(11)})
	return nil
}

// collect finds the links that stand for controls.
func (m *form) collect() {
	for _, page := range m.pages() {
		for _, a := range m.array(m.dict(page)["Annots"]) {
			annotation, ok := a.(ref)
			address, _ := m.dict(m.dict(a)["A"])["URI"].(text)
			rest, found := strings.CutPrefix(string(address), marker)
			n, err := strconv.Atoi(rest)
			if ok && found && err == nil {
				m.placed[n] = append(m.placed[n], widget{annotation, page})
			}
		}
	}
}

// retag makes form elements in the tag tree of those of the links.
func (m *form) retag() {
	ours := map[ref]bool{}
	for _, places := range m.placed {
		for _, w := range places {
			ours[w.annotation] = true
		}
	}
	for _, o := range m.objects {
		element := m.dict(o)
		for _, kid := range m.array(element["K"]) {
			k, _ := kid.(dict)
			if annotation, ok := k["Obj"].(ref); ok && ours[annotation] {
				element["S"] = name("Form")
			}
		}
	}
}

// place makes a link the place of a field, which has these entries, too.
func (m *form) place(w widget, entries dict) {
	link := m.dict(w.annotation)
	entries["Type"], entries["Subtype"], entries["F"] = name("Annot"), name("Widget"), number(printable)
	entries["Rect"], entries["StructParent"], entries["P"] = link["Rect"], link["StructParent"], w.page
	m.objects[w.annotation] = entries
}

// addField adds a field whose only places are those of a control, and returns
// its dictionary.
func (m *form) addField(i int, field dict, look func(widget) dict) {
	places := m.placed[i]
	if len(places) == 1 {
		for key, value := range look(places[0]) {
			field[key] = value
		}
		m.place(places[0], field)
		m.fields = append(m.fields, places[0].annotation)
		return
	}
	var kids array
	parent := m.add(field)
	for _, w := range places {
		entries := look(w)
		entries["Parent"] = parent
		m.place(w, entries)
		kids = append(kids, w.annotation)
	}
	field["Kids"] = kids
	m.fields = append(m.fields, parent)
}

// typing is how a text is set in a field, in letters of a size.
func typing(size int) text { return text(fmt.Sprintf("/%s %d Tf 0 g", fontName, size)) }

func (m *form) addText(i int, c control) {
	flags, size, draw, edge := 0, 11, drawing(lined), border()
	if c.Lines > 1 {
		flags = multiline
	}
	// The lines of a table are those of its cells.
	if c.Kind == "cell" {
		size, draw, edge = 10, bare, dict{}
	}
	field := dict{"FT": name("Tx"), "T": words(c.Name), "TU": words(c.Label), "V": text(""), "Ff": number(flags), "DA": typing(size)}
	m.addField(i, field, func(w widget) dict {
		return dict{"MK": edge, "BS": dict{"W": token("0.5")}, "AP": dict{"N": m.look(w, draw)}}
	})
}

// addBox adds a box to tick. That it is on is called 0: the first text of Opt.
func (m *form) addBox(i int, c control) {
	field := dict{"FT": name("Btn"), "T": words(c.Name), "TU": words(c.Label), "V": name("Off"), "Opt": array{words(c.Option)}}
	m.addField(i, field, func(w widget) dict { return m.states(w, 0, square, ticked) })
}

// addRadios adds the group that begins with the ith control. What is chosen is
// the number of its text in Opt.
func (m *form) addRadios(i int, controls []control) {
	group := dict{"FT": name("Btn"), "T": words(controls[0].Name), "TU": words(controls[0].Group), "V": name("Off"), "Ff": number(radio)}
	parent := m.add(group)
	var kids, texts array
	for at, c := range controls {
		if c.Name != controls[0].Name {
			break
		}
		texts = append(texts, words(c.Option))
		for _, w := range m.placed[i+at] {
			entries := m.states(w, at, round, dotted)
			entries["Parent"], entries["TU"] = parent, words(c.Label)
			m.place(w, entries)
			kids = append(kids, w.annotation)
		}
	}
	group["Kids"], group["Opt"] = kids, texts
	m.fields = append(m.fields, parent)
}

// addIdentity adds the field that says what the form is. Nobody sees it.
func (m *form) addIdentity(identity string) {
	first := m.pages()[0]
	hiddenField := m.add(dict{
		"Type": name("Annot"), "Subtype": name("Widget"), "F": number(hidden), "Rect": array{number(0), number(0), number(0), number(0)}, "P": first,
		"FT": name("Tx"), "T": text("opas"), "TU": text("opas"), "V": words(identity), "Ff": number(readOnly), "DA": typing(11),
	})
	page := m.dict(first)
	page["Annots"] = append(slices.Clone(m.array(page["Annots"])), hiddenField)
	m.fields = append(m.fields, hiddenField)
}
