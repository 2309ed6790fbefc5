package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFilesOfAnySystemGiveTheSamePage(t *testing.T) {
	text := page("title = \"Sivu\"\nsummary = \"\"\"\na\nb\"\"\"", "## Alku\n\nyksi\nkaksi\n\n- a\n- b\n")
	want := firstLocale(t, files{"content/fi/a.md": text}).Page("a")
	for rule, same := range map[string]string{
		"a byte order mark":             "\uFEFF" + text,
		"line ends of Windows":          strings.ReplaceAll(text, "\n", "\r\n"),
		"line ends of old Macs":         strings.ReplaceAll(text, "\n", "\r"),
		"both":                          "\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n"),
		"spaces behind the plus signs":  strings.ReplaceAll(text, "+++", "+++ \t"),
		"no line end at the file's end": strings.TrimSuffix(text, "\n"),
	} {
		got := firstLocale(t, files{"content/fi/a.md": same}).Page("a")
		if got.HTML != want.HTML || got.Summary != want.Summary || got.Title != want.Title {
			t.Errorf("%s: %q, %q", rule, got.Summary, got.HTML)
		}
	}
}

func TestProblemsHaveTheirPlaceWhateverTheLineEnds(t *testing.T) {
	text := "\uFEFF" + page("title = \"A\"", "ää\n\nää [b](nowhere.md)\n")
	for _, end := range []string{"\n", "\r\n", "\r"} {
		wrong{"", files{"content/fi/a.md": strings.ReplaceAll(text, "\n", end)}, []string{"content/fi/a.md:6:4 link-missing target=nowhere.md"}}.test(t)
	}
}

func TestFilesThatCannotBePagesAreReported(t *testing.T) {
	for _, c := range []wrong{
		{"an empty file", files{"content/fi/a.md": ""}, []string{"content/fi/a.md file-empty"}},
		{"a file of spaces", files{"content/fi/a.md": "\uFEFF \r\n\t"}, []string{"content/fi/a.md file-empty"}},
		{"a file that isn't UTF-8", files{"content/fi/a.md": "+++\ntitle = \"K\xe4vely\"\n+++\n"}, []string{"content/fi/a.md:2:11 file-encoding-old encoding=Windows-1252 (ISO-8859-1)"}},
		{"a file that is too large", files{"content/fi/a.md": page(`title = "A"`, strings.Repeat("a", 3<<19))},
			[]string{"content/fi/a.md file-too-large limit=1000000 size=1572884"}},
		{"a file that is too large, made on Windows", files{"content/fi/a.md": page(`title = "A"`, strings.Repeat("a\r\n", 1<<19))},
			[]string{"content/fi/a.md file-too-large limit=1000000 size=1572884"}},
		{"no front matter", files{"content/fi/a.md": "# Otsikko\n"}, []string{"content/fi/a.md:1:1 front-missing"}},
		{"an empty line first", files{"content/fi/a.md": "\n" + page(`title = "A"`, "")}, []string{"content/fi/a.md:2:1 front-blank"}},
		{"YAML", files{"content/fi/a.md": "---\ntitle: A\n---\n"}, []string{"content/fi/a.md:1:1 front-yaml"}},
		{"front matter that isn't closed", files{"content/fi/a.md": "+++\ntitle = \"A\"\n\nText\n"}, []string{"content/fi/a.md:1:1 front-open"}},
		{"one line alone", files{"content/fi/a.md": "+++"}, []string{"content/fi/a.md:1:1 front-open"}},
		{"curly quotes", files{"content/fi/a.md": page("weight = 1\ntitle = ”A”", "")}, []string{"content/fi/a.md:3:9 front-quotes"}},
		{"curly quotes in a list", files{"content/fi/a.md": page("title = \"A\"\ntopics = [”A”]", "")}, []string{"content/fi/a.md:3:11 front-quotes"}},
		{"curly quotes in a text with something else behind it", files{"content/fi/a.md": page("title = \"”A”\" b", "")},
			[]string{"content/fi/a.md:2:14 syntax-inner-quotes"}},
		{"a table that isn't closed", files{"content/fi/a.md": page("title = \"ä\"\n[x", "")},
			[]string{`content/fi/a.md:3:3 syntax-heading`}},
		{"an ending in large letters", files{"content/fi/a.MD": page(`title = "A"`, "")}, []string{"content/fi/a.MD file-name name=a.MD suggestion=a.md"}},
		{"a text that isn't closed", files{"content/fi/a.md": page("title = \"A", "")},
			[]string{"content/fi/a.md:2:11 syntax-quote-open"}},
		{"a key twice", files{"content/fi/a.md": page("title = \"A\"\ntitle = \"B\"", "")}, []string{"content/fi/a.md:3:1 key-twice key=title"}},
		{"two files for one page", files{"content/fi/a.md": page(`title = "A"`, ""), "content/fi/a/_index.md": page(`title = "B"`, "")},
			[]string{"content/fi/a.md file-twice other=content/fi/a/_index.md"}},
		{"two local texts for one page", files{"content/fi/a.md": page(`title = "A"`, ""), "content/fi/local/a.md": "A", "content/fi/local/a/_index.md": "B"},
			[]string{"content/fi/local/a/_index.md file-twice other=content/fi/local/a.md"}},
		{"a name with a space", files{"content/fi/a b.md": page(`title = "A"`, "")}, []string{"content/fi/a b.md file-name name=a b.md suggestion=a-b.md"}},
		{"a folder with ä", files{"content/fi/ä/a.md": page(`title = "A"`, "")}, []string{"content/fi/ä/a.md file-name name=ä suggestion=a"}},
		{"a name without a suggestion", files{"content/fi/日本.md": page(`title = "A"`, "")}, []string{"content/fi/日本.md file-name name=日本.md"}},
		{"no content at all", files{"content/fi/_index.md": "-"},
			[]string{"content/fi file-missing error=reason-missing", "content/fi home-missing file=content/fi/_index.md language=fi"}},
		{"no home page", files{"content/fi/_index.md": "-", "content/fi/a.md": page(`title = "A"`, "")},
			[]string{"content/fi home-missing file=content/fi/_index.md language=fi"}},
		{"a broken home page", files{"content/fi/_index.md": "text"}, []string{"content/fi/_index.md:1:1 front-missing"}},
		{"a folder without its page", files{"content/fi/q/a.md": page(`title = "A"`, ""), "content/fi/q/b.md": page(`title = "B"`, "")},
			[]string{"content/fi/q section-missing file=content/fi/q/_index.md"}},
		{"a folder whose page is broken", files{"content/fi/q/_index.md": "text", "content/fi/q/a.md": page(`title = "A"`, "")},
			[]string{"content/fi/q/_index.md:1:1 front-missing"}},
	} {
		c.test(t)
	}
}

