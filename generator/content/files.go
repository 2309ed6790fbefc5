package content

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

const (
	contentDir = "content"
	staticDir  = contentDir + "/static"
	// pageExtension is what the names of pages' files end in.
	pageExtension = ".md"
	// pageLimit is the most that a page may hold, in bytes.
	pageLimit = 1_000_000
)

// readText reads a text file that isn't empty.
func readText(fsys fs.FS, name string) (report.Source, report.Problems) {
	source, problems := readPlain(fsys, name, pageLimit)
	if problems == nil && len(bytes.TrimSpace(source.Text)) == 0 {
		rule := "file-empty"
		if path.Ext(name) == ".toml" {
			rule = "settings-empty"
		}
		problems = report.Fault(name, rule, nil)
	}
	return source, problems
}

// readPlain reads a text file whole: UTF-8, with or without a byte order mark,
// with line ends of any system, which become \n.
func readPlain(fsys fs.FS, name string, limit int) (report.Source, report.Problems) {
	source := report.Source{Name: name}
	text, err := readLimited(fsys, name, int64(limit))
	if err != nil {
		return source, report.Unreadable(name, err)
	}
	if problems := foreign(name, text, limit); problems != nil {
		return source, problems
	}
	if len(text) > limit {
		size := int64(len(text))
		if info, err := fs.Stat(fsys, name); err == nil {
			size = info.Size()
		}
		return source, report.Fault(name, "file-too-large", report.Values{"size": report.Bytes(size), "limit": report.Bytes(int64(limit))})
	}
	source.Text = report.Clean(text)
	return source, nil
}

// readLimited reads a little more than the limit at the most.
func readLimited(fsys fs.FS, name string, limit int64) ([]byte, error) {
	// A pipe would be waited for if it were opened.
	info, err := fs.Stat(fsys, name)
	if err == nil && !info.Mode().IsRegular() {
		err = report.ErrNoFile
	}
	if err != nil {
		return nil, err
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var text bytes.Buffer
	text.Grow(int(min(info.Size(), limit)) + bytes.MinRead)
	_, err = text.ReadFrom(io.LimitReader(file, limit+1))
	return text.Bytes(), err
}

// invalidAt returns where a text has its first byte that isn't UTF-8, or is 0.
func invalidAt(text []byte) int {
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && width == 1 || r == 0 {
			return i
		}
		i += width
	}
	return 0
}

// checkName reports whether a page's file name can stand in links on every
// system. An ending in large letters is another name on some of them. A name
// that is suggested is none of those that other files have.
func checkName(l language.Language, name string, names []string) report.Problems {
	folder := ""
	for part := range strings.SplitSeq(name, "/") {
		stem, extension := cutEnding(part)
		small := strings.ToLower(extension)
		if strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") != "" || small == pageExtension && small != extension {
			values := report.Values{"name": part}
			suggest(values, folder, l.Slug(guide.Uncopied(stem)), small, names)
			return report.Fault(name, "file-name", values)
		}
		folder = path.Join(folder, part)
	}
	return nil
}
