package serve

import (
	"bytes"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// sheet is a stylesheet of a page, by its old and its new address as the page
// writes them.
type sheet struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// shown is a page as a browser shows it.
type shown struct {
	response
	site *built
	// loaded are addresses of what its scripts loaded beside what it names.
	loaded []string
}

// difference returns what a browser has to do to show a page as it is now: load
// it again, exchange stylesheets, or nothing.
func difference(old, now shown) (reload bool, sheets []sheet) {
	switch {
	case old.site == now.site:
		return false, nil
	case old.status != now.status || old.address != now.address || now.body == nil:
		return true, nil
	}
	before, after := stylesheets(old.body), stylesheets(now.body)
	if len(before) != len(after) {
		return true, nil
	}
	body := old.body
	for i, name := range after {
		switch {
		case name != before[i]:
			body = bytes.ReplaceAll(body, []byte(before[i]), []byte(name))
			sheets = append(sheets, sheet{before[i], name})
		case !sameFile(old, now, resolve(now.address, name)):
			// Another address, so that the browser requests it.
			sheets = append(sheets, sheet{name, name + "?" + now.site.version})
		}
	}
	return !bytes.Equal(body, now.body) || filesDiffer(old, now), sheets
}

// filesDiffer reports whether a picture, a script or another file that a page
// names has changed, or what its scripts have loaded. The latter comes last: an
// index of all pages takes its time to make.
func filesDiffer(old, now shown) bool {
	var addresses []string
	for _, name := range names(now.body) {
		if address := resolve(now.address, name); path.Ext(address) != ".css" && !isPage(address) {
			addresses = append(addresses, address)
		}
	}
	return slices.ContainsFunc(append(addresses, now.loaded...), func(address string) bool { return !sameFile(old, now, address) })
}

// sameFile reports whether a file of the site is as before; no file is.
func sameFile(old, now shown, address string) bool {
	if address == "" {
		return true
	}
	if a, b := old.site.Copy(address), now.site.Copy(address); a != nil && b != nil {
		return a.Version == b.Version
	}
	before, errBefore := old.site.File(address)
	after, errAfter := now.site.File(address)
	return (errBefore == nil) == (errAfter == nil) && bytes.Equal(before, after)
}

// resolve returns the address in the site that a page at an address means by a
// name, "" if it means none.
func resolve(address, name string) string {
	to, err := url.Parse(html.UnescapeString(name))
	if err != nil || to.Scheme != "" || to.Host != "" || to.Path == "" {
		return ""
	}
	if strings.HasPrefix(to.Path, "/") {
		return addressIn(to.Path)
	}
	return addressIn(path.Join(path.Dir(address), to.Path))
}

// Pages are searched as text: what looks like a stylesheet and is none costs no
// more than a comparison.
var (
	linkTag   = regexp.MustCompile(`(?i)<link\s[^>]*>`)
	sheetMark = regexp.MustCompile(`(?i)\srel=["']?stylesheet\b`)
	nameMark  = regexp.MustCompile(`(?i)\s(?:src|href|poster|data)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// stylesheets returns the addresses of a page's stylesheets as they are
// written, in order.
func stylesheets(page []byte) []string {
	var found []string
	for _, tag := range linkTag.FindAll(page, -1) {
		if sheetMark.Match(tag) {
			found = append(found, names(tag)...)
		}
	}
	return found
}

// names returns what a page names by its attributes, as it is written.
func names(page []byte) []string {
	var found []string
	for _, match := range nameMark.FindAllSubmatch(page, -1) {
		found = append(found, string(match[1])+string(match[2])+string(match[3]))
	}
	return found
}
