package guide

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"maps"
	"reflect"
	"slices"
	"time"
)

// Fingerprint stands for all that values of this package hold.
type Fingerprint [sha256.Size]byte

// FingerprintOf follows the values to everything that they lead to: whatever
// is different between two guides makes their fingerprints different. Left out
// are the fields that the caller names, as Page.Text, and all that only finds
// pages faster. A lexicon is too long to be read; it counts by where it is, so
// that who keeps a fingerprint has to keep the lexicons, too.
func FingerprintOf(without []Member, values ...any) (print Fingerprint) {
	r := &reader{hash: sha256.New(), without: without, seen: map[pointer]uint64{}, fields: map[reflect.Type][]int{}}
	for _, value := range values {
		r.read(reflect.ValueOf(value))
	}
	r.flush()
	r.hash.Sum(print[:0])
	return print
}

// Member names a field of a type.
type Member struct{ Type, Name string }

// reader goes through values and notes them in a hash.
type reader struct {
	hash    hash.Hash
	without []Member
	// seen are pointers that were followed, numbered as they came: pages lead
	// to each other in circles.
	seen map[pointer]uint64
	// fields are those that a type is read by.
	fields map[reflect.Type][]int
	// noted waits to be hashed.
	noted []byte
}

// pointer is told from one of another type, for a struct and its first field
// are at the same place.
type pointer struct {
	to reflect.Type
	at uintptr
}

func (r *reader) read(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		r.follow(v)
	case reflect.Interface:
		if r.note(boolean(v.IsNil())); !v.IsNil() {
			r.text(v.Elem().Type().String())
			r.read(v.Elem())
		}
	case reflect.Struct:
		r.readStruct(v)
	case reflect.Map:
		r.readMap(v)
	case reflect.Slice:
		r.note(uint64(v.Len()))
		for i := range v.Len() {
			r.read(v.Index(i))
		}
	case reflect.String:
		r.text(v.String())
	case reflect.Bool:
		r.note(boolean(v.Bool()))
	case reflect.Int, reflect.Int64:
		r.note(uint64(v.Int()))
	default:
		panic("a fingerprint can't hold " + v.Type().String())
	}
}

func (r *reader) follow(v reflect.Value) {
	p := pointer{v.Type(), v.Pointer()}
	number, known := r.seen[p]
	switch {
	case v.IsNil():
		r.note(0)
	case known:
		r.note(number)
	default:
		number = uint64(len(r.seen) + 1)
		r.seen[p] = number
		r.note(number)
		r.read(v.Elem())
	}
}

func (r *reader) readStruct(v reflect.Value) {
	if day, ok := v.Interface().(time.Time); ok {
		r.text(day.Format(time.RFC3339Nano))
		return
	}
	for _, i := range r.fieldsOf(v.Type()) {
		r.read(v.Field(i))
	}
}

// fieldsOf gives the fields that can be seen and aren't left out.
func (r *reader) fieldsOf(t reflect.Type) []int {
	fields, known := r.fields[t]
	if !known {
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && !slices.Contains(r.without, Member{t.Name(), f.Name}) {
				fields = append(fields, i)
			}
		}
		r.fields[t] = fields
	}
	return fields
}

func (r *reader) readMap(v reflect.Value) {
	r.note(uint64(v.Len()))
	if v.Type() == reflect.TypeFor[map[string]Word]() {
		r.note(uint64(v.Pointer()))
		return
	}
	if v.Type().Key().Kind() != reflect.String {
		panic("a fingerprint can't hold " + v.Type().String())
	}
	keys := map[string]reflect.Value{}
	for _, key := range v.MapKeys() {
		keys[key.String()] = v.MapIndex(key)
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		r.text(key)
		r.read(keys[key])
	}
}

func (r *reader) text(s string) {
	r.note(uint64(len(s)))
	r.noted = append(r.noted, s...)
}

func (r *reader) note(n uint64) {
	if len(r.noted) > 4096 {
		r.flush()
	}
	r.noted = binary.AppendUvarint(r.noted, n)
}

func (r *reader) flush() {
	// A hash takes everything that is written to it.
	_, _ = r.hash.Write(r.noted)
	r.noted = r.noted[:0]
}

func boolean(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
