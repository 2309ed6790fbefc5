package serve

import (
	"bytes"
	"net/http"
	"time"
)

// Picture is a picture that an author puts into the text of a page.
type Picture struct {
	// File is the page's source, Name what the picture's file was called.
	File, Name string
	// Text is what the picture tells those who don't see it; as long as it is "" the
	// picture is only looked at.
	Text string
	Data []byte
}

// PictureMade is what became of it.
type PictureMade struct {
	// Address leads to it from the page's source.
	Address string `json:"address,omitempty"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
	Bytes   int64  `json:"-"`
	// Size is that of the file, in words.
	Size string `json:"size"`
}

// pictureMost is how many bytes of a picture are read. Browsers send no more of a
// larger one, so that they can be told why it is refused.
const pictureMost = 48_000_000

// pictureTimeout is how long a slow machine may take for a large picture.
const pictureTimeout = 5 * time.Minute

// picture takes the bytes of a picture, as they are: no form of another site can
// send them so.
func (s *broadcaster) picture(w http.ResponseWriter, r *http.Request) {
	// A connection that can't have a limit has none.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(pictureTimeout))
	var data bytes.Buffer
	if r.ContentLength > 0 && r.ContentLength <= pictureMost {
		data.Grow(int(r.ContentLength) + bytes.MinRead)
	}
	if _, err := data.ReadFrom(http.MaxBytesReader(w, r.Body, pictureMost)); err != nil || r.Header.Get("Content-Type") != "application/octet-stream" {
		http.Error(w, s.Printer.Message("edit-not-understood", nil), http.StatusBadRequest)
		return
	}
	asked := r.URL.Query()
	made, err := s.Picture(Picture{File: asked.Get("file"), Name: asked.Get("name"), Text: asked.Get("text"), Data: data.Bytes()})
	made.Size = s.Printer.Size(made.Bytes)
	s.answer(w, made, err)
}
