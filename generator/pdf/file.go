package pdf

import (
	"bytes"
	"strconv"
)

// file is a PDF in memory. Its objects are those of the numbers 1, 2, 3 …; nil
// stands for one that isn't there.
type file struct {
	objects []object
	// root is what leads to all, info what is said of the file.
	root, info ref
}

// read reads a file that Chromium wrote, or a writer: one table of the places of
// all objects, as text or as a stream, and one trailer.
func read(data []byte) (f *file, err error) {
	defer func() {
		if cause, ok := recover().(unknown); ok {
			f, err = nil, cause
		}
	}()
	p := &parser{data: data, at: max(0, bytes.LastIndex(data, []byte("startxref")))}
	p.want("startxref")
	p.at = min(p.count(), len(data))
	places, trailer := p.table()
	root, hasRoot := trailer["Root"].(ref)
	info, hasInfo := trailer["Info"].(ref)
	if _, more := trailer["Prev"]; more || !hasRoot || !hasInfo || int(max(root, info)) >= len(places) {
		p.fail("another trailer")
	}
	f = &file{objects: make([]object, len(places)), root: root, info: info}
	for i, place := range places {
		if place.at > 0 && place.at < len(data) {
			p.at = place.at
			f.objects[i] = p.indirect(i)
		}
	}
	for i, o := range f.objects {
		if s, ok := o.(stream); ok && s.dict["Type"] == name("ObjStm") {
			p.unpack(f, s, places, i)
		}
	}
	return f, nil
}

// table reads the places of all objects, and the trailer.
func (p *parser) table() ([]place, dict) {
	if !p.take("xref") {
		return p.streamTable()
	}
	p.want("0")
	count := p.count()
	if count > len(p.data) {
		p.fail("a number")
	}
	places := make([]place, count)
	for i := range places {
		places[i] = p.place()
	}
	p.want("trailer")
	trailer, _ := p.object().(dict)
	return places, trailer
}

// count reads a number that isn't less than none.
func (p *parser) count() int {
	p.skip()
	n, err := strconv.Atoi(p.regular())
	if err != nil || n < 0 {
		p.fail("a number")
	}
	return n
}

// place reads a line of the table: where an object begins, 0 for none.
func (p *parser) place() place {
	at := p.count()
	p.skip()
	p.regular()
	if p.take("n") {
		return place{at: at}
	}
	p.want("f")
	return place{}
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
