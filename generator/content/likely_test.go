package content

import "testing"

func TestABrokenLinkIsToldWhatItMayHaveMeant(t *testing.T) {
	for _, c := range []struct{ rule, link, want string }{
		{"a misspelt folder", "../programm/01.md", "../programme/01.md"},
		{"a misspelt folder below", "../model/dep/01.md", "../model/deep/01.md"},
		{"a misspelt name", "../model/fundin.md", "../model/funding.md"},
		{"a number without its zero", "2.md", "02.md"},
		{"another number", "03.md", ""},
		{"a number of many", "event-4.md", ""},
		{"a letter for a number", "0l.md", "01.md"},
		{"a name of another folder", "funding.md", "../model/funding.md"},
		{"a name of several folders", "../nowhere/01.md", ""},
		{"a file called by another part of its title", "../model/osallistava-budjetti.md", "../model/osbu.md"},
		{"a file with another word added", "../model/vinkit.md", "../model/tips-vinkit.md"},
		{"a section's page without its sign", "../model/index.md", "../model/_index.md"},
		{"a section that isn't there", "../nowhere/_index.md", ""},
		{"a name like nothing", "../model/xyzzy.md", ""},
		{"a name like a section's by length alone", "../model/a.md", ""},
	} {
		changed := files{"content/fi/q/07.md": page(`title = "Seitsemän"`, "[a]("+c.link+")")}
		for name, title := range map[string]string{
			"q/_index": "Kysymykset", "q/02": "Kaksi", "q/01": "Yksi", "q/event-3": "Kerta", "programme/_index": "Ohjelma", "programme/01": "Ensimmäinen",
			"model/_index": "Malli", "model/funding": "Rahoitus", "model/osbu": "Osallistavaa budjetointia", "model/tips-vinkit": "Hyvät",
			"model/deep/_index": "Syvä", "model/deep/01": "Alku",
		} {
			changed["content/fi/"+name+".md"] = page("title = \""+title+"\"", "")
		}
		want := "content/fi/q/07.md:4:1 link-missing target=" + c.link
		if c.want != "" {
			want = "content/fi/q/07.md:4:1 link-missing suggestion=" + c.want + " target=" + c.link
		}
		wrong{c.rule, changed, []string{want}}.test(t)
	}
}
