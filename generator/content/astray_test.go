package content

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// decomposed is "Käytäntö" with letters of two signs, as macOS writes names.
const decomposed = "Ka\u0308yta\u0308nto\u0308"

func TestWhoMistypesALinkIsToldTheWayOut(t *testing.T) {
	for _, c := range []struct{ rule, link, want string }{
		{"the web without its beginning", "www.thl.fi", "link-web target=www.thl.fi"},
		{"a host", "thl.fi/aiheet?a=1", "link-web target=thl.fi/aiheet?a=1"},
		{"one slash too few", "https:/thl.fi", "link-web target=https:/thl.fi"},
		{"no colon", "https//thl.fi", "link-web target=https//thl.fi"},
		{"mail", "nimi@kunta.fi", "link-mail target=nimi@kunta.fi"},
		{"a percent sign", "../../static/50%.pdf", "link-coded suggestion=../../static/50%25.pdf target=../../static/50%.pdf"},
		{"a question mark", "../../static/mitä?.pdf", "link-coded suggestion=../../static/mitä%3F.pdf target=../../static/mitä?.pdf"},
		{"backslashes", `..\\model\\tips.md#alku`, `link-missing suggestion=../model/tips.md#alku target=..\\model\\tips.md#alku`},
		{"a backslash before a section", `..\_index.md`, `link-missing suggestion=../_index.md target=..\_index.md`},
		{"other letters", "../Model/TIPS.md", "link-missing suggestion=../model/tips.md target=../Model/TIPS.md"},
		{"other letters of a file", "../../static/Kuva.PNG", "link-missing suggestion=../../static/kuva.png target=../../static/Kuva.PNG"},
		{"a file from another folder", "static/kuva.png", "link-missing suggestion=../../static/kuva.png target=static/kuva.png"},
		{"the published address", "../malli/vinkit.html", "link-published suggestion=../model/tips.md target=../malli/vinkit.html"},
		{"the published address of a section", "../malli/", "link-missing suggestion=../model/_index.md target=../malli/"},
		{"no ending", "../model/tips", "link-missing suggestion=../model/tips.md target=../model/tips"},
		{"the address in place of the file", "../model/vinkit.md", "link-missing suggestion=../model/tips.md target=../model/vinkit.md"},
		{"what the file was called before", "../model/old.md", "link-missing suggestion=../model/tips.md target=../model/old.md"},
		{"where the page was before", "../malli/ohjeet.html", "link-published suggestion=../model/tips.md target=../malli/ohjeet.html"},
		{"from the folder of the project", "content/fi/model/tips.md", "link-missing suggestion=../model/tips.md target=content/fi/model/tips.md"},
		{"a slash", "/model/tips.md", "link-absolute suggestion=../model/tips.md target=/model/tips.md"},
		{"a picture beside its page", "kuva2.png", "link-beside file=content/fi/q/kuva2.png suggestion=../../static/kuva2.png target=kuva2.png"},
		{"a disk", `C:\\opas\\a.md`, `link-disk target=C:\\opas\\a.md`},
		{"the guide's own address", "https://x.fi/opas/fi/malli/vinkit.html#alku", "link-own suggestion=../model/tips.md#alku target=https://x.fi/opas/fi/malli/vinkit.html#alku"},
		{"an address that another site has", "https://x.fi/opas/fi/muu.html", ""},
		{"letters of two signs in the file's name", "../../static/Käytäntö.pdf", ""},
		{"letters of two signs in the link", "../../static/" + strings.ReplaceAll("Öljy.pdf", "Ö", "O\u0308"), ""},
	} {
		want := []string{"content/fi/q/07.md:4:1 " + c.want}
		if c.want == "" {
			want = nil
		}
		wrong{c.rule, files{
			"config.toml":                           "base-url = \"https://x.fi/opas/\"\n" + someSettings,
			"content/fi/q/_index.md":                page(`title = "Kysymykset"`, ""),
			"content/fi/q/07.md":                    page(`title = "Seitsemän"`, "[a]("+c.link+")"),
			"content/fi/q/kuva2.png":                "x",
			"content/fi/model/_index.md":            page("title = \"Malli\"\nslug = \"malli\"", ""),
			"content/fi/model/tips.md":              page("title = \"Vinkit\"\nslug = \"vinkit\"\nid = \"model/old\"\naliases = [\"malli/ohjeet.html\"]", "## Alku\n"),
			"content/static/kuva.png":               "x",
			"content/static/50%.pdf":                "x",
			"content/static/mitä?.pdf":              "x",
			"content/static/" + decomposed + ".pdf": "x",
			"content/static/Öljy.pdf":               "x",
		}, want}.test(t)
	}
}

