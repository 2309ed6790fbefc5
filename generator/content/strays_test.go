package content

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"sparrausopas/generator/report"
)

func TestFilesThatWereToBePagesAreToldOf(t *testing.T) {
	own := page(`title = "A"`, "")
	for _, c := range []wrong{
		{"Word", files{"content/fi/ohje.docx": "PK"}, []string{"content/fi/ohje.docx file-no-page folder=content/static name=ohje.docx"}},
		{"a PDF", files{"content/fi/ohje.PDF": "x"}, []string{"content/fi/ohje.PDF file-no-page folder=content/static name=ohje.PDF"}},
		{"Notepad", files{"content/fi/Oma ohje.md.txt": own}, []string{"content/fi/Oma ohje.md.txt file-no-page folder=content/static name=Oma ohje.md.txt suggestion=oma-ohje.md"}},
		{"another ending", files{"content/fi/a.markdown": own}, []string{"content/fi/a.markdown file-no-page folder=content/static name=a.markdown suggestion=a.md"}},
		{"a name that is taken", files{"content/fi/a.txt": own, "content/fi/a.md": own}, []string{"content/fi/a.txt file-no-page folder=content/static name=a.txt taken=a.md"}},
		{"among local texts", files{"content/fi/a.md": own, "content/fi/local/a.txt": "x"}, []string{"content/fi/local/a.txt file-no-page folder=content/static name=a.txt suggestion=a.md"}},
		{"synonyms in another folder", files{"content/fi/a/synonyms.txt": "a = b"}, []string{"content/fi/a/synonyms.txt file-no-data name=synonyms.txt suggestion=content/fi/synonyms.txt"}},
		{"a note", files{"content/fi/a.md": own, "content/fi/local/LUE-MINUT.txt": "x", "content/fi/README.txt": "x"}, nil},
		{"beside the languages", files{"content/a.md": own}, []string{"content/a.md file-outside folder=content/fi"}},
	} {
		c.test(t)
	}
}

func TestAFolderWhosePagesBelongToNoLanguageIsToldOfOnce(t *testing.T) {
	own := page(`title = "A"`, "")
	for _, c := range []wrong{
		{"a translation", files{"content/sv/_index.md": own, "content/sv/q/01.md": own}, []string{"content/sv folder-outside tag=sv"}},
		{"a section", files{"content/questions/01.md": own}, []string{"content/questions folder-outside folder=content/fi"}},
		{"large letters", files{"content/FI/a.md": own}, []string{"content/FI folder-outside folder=content/fi"}},
		{"no pages", files{"content/sv/words.toml": "", "content/en/.x.md": own, "content/static/a.md": own, "content/.git/a.md": own}, nil},
	} {
		c.test(t)
	}
}

func TestALanguageInTheMakingIsReadWithTheDraftsAlone(t *testing.T) {
	guide := project(files{
		"config.toml":          "title = \"G\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\n[[languages]]\ntag = \"sv\"\ndraft = true\n",
		"content/sv/_index.md": page(`title = "Hem"`, ""),
	})
	for drafts, want := range map[bool]int{false: 1, true: 2} {
		site, err := Load(guide, Options{Waiting: drafts})
		if site == nil || len(site.Locales) != want {
			t.Errorf("with drafts %t: %v", drafts, err)
		}
		if drafts && (site.Locales[0].Home.IsDraft() || !site.Locales[1].Home.IsDraft()) {
			t.Error("its pages aren't drafts, or those of the other language are")
		}
		if !drafts && err != nil {
			t.Errorf("the folder is told of: %v", err)
		}
	}
}

func TestAnEditionNeedNotHaveAllLanguagesOfItsBase(t *testing.T) {
	_, err := edited(files{"config.toml": "base = \"../base\"\n", "content/sv/_index.md": page(`title = "Hem"`, "")},
		files{"content/en/_index.md": page(`title = "Home"`, "")})
	var problems report.Problems
	if errors.As(err, &problems); len(problems) != 1 || problems[0].Place.File != "content/sv" || fmt.Sprint(problems[0].Values["known"]) != "fi, sv" {
		t.Errorf("got %v", err)
	}
}

func TestASuggestedNameIsNoOtherFiles(t *testing.T) {
	own := page(`title = "A"`, "")
	for _, c := range []wrong{
		{"a copy", files{"content/fi/07 – kopio.md": own, "content/fi/07.md": own}, []string{"content/fi/07 – kopio.md file-copy other=content/fi/07.md"}},
		{"a second copy", files{"content/fi/07 (1).md": own}, []string{"content/fi/07 (1).md file-name name=07 (1).md suggestion=07.md"}},
		{"a copy whose folder is one", files{"content/fi/a - kopio/b.md": own, "content/fi/a - kopio/_index.md": own, "content/fi/a/_index.md": own},
			[]string{"content/fi/a - kopio file-copy other=content/fi/a"}},
		{"a copy that two computers made", files{"content/fi/a-TYÖ-7.md": own, "content/fi/a.md": own}, []string{"content/fi/a-TYÖ-7.md file-copy other=content/fi/a.md"}},
		{"a copy of words", files{"theme/words/fi.toml": "a = \"b\"", "content/fi/words (1).toml": "", "content/fi/words.toml": "a = \"c\""},
			[]string{"content/fi/words (1).toml file-copy-beside other=content/fi/words.toml"}},
		{"large letters", files{"content/fi/a.MD": own, "content/fi/a.md": own}, []string{"content/fi/a.MD file-name name=a.MD taken=a.md"}},
		{"a folder", files{"content/fi/Oma ä/a.md": own, "content/fi/oma-a/_index.md": own}, []string{"content/fi/Oma ä/a.md file-name name=Oma ä taken=oma-a"}},
	} {
		c.test(t)
	}
}

func TestWhatEditorsLeaveBehindIsPassedOver(t *testing.T) {
	left := []string{"~$07.md", "~$ohje.docx", "07.md~", "#07.md#", ".07.md.swp", ".#07.md", ".~lock.07.odt#", "07.md.bak", "~WRL0001.tmp"}
	all := files{"content/fi/07.md": page(`title = "A"`, "")}
	for _, name := range left {
		all["content/fi/"+name], all["content/static/"+name] = "x", "x"
	}
	site := load(t, all)
	if len(site.Locales[0].Pages) != 2 || len(site.Files) != 0 {
		t.Errorf("there are %d pages and the files %v", len(site.Locales[0].Pages), site.Files)
	}
	got := listed(t, all, Options{})
	for _, name := range left {
		if !slices.Contains(got, "content/fi/"+name+" left-over") || !slices.Contains(got, "content/static/"+name+" left-over") {
			t.Errorf("%s is listed otherwise", name)
		}
	}
}
