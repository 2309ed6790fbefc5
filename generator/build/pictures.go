package build

import (
	"cmp"
	"crypto/sha256"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"

	"sparrausopas/generator/edit"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// picture reads a picture that somebody puts into a page and, once its text is
// known, puts it among the guide's. Large ones take their time, one after the
// other, without that the author has to wait to write.
func (ps *previews) picture(asked serve.Picture) (made serve.PictureMade, err error) {
	defer caught(&err)
	ps.pictures.Lock()
	defer ps.pictures.Unlock()
	if path.Ext(asked.File) != ".md" {
		return made, &report.Refusal{Rule: "picture-page", Values: report.Values{"file": asked.File}}
	}
	p, err := ps.readPicture(asked.Data)
	if err != nil {
		return made, err
	}
	made = serve.PictureMade{Width: p.Width, Height: p.Height, Bytes: int64(len(p.Data))}
	if asked.Text == "" {
		return made, nil
	}
	if _, err := edit.Open(ps.guide(), asked.File); err != nil {
		return made, err
	}
	file, err := edit.KeepPicture(ps.guide(), p, pictureName(asked))
	if err != nil {
		return made, err
	}
	made.Address, err = addressFrom(asked.File, file)
	return made, err
}

// lastPicture is the one that was read last: who looks at one puts it in next.
type lastPicture struct {
	sum     [sha256.Size]byte
	picture edit.Picture
}

// readPicture reads a picture, unless it was the last one. What the points of a large
// one took is given back, or the next would need as much again.
func (ps *previews) readPicture(raw []byte) (p edit.Picture, err error) {
	sum := sha256.Sum256(raw)
	if ps.pictured.sum == sum {
		return ps.pictured.picture, nil
	}
	if p, err = edit.ReadPicture(raw); err == nil {
		ps.pictured = lastPicture{sum, p}
	}
	if len(raw) > 1<<20 {
		debug.FreeOSMemory()
	}
	return p, err
}

// addressFrom returns the address of a file in the text of a source.
func addressFrom(source, file string) (string, error) {
	way, err := filepath.Rel(filepath.FromSlash(path.Dir(source)), filepath.FromSlash(file))
	return (&url.URL{Path: filepath.ToSlash(way)}).EscapedPath(), err
}

// nameMost is how many letters the name of a picture's file has at most.
const nameMost = 50

// pictureName returns what the file of a picture is called: as it was, or if that
// says nothing, as the page and what the picture tells.
func pictureName(asked serve.Picture) string {
	var tongue language.Language
	name := tongue.Slug(strings.TrimSuffix(asked.Name, path.Ext(asked.Name)))
	if !saysSomething(name) {
		page := strings.TrimSuffix(strings.TrimSuffix(asked.File, ".md"), "/_index")
		name = tongue.Slug(path.Base(page) + " " + asked.Text)
	}
	if len(name) > nameMost {
		// Whole words, unless the last one is most of it.
		if end := strings.LastIndex(name[:nameMost+1], "-"); end > nameMost/2 {
			name = name[:end]
		}
		name = strings.Trim(name[:min(len(name), nameMost)], "-")
	}
	return cmp.Or(name, "picture")
}

// emptyWords are words that cameras, telephones and systems give to files.
var emptyWords = regexp.MustCompile(`^(img|dsc\w?|dscn|pxl|mvimg|fb|image|images|picture|photo|foto|kuva|valokuva|bild|copy|kopio|kopia|edited|` +
	`screenshot|screen|shot|kuvakaappaus|naytto|nayttokuva|skarmbild|skarmavbild|skarmklipp|whatsapp|signal|at|kello|klo|kl|scan|skannaus|untitled|nimeton|namnlos|clipboard|jpe?g|png|heic|x)$|\d`)

// saysSomething reports whether a word of a name is one that somebody chose.
func saysSomething(name string) bool {
	for word := range strings.SplitSeq(name, "-") {
		if len(word) > 1 && !emptyWords.MatchString(word) {
			return true
		}
	}
	return false
}