func TestNamesAreTheSameInLettersOfOneSignOrTwo(t *testing.T) {
	wrong{"a topic", files{
		"content/fi/teemat/_index.md": page("title = \"Teemat\"\nkind = \"topic\"", ""),
		"content/fi/teemat/a.md":      page(`title = "Käytäntö - arki"`, ""),
		"content/fi/a.md":             page("title = \"A\"\ntopics = [\""+decomposed+" - arki\"]", ""),
	}, nil}.test(t)
}

func TestWhoNamesADraftIsToldThatItIsOne(t *testing.T) {
	session := page("title = \"S\"\nkind = \"session\"\nnumber = 1\ndraft = true", "")
	for _, c := range []wrong{
		{"the only topic", files{
			"content/fi/t/_index.md": page("title = \"T\"\nkind = \"topic\"", ""),
			"content/fi/t/a.md":      page("title = \"Nuoret\"\ndraft = true", ""),
			"content/fi/a.md":        page("title = \"A\"\ntopics = [\"nuoret\"]", ""),
		}, []string{"content/fi/a.md:3:1 named-draft file=content/fi/t/a.md name=nuoret"}},
		{"a session", files{
			"content/fi/s.md": session,
			"content/fi/p.md": page("title = \"P\"\nkind = \"programme\"\nsessions = [\"s.md\"]", ""),
		}, []string{"content/fi/p.md:4:1 named-draft file=content/fi/s.md name=s.md"}},
		{"an area", files{
			"content/fi/own.md": page("title = \"Oma\"\nkind = \"area\"\ndraft = true", ""),
			"content/fi/q.md":   page("title = \"Q\"\nkind = \"question\"\nnumber = 1\narea = \"own\"", ""),
		}, []string{"content/fi/q.md:5:1 named-draft file=content/fi/own.md name=own"}},
		{"a question and an area, in a worksheet", files{
			"content/fi/own.md": page("title = \"Oma\"\nkind = \"area\"\ndraft = true", ""),
			"content/fi/q.md":   page("title = \"Q\"\nkind = \"question\"\nnumber = 7\narea = \"own\"\ndraft = true", ""),
			"content/fi/w.md":   page("title = \"W\"\nkind = \"worksheet\"\naudience = \"group\"", "```questions numbers=\"7\"\n```\n\n```questions area=own\n```\n"),
		}, []string{
			"content/fi/w.md:6:4 named-draft file=content/fi/q.md name=7",
			"content/fi/w.md:9:4 named-draft file=content/fi/own.md name=own"}},
		{"questions, in a session", files{
			"content/fi/c.md": page("title = \"Kortit\"\nkind = \"cards\"", ""),
			"content/fi/q.md": page("title = \"Q\"\nkind = \"question\"\nnumber = 7\narea = \"own\"\ndraft = true", ""),
			"content/fi/s.md": page("title = \"S\"\nkind = \"session\"\nminutes = 5\nmaterials = [\"[kortti](c.md?n=7)\"]\n[[agenda]]\nminutes = 5\ntitle = \"A\"\nquestions = [7]", ""),
		}, []string{
			"content/fi/s.md:5:1 named-draft file=content/fi/q.md name=7",
			"content/fi/s.md:9:1 named-draft file=content/fi/q.md name=7"}},
	} {
		c.test(t)
	}
}

func TestASectionsPageOfAnotherNameIsFound(t *testing.T) {
	own := page(`title = "A"`, "")
	for _, c := range []wrong{
		{"of a section", files{"content/fi/q/index.md": own, "content/fi/q/a.md": own},
			[]string{"content/fi/q section-missing file=content/fi/q/_index.md found=index.md"}},
		{"of a section, with an ending too many", files{"content/fi/q/_index.md.txt": own, "content/fi/q/a.md": own}, []string{
			"content/fi/q section-missing file=content/fi/q/_index.md found=_index.md.txt",
			"content/fi/q/_index.md.txt file-no-page folder=content/static name=_index.md.txt suggestion=index.md"}},
		{"of the language", files{"content/fi/_index.md": "-", "content/fi/Index.md": own}, []string{"content/fi home-missing file=content/fi/_index.md found=Index.md language=fi"}},
		{"beside the right one", files{"content/fi/q/index.md": own, "content/fi/q/_index.md": own}, []string{"content/fi/q/index.md file-twice other=content/fi/q/_index.md"}},
		{"beside the right one, with an address", files{"content/fi/q/index.md": page("title = \"A\"\nslug = \"a\"", ""), "content/fi/q/_index.md": own}, nil},
	} {
		c.test(t)
	}
}

