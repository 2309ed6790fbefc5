package publish

import (
	"os"
	"path"
	"strings"
)

const (
	manifestMark = "sparrausopas site: "
	manifestHead = manifestMark + "this program made the files below, and replaces this whole folder at every build"
)

// formatManifest lists the files of a site; names are sorted.
func formatManifest(names []string) []byte {
	return []byte(manifestHead + "\n" + strings.Join(names, "\n") + "\n")
}

// contents are the files and folders that a folder may hold.
type contents struct {
	files   map[string]bool
	folders map[string]bool
}

// parseManifest reads what formatManifest wrote; a text with any other first
// line, or with a name that Write would never have written, is no manifest.
func parseManifest(text string) (contents, bool) {
	head, rest, _ := strings.Cut(text, "\n")
	if !strings.HasPrefix(head, manifestMark) {
		return contents{}, false
	}
	c := newContents(manifestName)
	for name := range strings.Lines(rest) {
		name = strings.TrimSuffix(name, "\n")
		if !portable(name) {
			return contents{}, false
		}
		c.add(name)
	}
	return c, true
}

// newContents returns the contents of a folder with one file at its top.
func newContents(file string) contents {
	return contents{files: map[string]bool{file: true}, folders: map[string]bool{".": true}}
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
