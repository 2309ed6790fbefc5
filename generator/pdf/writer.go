package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// writer writes a file in little room: what isn't data itself goes into streams
// of many objects, which are compressed. The tag tree of a form is a tenth of its
// size there.
type writer struct {
	bytes.Buffer
	places []place
}

// place is where an object lies: at a byte, or in a stream of many as the nth.
type place struct{ at, in, nth int }

// packed is how many objects a stream holds at most.
const packed = 200

// bytes returns the file. Its identifier is made of what is in it.
func (f *file) bytes() []byte {
	w := &writer{places: make([]place, len(f.objects), len(f.objects)+len(f.objects)/packed+2)}
	w.WriteString("%PDF-1.7\n%\xD3\xEB\xE9\xE1\n")
	var small []int
	for i, o := range f.objects {
		switch o.(type) {
		case nil:
		case stream:
			w.object(i, o)
		default:
			small = append(small, i)
		}
	}
	for len(small) > 0 {
		some := small[:min(packed, len(small))]
		small = small[len(some):]
		w.pack(f.objects, some)
	}
	sum := sha256.Sum256(w.Bytes())
	id := text(sum[:16])
	at := w.Len()
	w.table(dict{"Type": name("XRef"), "Root": f.root, "Info": f.info, "ID": array{id, id}})
	fmt.Fprintf(w, "startxref\n%d\n%%%%EOF\n", at)
	return w.Bytes()
}

// object writes an object by itself.
func (w *writer) object(number int, o object) {
	w.places[number].at = w.Len()
	fmt.Fprintf(w, "%d 0 obj\n", number)
	write(&w.Buffer, o)
	w.WriteString("\nendobj\n")
}

// pack writes objects into one stream: first their numbers and where each
// begins, then the objects.
func (w *writer) pack(objects []object, numbers []int) {
	var list, data bytes.Buffer
	in := len(w.places)
	for nth, number := range numbers {
		fmt.Fprintf(&list, "%d %d ", number, data.Len())
		write(&data, objects[number])
		data.WriteByte('\n')
		w.places[number] = place{in: in, nth: nth}
	}
	first := list.Len()
	s := compressed(append(list.Bytes(), data.Bytes()...))
	s.dict["Type"], s.dict["N"], s.dict["First"] = name("ObjStm"), number(len(numbers)), number(first)
	w.places = append(w.places, place{})
	w.object(in, s)
}

// table writes the places of all objects, its own the last, and the trailer.
func (w *writer) table(trailer dict) {
	own := len(w.places)
	w.places = append(w.places, place{at: w.Len()})
	var data []byte
	for _, p := range w.places {
		kind, where := byte(1), uint32(p.at)
		switch {
		case p.in > 0:
			kind, where = 2, uint32(p.in)
		case p.at == 0:
			kind = 0
		}
		data = binary.BigEndian.AppendUint32(append(data, kind), where)
		data = append(data, byte(p.nth))
	}
	s := compressed(data)
	for key, value := range trailer {
		s.dict[key] = value
	}
	s.dict["Size"], s.dict["W"] = number(len(w.places)), array{number(1), number(4), number(1)}
	w.object(own, s)
}
