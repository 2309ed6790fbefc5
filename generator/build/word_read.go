package build

import (
	"sparrausopas/generator/edit"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/word"
)

// readWord makes a text of the guide's of what was written in Word, and puts its
// pictures among the guide's. What was made of them before a fault stays: the same
// picture is one file.
func (ps *previews) readWord(asked serve.Word) (made serve.WordMade, err error) {
	defer caught(&err)
	o := word.Options{Title: asked.Title, Notes: asked.Notes, Keep: func(p word.Picture) (string, error) { return ps.keepPicture(asked.File, p) }}
	// Without a page of the guide's own there is nobody to have them.
	if _, err := edit.Open(ps.guide(), asked.File); err != nil {
		o.Keep = nil
	}
	read := word.FromDocx
	if asked.Copied {
		read = func(data []byte, o word.Options) (word.Made, error) { return word.FromHTML(string(data), o) }
	}
	text, err := read(asked.Data, o)
	if err != nil {
		return made, err
	}
	made = serve.WordMade{Title: text.Title, Text: text.Markdown, Left: []serve.WordLeft{}}
	for _, l := range text.Left {
		made.Left = append(made.Left, serve.WordLeft{What: l.What, Count: l.Count, Where: l.Where})
	}
	return made, nil
}

// keepPicture puts a picture of a document among the guide's and returns where a page
// finds it. What it tells can be written later: the guide asks for it.
func (ps *previews) keepPicture(page string, p word.Picture) (string, error) {
	ps.pictures.Lock()
	defer ps.pictures.Unlock()
	picture, err := edit.ReadPicture(p.Data)
	if err != nil {
		return "", err
	}
	file, err := edit.KeepPicture(ps.guide(), picture, pictureName(serve.Picture{File: page, Name: p.Name, Text: p.Alt}))
	if err != nil {
		return "", err
	}
	return addressFrom(page, file)
}
