package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"sparrausopas/generator/report"
)

const (
	assetsDir    = "assets/"
	baseFile     = "base.html"
	redirectFile = "redirect.html"
)

// shrink makes a file of the theme small. What CSS and tests rely on stays:
// end tags, quotes and the html, head and body elements.
func (t *Theme) shrink(name string) ([]byte, error) {
	source := t.files[name].Text
	if !t.options.Minify {
		return source, nil
	}
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
		TemplateDelims: html.GoTemplateDelims,
	})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	media := map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}[path.Ext(name)]
	if media == "" {
		return source, nil
	}
	return t.options.Memo.shrunk(name, source, func() ([]byte, error) {
		// The minifier writes into what it is given.
		return m.Bytes(media, bytes.Clone(source))
	})
}

// assetAddress returns a name for an asset that changes with its content, so
// that a browser never shows an old one.
func assetAddress(name string, data []byte) string {
	sum := sha256.Sum256(data)
	extension := path.Ext(name)
	return assetsDir + strings.TrimSuffix(name, extension) + "-" + hex.EncodeToString(sum[:4]) + extension
}

// addAssets adds the assets.
func (p *Plan) addAssets() {
	for _, name := range p.theme.names(assetsDir) {
		p.add(p.theme.assets[strings.TrimPrefix(name, assetsDir)], ready(p.theme.small[name]))
	}
}

// checkAssets finds assets that templates name and the theme doesn't have.
func (t *Theme) checkAssets() report.Problems {
	var known []string
	for name := range t.assets {
		known = append(known, name)
	}
	slices.Sort(known)
	return t.checkCalls(`Asset "([^"]*)"`, known, func(name string) (string, report.Values) {
		return "asset-missing", report.Values{"name": name, "suggestion": report.Nearest(name, known)}
	})
}

// checkCalls finds calls in templates whose argument isn't known; what is known
// comes in order.
func (t *Theme) checkCalls(pattern string, known []string, describe func(string) (string, report.Values)) report.Problems {
	var problems report.Problems
	for _, name := range t.names("") {
		if path.Ext(name) != ".html" && name != manifestFile {
			continue
		}
		source := t.files[name]
		for _, at := range t.options.Memo.callsIn(source.Text, pattern) {
			argument := string(source.Text[at[2]:at[3]])
			if _, isKnown := slices.BinarySearch(known, argument); !isKnown {
				rule, values := describe(argument)
				problems = append(problems, source.At(at[2], rule, values))
			}
		}
	}
	return problems
}
