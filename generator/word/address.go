package word

import (
	"net/url"
	"strings"
)

// addressMost is how long an address may be.
const addressMost = 2000

// address returns where a link leads as Markdown has it; ok is false for what the
// guide can't link to: scripts, files of a machine, places in the document.
func address(raw string) (made string, ok bool) {
	at, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || len(raw) > addressMost {
		return "", false
	}
	switch scheme := strings.ToLower(at.Scheme); {
	case (scheme == "http" || scheme == "https") && at.Host != "":
		return safeAddress(meant(at).String()), true
	case (scheme == "mailto" || scheme == "tel") && at.Opaque != "":
		return safeAddress(at.String()), true
	}
	return "", false
}

// meant returns what an address leads to that Outlook or Google Docs put in the place
// of another.
func meant(at *url.URL) *url.URL {
	to := ""
	switch {
	case strings.HasSuffix(at.Host, ".safelinks.protection.outlook.com"):
		to = at.Query().Get("url")
	case at.Host == "www.google.com" && at.Path == "/url":
		to = at.Query().Get("q")
	}
	if other, err := url.Parse(to); err == nil && other.Host != "" && (other.Scheme == "http" || other.Scheme == "https") {
		return other
	}
	return at
}

// safeAddress writes the signs of an address in numbers that would end it.
func safeAddress(address string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C", "|", "%7C", `"`, "%22", "`", "%60", "\t", "", "\n", "", "*", "%2A").Replace(address)
}
