// Package single packs a site into one HTML file, for those who get a guide by
// mail or from a share: mail systems refuse scripts in zip files, and shares
// download a page without what belongs to it.
//
// The file holds the pages, styles, scripts and pictures of the site as they
// are, each in an element of its own that browsers don't read:
//
//	<script type="text/plain" data-name="fi/malli/index.html" data-size="21034" data-after="fi/haku.html">7T1r…</script>
//
// What is text is packed (flate, base64), pages against the first one in their
// folder, which has the same header and lists: that is data-after. Other files
// are there as bytes, with their type (data-type). boot.js, which stands last,
// shows the page that the address names (guide.html?page=fi/malli/index.html)
// and gives the site's scripts what they would load from a folder.
//
// The policy of the file lets nothing be asked for. It names each script and
// each style by its checksum: no other can run, wherever it came from.
//
// What stands around that is the shell, a page of the theme: it is what a reader
// without scripts sees.
//
// Not in the file are what only hosts need, what no page names, pages at old
// addresses, and files that there is no room for: a link to one says that it
// isn't here.
package single

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

//go:embed inflate.js
var inflateScript string

//go:embed boot.js
var bootScript string

// Site is a site that is to be one file. The zero value has no files yet.
type Site struct{ files map[string][]byte }

// Add adds a file. Of one that is too large it doesn't read all.
func (s *Site) Add(name string, from io.Reader) error {
	if !isText(name) {
		from = io.LimitReader(from, Largest+1)
	}
	data, err := io.ReadAll(from)
	if s.files == nil {
		s.files = map[string][]byte{}
	}
	s.files[name] = data
	return err
}

// Write writes the one file. The shell is HTML with a head and a body. It
// returns the names of the files that there is no room for.
func (s *Site) Write(to io.Writer, shell []byte) (left []string, err error) {
	taken, left := choose(s.files)
	head, rest, inHead := bytes.Cut(shell, []byte("</head>"))
	body, end, inBody := bytes.Cut(rest, []byte("</body>"))
	if !inHead || !inBody {
		return nil, fmt.Errorf("the shell of a single file has no head or no body")
	}
	var out bytes.Buffer
	out.Write(head)
	out.WriteString(policy(taken))
	out.WriteString("</head>")
	out.Write(body)
	writeFiles(&out, taken)
	for _, script := range []string{inflateScript, bootScript} {
		out.WriteString("<script>" + script + "</script>\n")
	}
	out.WriteString("</body>")
	out.Write(end)
	_, err = out.WriteTo(to)
	return left, err
}

// policy is the element that tells browsers what may run, and that nothing may
// be asked for.
func policy(files map[string][]byte) string {
	scripts, styles := []string{checksum([]byte(inflateScript)), checksum([]byte(bootScript))}, []string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch path.Ext(name) {
		case ".js":
			scripts = append(scripts, checksum(files[name]))
		case ".css":
			styles = append(styles, checksum(withFiles(name, files)))
		}
	}
	return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ` + strings.Join(scripts, " ") +
		"; style-src " + strings.Join(styles, " ") + `; img-src data:; font-src data:; form-action 'none'; base-uri 'none'">` + "\n"
}

func checksum(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// writeFiles writes the files as elements, what others are packed against first.
func writeFiles(out *bytes.Buffer, files map[string][]byte) {
	first := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(out, `<script type="text/plain" data-name="%s"`, html.EscapeString(name))
		if !isText(name) {
			fmt.Fprintf(out, ` data-type="%s">%s</script>`+"\n", typeOf(name), base64.StdEncoding.EncodeToString(files[name]))
			continue
		}
		fmt.Fprintf(out, ` data-size="%d"`, len(files[name]))
		like := path.Dir(name) + path.Ext(name)
		before, ok := first[like]
		if ok {
			fmt.Fprintf(out, ` data-after="%s"`, html.EscapeString(before))
		} else {
			first[like] = name
		}
		fmt.Fprintf(out, ">%s</script>\n", base64.StdEncoding.EncodeToString(pack(files[name], files[before])))
	}
}
