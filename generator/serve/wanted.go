package serve

import (
	"errors"
	"io"
	"net/http"
	"strings"
)

// Wanted is a new guide as somebody fills it in.
type Wanted struct {
	// Whole is a guide of one's own in place of an edition of the common one.
	Whole                                   bool
	Title, Publisher, Email, Colour, Folder string
	LogoName                                string
	Logo                                    []byte
}

// Wrong is what is wrong with a field, and what to take instead, if that is
// known.
type Wrong struct{ Text, Instead string }

// fieldMost is how long a field may be, uploadMost a whole form: what is too much
// of it is read nevertheless, so that the browser reads what is wrong.
const fieldMost, uploadMost = 2000, 200 << 20

var errLogoSize = errors.New("the logo is too large")

// readWanted reads the form of a new guide. A logo stays that was sent before.
func readWanted(w http.ResponseWriter, r *http.Request, before Wanted, logoMost int64) (Wanted, error) {
	r.Body = http.MaxBytesReader(w, r.Body, uploadMost)
	wanted := Wanted{LogoName: before.LogoName, Logo: before.Logo}
	parts, err := r.MultipartReader()
	if err != nil {
		return wanted, err
	}
	fields := map[string]string{}
	var tooLarge error
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return wanted, err
		}
		if part.FormName() != "logo" {
			text, _ := io.ReadAll(io.LimitReader(part, fieldMost))
			fields[part.FormName()] = strings.TrimSpace(strings.ToValidUTF8(string(text), ""))
			continue
		}
		data, _ := io.ReadAll(io.LimitReader(part, logoMost+1))
		switch {
		case int64(len(data)) > logoMost:
			wanted.LogoName, wanted.Logo, tooLarge = "", nil, errLogoSize
		case part.FileName() != "":
			wanted.LogoName, wanted.Logo = part.FileName(), data
		}
	}
	wanted.Whole = fields["kind"] == "whole"
	wanted.Title, wanted.Publisher, wanted.Email, wanted.Folder = fields["title"], fields["publisher"], fields["email"], fields["folder"]
	wanted.Colour = fields["colour"]
	if fields["instead"] != "" && wanted.Colour == fields["refused"] {
		wanted.Colour = fields["instead"]
	}
	return wanted, tooLarge
}
