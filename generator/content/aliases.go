package content

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
)

// aliases sets the old addresses of a page in the site.
func (l *locale) aliases(f *file) {
	for _, alias := range f.front.texts("aliases") {
		if address := l.oldAddress(alias); address != "" {
			f.page.Aliases = append(f.page.Aliases, address)
		} else {
			f.front.wrongValue("aliases", alias, "wanted-alias")
		}
	}
}

// oldAddress returns the file of the site that an alias stands for: written
// from the language's folder, or from the site's, as the command list shows
// addresses, or as browsers show them, where base-url says what is before that.
// It is "" for what is no address of a page.
func (l *locale) oldAddress(alias string) string {
	address, err := url.Parse(alias)
	if err != nil || strings.ContainsAny(alias, `\?#`) {
		return ""
	}
	name := strings.TrimPrefix(address.Path, "/")
	if address.Scheme != "" || address.Host != "" {
		name = l.inSite(address)
	}
	folder, _, _ := strings.Cut(name, "/")
	if !slices.ContainsFunc(l.site.Settings.Languages, func(other guide.Language) bool { return other.Tag == folder }) {
		name = l.Language + "/" + name
	}
	if strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if path.Ext(name) != ".html" || slices.Contains(strings.Split(name, "/"), "..") {
		return ""
	}
	return path.Clean(name)
}

// inSite returns the path from the site's folder of an address on the web, ".."
// of one that is elsewhere.
func (l *locale) inSite(address *url.URL) string {
	base, err := url.Parse(l.site.Settings.Web.Base)
	if err != nil || base.Host == "" {
		return ".."
	}
	host, err := asciiHost(address)
	name, below := strings.CutPrefix(address.Path, base.Path)
	if err != nil || !strings.EqualFold(host, base.Host) || !below {
		return ".."
	}
	return name
}
