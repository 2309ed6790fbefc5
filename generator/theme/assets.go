package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"regexp"
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

// nameAssets gives the assets their addresses: the styles last, as they name
// others, such as fonts.
func (t *Theme) nameAssets() (problems report.Problems) {
	var styles []string
	for _, name := range t.names(assetsDir) {
		if path.Ext(name) == ".css" {
			styles = append(styles, name)
		} else {
			t.nameAsset(name)
		}
	}
	for _, name := range styles {
		problems = append(problems, t.linkStyle(name)...)
		t.nameAsset(name)
	}
	t.joinAssets()
	return problems
}

func (t *Theme) nameAsset(name string) {
	asset := strings.TrimPrefix(name, assetsDir)
	t.assets[asset] = assetAddress(asset, t.small[name])
	t.written[t.assets[asset]] = t.small[name]
}

// urlInStyle is a file that a style names, which stands beside it.
var urlInStyle = regexp.MustCompile(`url\(["']?([\w.-]+)["']?\)`)

// linkStyle puts the addresses of the files that a style names into it.
func (t *Theme) linkStyle(name string) (problems report.Problems) {
	t.small[name] = urlInStyle.ReplaceAllFunc(t.small[name], func(found []byte) []byte {
		file := string(urlInStyle.FindSubmatch(found)[1])
		address, ok := t.assets[file]
		if !ok {
			source := t.files[name]
			at := max(0, bytes.Index(source.Text, []byte(file)))
			problems = append(problems, source.At(at, "asset-missing", report.Values{
				"name": file, "suggestion": report.Nearest(file, slices.Sorted(maps.Keys(t.assets)))}))
		}
		return []byte("url(" + path.Base(address) + ")")
	})
	return problems
}

// joinAssets makes one file of assets that templates name together: a page
// loads it faster than several, and it packs better. What is named together
// with others alone isn't written by itself.
func (t *Theme) joinAssets() {
	alone := map[string]bool{}
	for _, call := range t.calls(assetCalls) {
		if len(call.names) == 1 {
			alone[call.names[0]] = true
		}
	}
	for _, call := range t.calls(assetCalls) {
		if len(call.names) > 1 {
			t.join(call.names)
		}
		for _, name := range call.names {
			if !alone[name] {
				delete(t.written, t.assets[name])
			}
		}
	}
}

// join makes one file of assets, which is called as the first of them. Scripts
// are parted by what ends the statement before.
func (t *Theme) join(names []string) {
	end := map[string]string{".js": ";\n"}[path.Ext(names[0])]
	var joined []byte
	for _, name := range names {
		joined = append(append(joined, t.small[assetsDir+name]...), end...)
	}
	key := joinedNames(names)
	t.assets[key] = assetAddress(names[0], joined)
	t.written[t.assets[key]] = joined
}

// joinedNames is what assets that are one file are known by.
func joinedNames(names []string) string { return strings.Join(names, " ") }

// addAssets adds the assets.
func (p *Plan) addAssets() {
	for _, address := range slices.Sorted(maps.Keys(p.theme.written)) {
		p.add(address, ready(p.theme.written[address]))
	}
}

// checkAssets finds assets that templates name and the theme doesn't have.
func (t *Theme) checkAssets() report.Problems {
	known := slices.Sorted(maps.Keys(t.assets))
	return t.checkCalls(assetCalls, known, func(name string) (string, report.Values) {
		return "asset-missing", report.Values{"name": name, "suggestion": report.Nearest(name, known)}
	})
}