func TestAMissingSectionIsTheOnlyProblemOfItsPages(t *testing.T) {
	for _, c := range []wrong{
		{"keys", files{"content/fi/q/a.md": page("title = \"A\"\nslug = \"b\"\ntopics = [\"T\"]", "")}, []string{"content/fi/q section-missing file=content/fi/q/_index.md"}},
		{"a link to them", files{"content/fi/q/a.md": page(`title = "A"`, ""), "content/fi/a.md": page(`title = "A"`, "[a](q/a.md)")}, []string{"content/fi/q section-missing file=content/fi/q/_index.md"}},
		{"a folder in it", files{"content/fi/q/r/_index.md": page(`title = "R"`, ""), "content/fi/q/r/a.md": page(`title = "A"`, "")},
			[]string{"content/fi/q section-missing file=content/fi/q/_index.md"}},
	} {
		c.test(t)
	}
}

func TestHiddenFilesAndOtherFilesArePassedOver(t *testing.T) {
	site := load(t, files{
		"content/fi/.a.md": "x", "content/fi/.git/b.md": "x", "content/fi/notes.csv": "x", "content/fi/a.md~": "x",
		"content/static/.DS_Store": "x", "content/static/kuva.png": "x", "content/static/a/b c.pdf": "x", "content/static/a/Thumbs.db": "x",
		"content/static/desktop.ini": "x", "content/static/.nojekyll": "x", "content/static/._kuva.png": "x",
	})
	if n := len(site.Locales[0].Pages); n != 1 {
		t.Errorf("there are %d pages", n)
	}
	if len(site.Files) != 2 || site.Files["kuva.png"] != "content/static/kuva.png" || site.Files["a/b c.pdf"] != "content/static/a/b c.pdf" {
		t.Errorf("files are %v", site.Files)
	}
}

func TestHiddenFilesForTheHostAreCopied(t *testing.T) {
	copied := load(t, files{"content/static/.well-known/security.txt": "x", "content/static/.htaccess": "x", "content/static/CNAME": "x"}).Files
	if len(copied) != 3 || copied[".well-known/security.txt"] == "" || copied[".htaccess"] == "" {
		t.Errorf("files are %v", copied)
	}
}

func TestOtherHiddenFilesStayHomeAndAreTold(t *testing.T) {
	fsys := project(files{
		"content/static/.git/config": "x", "content/static/.git/objects/1": "x", "content/static/.env": "x", "content/static/a/.obsidian/x": "x",
		"content/static/.well-known/.env": "x", "content/static/.DS_Store": "x", "content/static/.a.md.swp": "x", "content/static/a/b.pdf": "x",
	})
	site, err := Load(fsys, Options{})
	if site == nil || len(site.Files) != 1 || site.Files["a/b.pdf"] == "" {
		t.Fatalf("%v: %v", site, err)
	}
	if got := problemsIn(t, fsys); !slices.Equal(got, []string{
		"content/static/.env static-hidden name=.env", "content/static/.git static-hidden name=.git",
		"content/static/.well-known/.env static-hidden name=.env", "content/static/a/.obsidian static-hidden name=.obsidian"}) {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsNotAPlainFileIsReported(t *testing.T) {
	fsys := project(nil)
	fsys["content/fi/pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["content/static/pipe"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	if got := problemsIn(t, fsys); !slices.Equal(got, []string{
		"content/fi/pipe.md file-unreadable error=reason-no-file", "content/static/pipe file-unreadable error=reason-no-file"}) {
		t.Errorf("got %q", got)
	}
}

func TestLinksToFoldersAndOutOfTheProjectAreReported(t *testing.T) {
	dir := t.TempDir()
	for name, file := range project(files{"content/fi/q/_index.md": page(`title = "Q"`, ""), "content/fi/q/a.md": page(`title = "A"`, "")}) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"content/fi/circle": "../fi", "content/fi/copy.md": "q/a.md", "content/fi/out.md": "/etc/hostname", "content/fi/synonyms.txt": "/etc/hostname", "content/fi/away": "../../.."} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	want := []string{"content/fi/away file-unreadable error=reason-outside", "content/fi/circle folder-link name=circle", "content/fi/out.md file-unreadable error=reason-outside", "content/fi/synonyms.txt file-unreadable error=reason-outside"}
	if got := problemsIn(t, root.FS()); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
