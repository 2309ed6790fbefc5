package theme

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"path"
	"strings"
)

// policy is what a page may load and send: files of the site itself and
// nothing else. No script and no style can stand in a page, no address of
// another host can be asked for, no other page can show this one's forms.
//
// From a folder, "the site itself" is what browsers take for it: Chromium any
// file, Firefox too, but for forms. There file: says so; a page of a host can
// send nothing to a file anyway.
var policy = []string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"font-src 'self'",
	// No script of the theme asks for anything; Lighthouse asks for robots.txt
	// in the name of the page.
	"connect-src 'self'",
	"manifest-src 'self'",
	"worker-src 'self'",
	"form-action 'self' file:",
	"base-uri 'none'",
}

// Policy is the element that tells browsers what the page may load. It stands
// before all that is loaded. Assets named here are styles and scripts that
// stand in the page itself (Inline).
func (v *View) Policy(inline ...string) (template.HTML, error) {
	text := strings.Join(policy, "; ")
	for _, name := range inline {
		asset, err := v.inlineAsset(name)
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(asset)
		source := inlineElement(name) + "-src 'self'"
		text = strings.Replace(text, source, source+" 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", 1)
		// Its icon stands in the page, too, or browsers ask the host for one.
		text = strings.Replace(text, "img-src 'self';", "img-src 'self' data:;", 1)
	}
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="` + text + `">`), nil
}

// Inline puts a style or a script into the page, for a page that can't name
// files: it doesn't know where it will be shown.
func (v *View) Inline(name string) (template.HTML, error) {
	asset, err := v.inlineAsset(name)
	element := inlineElement(name)
	return template.HTML("<" + element + ">" + string(asset) + "</" + element + ">"), err
}

func inlineElement(name string) string {
	if path.Ext(name) == ".js" {
		return "script"
	}
	return "style"
}

// inlineAsset returns the text of an asset that can stand in a page.
func (v *View) inlineAsset(name string) ([]byte, error) {
	asset, ok := v.templates.theme.small[assetsDir+name]
	if !ok || strings.Contains(string(asset), "</") {
		return nil, fmt.Errorf("the theme has no asset %q that can stand in a page", name)
	}
	return asset, nil
}
