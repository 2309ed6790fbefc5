package serve

import (
	"encoding/json"
	"net/http"
)

// Place is something that an author can put into a text.
type Place struct {
	Title string `json:"title"`
	// About tells it from others of that title.
	About string `json:"about,omitempty"`
	// Insert is where a link leads, the tag of a language, or a text as it is.
	Insert string `json:"insert"`
}

// placesMost is how long what somebody looks for may be.
const placesMost = 500

// places sends what can be put into a text.
func (s *broadcaster) places(w http.ResponseWriter, r *http.Request) {
	query, list := r.FormValue("q"), []Place{}
	if len(query) <= placesMost {
		list = append(list, s.Places(r.FormValue("file"), r.FormValue("kind"), query)...)
	}
	w.Header().Set("Content-Type", typeOf("a.json", nil))
	// Texts are what JSON can hold.
	_ = json.NewEncoder(w).Encode(list)
}

// hasFields reports whether fields can be put into the text of a source.
func (s *broadcaster) hasFields(file string) bool {
	return s.Places != nil && len(s.Places(file, "field", "")) > 0
}
