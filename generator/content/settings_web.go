package content

import (
	"cmp"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"sparrausopas/generator/guide"
)

// baseKey names the address that the site has on the web.
const baseKey = "base-url"

// readWeb reads the keys about the web, which all may be left out:
//
//	id = "k3f9-x2mq"                   tells the guide from others in browsers
//	base-url = "https://x.fi/opas/"    the address of the site's folder
//	keep = "30 d"                      for how many days readers who have a page of
//	                                   an old build open find what it loads
//
//	[web]
//	offline = false                    browsers don't keep the guide
//	offline-documents = true           they keep its PDF and Word files, too
//
// Base is the address that the build was told, which goes before that of the
// key; "" for none.
func readWeb(f *fields, base string) guide.Web {
	table := f.table("web")
	defer table.finish()
	offline := table.flag("offline")
	web := guide.Web{ID: readGuideID(f), Base: cmp.Or(base, readBase(f)), Keep: f.span("keep", keepUsually), Offline: offline || !table.has("offline"), Targets: readTargets(f)}
	web.OfflineDocuments = table.flag("offline-documents")
	address, _ := url.Parse(web.Base)
	web.Shared = f.under != nil || strings.Trim(address.Path, "/") != ""
	return web
}

// readGuideID returns the guide's own id; that of a guide below it tells that
// one from others.
func readGuideID(f *fields) string {
	f.asked = append(f.asked, "id")
	return f.alone().text("id")
}

// keepUsually and keepMost are in days.
const keepUsually, keepMost = 30, 3650

var days = regexp.MustCompile(`^(\d{1,4}) ?d$`)

// span reads a key that says for how many days something is kept.
func (f *fields) span(key string, usually int) time.Duration {
	number := usually
	if text := f.text(key); text != "" {
		match := days.FindStringSubmatch(text)
		if match != nil {
			number, _ = strconv.Atoi(match[1])
		}
		if match == nil || number > keepMost {
			f.wrongValue(key, text, "wanted-keep")
		}
	}
	return time.Duration(number) * 24 * time.Hour
}

// readBase returns the address with a slash at its end.
func readBase(f *fields) string {
	// The address is a guide's own: a base stands elsewhere.
	f.asked = append(f.asked, baseKey)
	text := f.alone().text(baseKey)
	if text == "" {
		return ""
	}
	base, ok := BaseAddress(text)
	if !ok {
		f.wrongValue(baseKey, text, "wanted-base")
	}
	return base
}

// BaseAddress returns the address of a site's folder as browsers write it, with
// a slash at its end. It isn't ok if addresses of pages can't be put behind it.
func BaseAddress(text string) (base string, ok bool) {
	address, err := url.Parse(text)
	if err != nil || !isBase(address) {
		return "", false
	}
	if address.Host, err = asciiHost(address); err != nil {
		return "", false
	}
	return strings.TrimSuffix(address.String(), "/") + "/", true
}

// asciiHost returns the host of an address with its port. What has other
// letters than those of ASCII is written with these, as browsers do.
func asciiHost(address *url.URL) (string, error) {
	name := address.Hostname()
	if !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return address.Host, nil
	}
	ascii, err := idna.Lookup.ToASCII(name)
	return ascii + strings.TrimPrefix(address.Host, name), err
}

// isBase reports whether addresses of pages can be put behind an address.
func isBase(address *url.URL) bool {
	isWeb := address.Scheme == "https" || address.Scheme == "http"
	// A file's name, as in https://x.fi/index.html, isn't a folder.
	isFolder := !strings.HasSuffix(address.Path, ".html")
	only := address.User == nil && address.RawQuery == "" && !address.ForceQuery && address.Fragment == ""
	return isWeb && address.Hostname() != "" && isFolder && only && !strings.Contains(address.String(), "//"+address.Host+"//")
}
