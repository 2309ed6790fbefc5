package content

import (
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sparrausopas/generator/guide"
)

// firstTarget is what the target is called that has no name.
const firstTarget = "site"

// readTargets reads where the guide is published by a button, which is a guide's
// own: the guide below it goes elsewhere.
//
//	[publish]
//	to = "folder:public"               a folder or a share, from that of config.toml
//	to = "zip"                         the guide packed, to be handed on
//	to = "git"                         commit the sources and push them
//	to = "sftp://maija@x.fi/srv/opas"  a folder of a host, by SFTP or WebDAV;
//	to = "https://maija@x.fi/dav/opas" passwords are asked for, and never stand here
//	docx = true                        with the Word documents; pdf likewise
//
//	[[publish.targets]]                more of them
//	name = "koe"
//	title = "Koesivusto"
//	to = "folder:../koe"
func readTargets(f *fields) (all []guide.Target) {
	f.asked = append(f.asked, "publish")
	t := f.alone().table("publish")
	defer t.finish()
	if t.has("to") || t.has("title") || t.has("pdf") || t.has("docx") {
		t.require("to", `"folder:public"`)
		all = append(all, readTarget(t, firstTarget))
	}
	for _, target := range tablesOf(t, "targets", func(f *fields) guide.Target {
		name := f.text("name")
		f.require("name", `"koe"`)
		f.require("to", `"folder:../koe"`)
		if name != "" && !targetName.MatchString(name) || name == firstTarget {
			f.wrongValue("name", name, "wanted-target-name")
		}
		return readTarget(f, name)
	}) {
		if slices.ContainsFunc(all, func(other guide.Target) bool { return other.Name == target.Name }) {
			t.wrongValue("targets", target.Name, "wanted-target-name")
			continue
		}
		all = append(all, target)
	}
	return all
}

// targetName is a name that a file can have on every system.
var targetName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

func readTarget(f *fields, name string) guide.Target {
	text := f.text("to")
	kind, to, fault := Target(text)
	switch {
	case text == "":
	case fault == "publish-secret":
		// The value isn't repeated.
		f.problem("to", fault, nil)
	case fault != "":
		f.wrongValue("to", text, "wanted-target")
	}
	return guide.Target{Name: name, Title: f.text("title"), Kind: kind, To: to, PDF: f.flag("pdf"), Docx: f.flag("docx")}
}

// Target reads where a guide is to be published; fault is the message that says
// why it can't be.
func Target(text string) (kind, to, fault string) {
	text = strings.TrimSpace(text)
	folder, isFolder := strings.CutPrefix(text, "folder:")
	switch {
	case strings.ContainsFunc(text, unicode.IsControl):
		return "", "", "wanted-target"
	case text == "zip" || text == "git":
		return text, "", ""
	case isFolder && strings.TrimSpace(folder) != "":
		return "folder", strings.TrimSpace(folder), ""
	}
	address, err := url.Parse(text)
	if err != nil || address.Hostname() == "" || address.RawQuery != "" || address.Fragment != "" {
		return "", "", "wanted-target"
	}
	number, err := netip.ParseAddr(address.Hostname())
	isHere := address.Hostname() == "localhost" || err == nil && number.IsLoopback()
	_, secret := address.User.Password()
	switch scheme := address.Scheme; {
	case secret:
		return "", "", "publish-secret"
	case scheme == "sftp" && strings.HasPrefix(address.Path, "/"):
		return "sftp", text, ""
	case scheme == "https" || scheme == "http" && isHere:
		return "webdav", text, ""
	}
	return "", "", "wanted-target"
}
