package search

// formTable returns word forms numbers, 0, 1, 2 … as they come. Every word of
// the site is looked up in it once, so it does less than a map: it only grows,
// and goes through the bytes of a word a single time.
type formTable struct {
	texts []string
	// places hold numbers of forms, one higher, where their hash leads or as
	// soon behind as there was room; their count is a power of two.
	places []uint32
}

func newFormTable() formTable { return formTable{places: make([]uint32, 1<<12)} }

// find returns the number of a form, or the number that it would get.
func (t *formTable) find(form []byte) (int, bool) {
	place := hashForm(form)
	for {
		place &= uint32(len(t.places) - 1)
		switch number := int(t.places[place]); {
		case number == 0:
			return len(t.texts), false
		case t.texts[number-1] == string(form):
			return number - 1, true
		}
		place++
	}
}

// add takes in a form that isn't there yet.
func (t *formTable) add(form string) {
	t.texts = append(t.texts, form)
	if 2*len(t.texts) > len(t.places) {
		t.places = make([]uint32, 2*len(t.places))
		for i, text := range t.texts {
			t.put(text, i+1)
		}
		return
	}
	t.put(form, len(t.texts))
}

func (t *formTable) put(form string, number int) {
	place := hashForm(form)
	for {
		place &= uint32(len(t.places) - 1)
		if t.places[place] == 0 {
			t.places[place] = uint32(number)
			return
		}
		place++
	}
}

// hashForm is FNV-1a, with the high bits brought down.
func hashForm[T string | []byte](form T) uint32 {
	hash := uint32(2166136261)
	for i := range len(form) {
		hash = (hash ^ uint32(form[i])) * 16777619
	}
	return hash ^ hash>>15
}
