package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF in memory. Its objects are those of the numbers 1, 2, 3 …; nil
// stands for one that isn't there.
type file struct {
	objects []object
	// root is what leads to all, info what is said of the file.
	root, info ref
}

// read reads a file that Chromium wrote: one table of the places of all
// objects, none of which lies in another, and one trailer.
func read(data []byte) (f *file, err error) {
	defer func() {
		if cause, ok := recover().(unknown); ok {
			f, err = nil, cause
		}
	}()
	p := &parser{data: data, at: max(0, bytes.LastIndex(data, []byte("startxref")))}
	p.want("startxref")
	p.at = p.count()
	p.want("xref")
	p.want("0")
	places := make([]int, p.count())
	for i := range places {
		places[i] = p.place()
	}
	p.want("trailer")
	trailer, _ := p.object().(dict)
	root, hasRoot := trailer["Root"].(ref)
	info, hasInfo := trailer["Info"].(ref)
	if _, more := trailer["Prev"]; more || !hasRoot || !hasInfo || int(max(root, info)) >= len(places) {
		p.fail("another trailer")
	}
	f = &file{objects: make([]object, len(places)), root: root, info: info}
	for i, at := range places {
		if at > 0 {
			p.at = at
			f.objects[i] = p.indirect(i)
		}
	}
	return f, nil
}

// count reads a number that isn't larger than the file.
func (p *parser) count() int {
	p.skip()
	n, err := strconv.Atoi(p.regular())
	if err != nil || n < 0 || n > len(p.data) {
		p.fail("a number")
	}
	return n
}

// place reads a line of the table: where an object begins, 0 for none.
func (p *parser) place() int {
	at := p.count()
	p.skip()
	p.regular()
	if p.take("n") {
		return at
	}
	p.want("f")
	return 0
}

// add adds an object and returns a reference to it.
func (f *file) add(o object) ref {
	f.objects = append(f.objects, o)
	return ref(len(f.objects) - 1)
}

// get returns what an object is, through references.
func (f *file) get(o object) object {
	for range 10 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		if int(r) >= len(f.objects) {
			return nil
		}
		o = f.objects[r]
	}
	return nil
}

// dict returns a dictionary of the file, an empty one for what isn't one.
func (f *file) dict(o object) dict {
	switch o := f.get(o).(type) {
	case dict:
		return o
	case stream:
		return o.dict
	}
	return dict{}
}

// array returns an array of the file; what isn't one is one of itself.
func (f *file) array(o object) array {
	switch o := f.get(o).(type) {
	case nil:
		return nil
	case array:
		return o
	}
	return array{o}
}

// pages returns the pages in their order.
func (f *file) pages() []ref {
	var list []ref
	var walk func(object, int)
	walk = func(o object, depth int) {
		node := f.dict(o)
		if r, ok := o.(ref); ok && node["Type"] == name("Page") {
			list = append(list, r)
		}
		for _, kid := range f.array(node["Kids"]) {
			if depth < 50 {
				walk(kid, depth+1)
			}
		}
	}
	walk(f.dict(f.root)["Pages"], 0)
	return list
}

// bytes returns the file. Its identifier is made of what is in it.
func (f *file) bytes() []byte {
	out := bytes.NewBufferString("%PDF-1.7\n%\xD3\xEB\xE9\xE1\n")
	places := make([]int, len(f.objects))
	for i, o := range f.objects {
		if o == nil {
			continue
		}
		places[i] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n", i)
		write(out, o)
		out.WriteString("\nendobj\n")
	}
	sum := sha256.Sum256(out.Bytes())
	id := text(sum[:16])
	table := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n", len(places))
	for i, at := range places {
		switch {
		case i == 0:
			out.WriteString("0000000000 65535 f \n")
		case at == 0:
			out.WriteString("0000000000 00000 f \n")
		default:
			fmt.Fprintf(out, "%010d 00000 n \n", at)
		}
	}
	out.WriteString("trailer\n")
	write(out, dict{"Size": number(len(places)), "Root": f.root, "Info": f.info, "ID": array{id, id}})
	fmt.Fprintf(out, "\nstartxref\n%d\n%%%%EOF\n", table)
	return slices.Clip(out.Bytes())
}
