package theme

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
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
// before all that is loaded. Assets named here are styles that stand in the
// page itself (Inline).
func (v *View) Policy(inline ...string) (template.HTML, error) {
	text := strings.Join(policy, "; ")
	for _, name := range inline {
		style, err := v.inlineStyle(name)
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(style)
		text = strings.Replace(text, "style-src 'self'", "style-src 'self' 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", 1)
		// Its icon stands in the page, too, or browsers ask the host for one.
		text = strings.Replace(text, "img-src 'self';", "img-src 'self' data:;", 1)
	}
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="` + text + `">`), nil
}

// Inline puts a style into the page, for a page that can't name files: it
// doesn't know where it will be shown.
func (v *View) Inline(name string) (template.HTML, error) {
	style, err := v.inlineStyle(name)
	return template.HTML("<style>" + string(style) + "</style>"), err
}

// inlineStyle returns the text of a style that can stand in a page.
func (v *View) inlineStyle(name string) ([]byte, error) {
	style, ok := v.templates.theme.small[assetsDir+name]
	if !ok || strings.Contains(string(style), "</") {
		return nil, fmt.Errorf("the theme has no style %q that can stand in a page", name)
	}
	return style, nil
}
