package publish

import (
	"bytes"
	"os"
	"path"
	"strings"
	"time"
)

const (
	manifestMark = "sparrausopas site: "
	manifestHead = manifestMark + "this program made the files below, and replaces this whole folder at every build"
)

// formatManifest lists the files of a site; names are sorted. Behind those of
// earlier sites stands since when the site hasn't them.
func formatManifest(names []string, kept map[string]time.Time) []byte {
	var text bytes.Buffer
	text.WriteString(manifestHead + "\n")
	for _, name := range names {
		text.WriteString(name)
		if until, old := kept[name]; old {
			text.WriteString("\t" + until.UTC().Format(time.RFC3339))
		}
		text.WriteByte('\n')
	}
	return text.Bytes()
}

// contents are the files and folders that a folder may hold. Until says of files
// of earlier sites since when the site hasn't them.
type contents struct {
	files   map[string]bool
	folders map[string]bool
	until   map[string]time.Time
}

// parseManifest reads what formatManifest wrote; a text with any other first
// line, or with a name that Write would never have written, is no manifest.
func parseManifest(text string) (contents, bool) {
	head, rest, _ := strings.Cut(text, "\n")
	if !strings.HasPrefix(head, manifestMark) {
		return contents{}, false
	}
	c := newContents(manifestName)
	for line := range strings.Lines(rest) {
		name, stamp, old := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		until, err := time.Parse(time.RFC3339, stamp)
		if !portable(name) || old && err != nil {
			return contents{}, false
		}
		if c.add(name); old {
			c.until[name] = until
		}
	}
	return c, true
}

// newContents returns the contents of a folder with one file at its top.
func newContents(file string) contents {
	return contents{files: map[string]bool{file: true}, folders: map[string]bool{".": true}, until: map[string]time.Time{}}
}

// add adds a file and the folders above it.
func (c contents) add(name string) {
	c.files[name] = true
	for dir := path.Dir(name); !c.folders[dir]; dir = path.Dir(dir) {
		c.folders[dir] = true
	}
}

// readManifest reads the manifest of a folder, if it has one.
func readManifest(folder *os.Root) (contents, bool) {
	info, err := folder.Lstat(manifestName)
	if err != nil || !info.Mode().IsRegular() {
		return contents{}, false
	}
	text, err := folder.ReadFile(manifestName)
	if err != nil {
		return contents{}, false
	}
	return parseManifest(string(text))
}

// names returns the names of the files but for the manifest, in no order.
func (c contents) names() []string {
	var names []string
	for name := range c.files {
		if name != manifestName {
			names = append(names, name)
		}
	}
	return names
}
