package guide

import (
	"reflect"
	"testing"
	"time"
)

// printed is a small guide that says something in each way there is.
func printed() *Edition {
	one, two := &Page{ID: "a", Kind: "page"}, &Page{ID: "b", Kind: "question", Head: Head{Title: "B", Updated: time.Unix(1, 0)}}
	one.Next, two.Previous = two, one
	two.Detail = &Question{Page: two, Number: 2}
	return &Edition{Home: one, Pages: []*Page{one, two}, Words: map[string]string{"skip": "Ohita", "view": "Näkymä"}}
}

func TestTwoGuidesThatSayTheSameHaveOneFingerprint(t *testing.T) {
	first := FingerprintOf(nil, printed())
	for range 20 {
		if FingerprintOf(nil, printed()) != first {
			t.Fatal("the fingerprint comes out different")
		}
	}
}

func TestWhateverIsDifferentShowsInTheFingerprint(t *testing.T) {
	prints := map[Fingerprint]string{FingerprintOf(nil, printed()): "nothing"}
	for name, change := range map[string]func(*Edition){
		"a title":         func(e *Edition) { e.Pages[0].Title = "A" },
		"a text":          func(e *Edition) { e.Pages[0].HTML = "<p>" },
		"a detail":        func(e *Edition) { e.Pages[1].Detail.(*Question).Number = 3 },
		"a kind's detail": func(e *Edition) { e.Pages[1].Detail = &Step{Page: e.Pages[1], Number: 2} },
		"no detail":       func(e *Edition) { e.Pages[1].Detail = nil },
		"a word":          func(e *Edition) { e.Words["skip"] = "Hoppa" },
		"a day":           func(e *Edition) { e.Pages[1].Updated = time.Unix(2, 0) },
		"a draft":         func(e *Edition) { e.Pages[1].Draft = true },
		"another next":    func(e *Edition) { e.Pages[0].Next = e.Pages[0] },
		"another order":   func(e *Edition) { e.Pages[0], e.Pages[1] = e.Pages[1], e.Pages[0] },
		"one less":        func(e *Edition) { e.Pages = e.Pages[:1] },
		"a lexicon":       func(e *Edition) { e.Lexicon = map[string]Word{} },
	} {
		e := printed()
		change(e)
		print := FingerprintOf(nil, e)
		if before, taken := prints[print]; taken {
			t.Errorf("%s has the fingerprint of %s", name, before)
		}
		prints[print] = name
	}
}

func TestWhatIsLeftOutDoesNotCount(t *testing.T) {
	other := printed()
	other.Pages[0].HTML = "<p>"
	without := []Member{{"Page", "Text"}}
	if FingerprintOf(without, printed()) != FingerprintOf(without, other) {
		t.Error("a text counts that was left out")
	}
}

func TestEveryFieldOfAGuideCanBeRead(t *testing.T) {
	for _, of := range []reflect.Type{
		reflect.TypeFor[Site](), reflect.TypeFor[Edition](), reflect.TypeFor[Page](), reflect.TypeFor[Area](), reflect.TypeFor[Question](), reflect.TypeFor[Step](),
		reflect.TypeFor[Session](), reflect.TypeFor[Programme](), reflect.TypeFor[Worksheet](), reflect.TypeFor[Gathering](), reflect.TypeFor[Term](),
		reflect.TypeFor[Topic](), reflect.TypeFor[Source](), reflect.TypeFor[Settings](),
	} {
		value := reflect.New(of)
		fill(value.Elem(), 4)
		FingerprintOf(nil, value.Interface())
	}
}

// fill puts something into each field, so many pointers deep.
func fill(v reflect.Value, depth int) {
	if !v.CanSet() || depth == 0 {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth-1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), depth-1)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(value, depth-1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	}
}
