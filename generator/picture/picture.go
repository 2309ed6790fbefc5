// Package picture draws pictures of a guide's data as SVG. Each build makes
// them anew, so that a sixth step or a longer item of an agenda shows at once.
// The pictures are
//
//	course  how sparring goes, with the sessions of a programme
//	who     who sparrs whom
//	steps   the steps as a path, with the one that the reader is on
//	agenda  a session's agenda as a bar of minutes
//
// Each is drawn in two forms, wide and narrow; the style shows the one that
// there is room for. In both the letters are 16 units high, and the drawing is
// shown about as wide as its units are pixels. SVG doesn't break lines, so the
// package does, by a cautious estimate of how wide letters are: a word that is
// wider than its place is parted at its soft hyphens, or else anywhere.
//
// The stylesheet decides colours, fonts and lines: the markup has classes, and
// no style, script, link or address. Colour is never the only sign: words,
// patterns and icons say the same. A drawing is one image to assistive
// technology, named by its title and description; Lines hold its content as
// text.
//
// The words are those of the page's language: picture-NAME-title,
// picture-NAME-description (in which {list} stands for what is drawn) and a few
// more. The package reads no files.
package picture

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"sparrausopas/generator/guide"
)

// Picture is a picture as a page shows it.
type Picture struct {
	Name, Title string
	// Drawings are its forms, each a whole svg element.
	Drawings []Drawing
	// Lines say the same in words.
	Lines []Line
}

// Drawing is one form of a picture.
type Drawing struct{ Form, SVG string }

// Line is a line of a picture's text: a title, with its number if the picture
// shows one, the page about it, and more text.
type Line struct {
	Title string
	Page  *guide.Page
	Text  string
	Lines []Line
}

// Source is what a picture is made from.
type Source struct {
	Locale *guide.Locale
	// Page is the page that shows the picture.
	Page *guide.Page
	// Soften puts soft hyphens into a text, Clock writes a time.
	Soften func(string) string
	Clock  func(time.Duration) string
}

// subject is what a picture shows.
type subject interface {
	draw(*canvas)
	lines() []Line
}

// subjects is the table of pictures. A subject is nil where there is nothing to
// draw.
func subjects() map[string]func(Source, *words) subject {
	return map[string]func(Source, *words) subject{
		"agenda": Source.agenda, "course": Source.course, "steps": Source.steps, "who": Source.sparrings,
	}
}

// Names returns the names of all pictures, in order.
func Names() []string { return slices.Sorted(maps.Keys(subjects())) }

// Of returns the names of the pictures whose data a page has.
func Of(p *guide.Page) []string {
	var names []string
	if len(p.Pictures.Course) > 0 {
		names = append(names, "course")
	}
	if len(p.Pictures.Sparrings) > 0 {
		names = append(names, "who")
	}
	return names
}

// Draw makes a picture. It returns nil where there is nothing to draw, or too
// much for an overview.
func Draw(name string, source Source) (*Picture, error) {
	make, ok := subjects()[name]
	if !ok {
		return nil, fmt.Errorf("there is no picture %q; the pictures are %s", name, strings.Join(Names(), ", "))
	}
	words := &words{known: source.Locale.Words}
	shown := make(source, words)
	if shown == nil {
		return nil, words.err
	}
	lines := shown.lines()
	picture := &Picture{Name: name, Title: words.word("picture-" + name + "-title"), Lines: lines}
	description := strings.ReplaceAll(words.word("picture-"+name+"-description"), "{list}", titles(lines))
	for _, form := range []form{wide, narrow} {
		c := newCanvas(name, form, source.Soften)
		shown.draw(c)
		picture.Drawings = append(picture.Drawings, Drawing{form.name, c.svg(picture.Title, description)})
	}
	return picture, words.err
}

// titles lists the titles of lines.
func titles(lines []Line) string {
	var list []string
	for _, line := range lines {
		list = append(list, line.Title)
	}
	return strings.Join(list, ", ")
}

// words looks up words of the interface; err names the first that is missing.
type words struct {
	known map[string]string
	err   error
}

// word returns a word; a missing one is "" and an error of the picture.
func (w *words) word(name string) string {
	word, ok := w.known[name]
	if !ok && w.err == nil {
		w.err = fmt.Errorf("the word %q is missing", name)
	}
	return word
}