func TestFilesOfOtherUsesAreFoundUnderWrongNames(t *testing.T) {
	for _, c := range []wrong{
		{"words", files{"content/fi/words.toml.txt": "x"}, []string{"content/fi/words.toml.txt file-no-data name=words.toml.txt suggestion=content/fi/words.toml"}},
		{"synonyms", files{"content/fi/Synonyms.txt.txt": "x"}, []string{"content/fi/Synonyms.txt.txt file-no-data name=Synonyms.txt.txt suggestion=content/fi/synonyms.txt"}},
		{"sources", files{"content/sources.txt": "x"}, []string{"content/sources.txt file-no-data name=sources.txt suggestion=content/sources.toml"}},
		{"sources in a language", files{"content/fi/sources.toml": "x"}, []string{"content/fi/sources.toml file-no-data name=sources.toml suggestion=content/sources.toml"}},
		{"a heading with too many brackets", files{"config.toml": someSettings + "[[publisher]]\nname = \"x\"\n"}, []string{"config.toml:5:1 table-single name=publisher"}},
	} {
		c.test(t)
	}
}

func TestNumbersOfQuestionsCanBePartedByCommas(t *testing.T) {
	question := func(number string) string {
		return page("title = \"Q\"\nkind = \"question\"\narea = \"own\"\nnumber = "+number, "")
	}
	for _, c := range []wrong{
		{"commas", files{"content/fi/w.md": page("title = \"W\"\nkind = \"worksheet\"\naudience = \"group\"", "```questions numbers=\"1, 2\"\n```\n")}, nil},
		{"one that isn't there", files{"content/fi/w.md": page("title = \"W\"\nkind = \"worksheet\"\naudience = \"group\"", "```questions numbers=\"7\"\n```\n")},
			[]string{"content/fi/w.md:6:4 unknown-question name=7"}},
	} {
		c.files["content/fi/own.md"] = page("title = \"Oma\"\nkind = \"area\"", "")
		c.files["content/fi/q1.md"], c.files["content/fi/q2.md"] = question("1"), question("2")
		c.test(t)
	}
}

func TestAnAddressIsNoLongerThanANameOfAFile(t *testing.T) {
	long := strings.Repeat("a", 201)
	for _, c := range []wrong{
		{"a slug", files{"content/fi/a.md": page("title = \"A\"\nslug = \""+long+"\"", "")}, []string{"content/fi/a.md:3:1 slug-long key=slug length=201 limit=200"}},
		{"a file", files{"content/fi/" + long + ".md": page(`title = "A"`, "")}, []string{"content/fi/" + long + ".md:1:1 slug-long key=slug length=201 limit=200"}},
		{"a topic", files{"content/fi/a.md": page("title = \"A\"\ntopics = [\""+long+"\"]", "")}, nil},
		{"settings of nothing", files{"content/fi/words.toml": " "}, []string{"content/fi/words.toml settings-empty"}},
	} {
		c.test(t)
	}
}

// closed is a guide in which a folder can't be read.
type closed struct {
	fstest.MapFS
	folder string
}

func (c closed) Open(name string) (fs.File, error) {
	if name == c.folder || strings.HasPrefix(name, c.folder+"/") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func (c closed) Stat(name string) (fs.FileInfo, error) { return c.MapFS.Stat(name) }

func (c closed) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == c.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.ReadDir(name)
}

func TestAFolderThatCanNotBeReadIsToldOnce(t *testing.T) {
	fsys := project(files{
		"content/fi/q/_index.md": page(`title = "Q"`, ""),
		"content/fi/q/07.md":     page(`title = "A"`, ""),
		"content/fi/a.md":        page(`title = "A"`, "[a](q/07.md) [b](q/_index.md)"),
	})
	if got := problemsIn(t, closed{fsys, "content/fi/q"}); len(got) != 1 || got[0] != "content/fi/q file-unreadable error=reason-permission" {
		t.Errorf("got %q", got)
	}
}
