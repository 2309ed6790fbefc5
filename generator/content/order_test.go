package content

import "testing"

func TestKeysBelowAListAreTheLists(t *testing.T) {
	const name = "content/fi/s/a.md"
	one := func(front string) files {
		return files{"content/fi/s/_index.md": page("title = \"S\"\nkind = \"session\"", ""), name: page(front, "")}
	}
	for _, c := range []wrong{
		{"all keys below it", one("[[agenda]]\ntitle = \"A\"\nminutes = 20\nnumber = 1"),
			[]string{name + ":3:1 key-order key=title name=agenda", name + ":4:1 key-order key=minutes name=agenda", name + ":5:1 key-order key=number name=agenda"}},
		{"the title twice", one("[[agenda]]\ntitle = \"A\"\nminutes = 20\ntitle = \"B\""),
			[]string{name + ":5:1 key-order key=title name=agenda"}},
		{"some keys below it", one("title = \"A\"\nminutes = 20\n[[agenda]]\nnumber = 3\ntitle = \"A\"\nminutes = 20\ngoal = \"B\""),
			[]string{name + ":5:1 key-order key=number name=agenda", name + ":8:1 key-order key=goal name=agenda"}},
		{"a key that there isn't", one("title = \"A\"\nminutes = 20\n[[agenda]]\ntitle = \"A\"\nminutes = 20\nx = 3"),
			[]string{name + ":7:1 key-unknown key=x"}},
		{"no title above it nor below", one("[[agenda]]\nminutes = 20"), []string{name + ":1:1 key-missing key=title", name + ":2:1 key-missing key=title", name + ":3:1 key-order key=minutes name=agenda"}},
		{"keys above it, but no title", one("minutes = 20\n[[agenda]]\ntitle = \"A\"\nminutes = 20"),
			[]string{name + ":1:1 key-missing key=title"}},
		{"single brackets", one("title = \"A\"\nminutes = 20\n[agenda]\ntitle = \"A\"\nminutes = 20"),
			[]string{name + ":4:1 table-brackets name=agenda"}},
		{"single brackets twice", one("title = \"A\"\nminutes = 20\n[agenda]\ntitle = \"A\"\n[agenda]\ntitle = \"B\""),
			[]string{name + ":6:1 table-brackets name=agenda"}},
		{"single brackets behind double ones", one("title = \"A\"\nminutes = 20\n[[agenda]]\ntitle = \"A\"\n[agenda]\ntitle = \"B\""),
			[]string{name + ":6:1 table-brackets name=agenda"}},
		{"a title twice in a list", one("title = \"A\"\nminutes = 20\n[[agenda]]\ntitle = \"A\"\ntitle = \"B\""),
			[]string{name + ":6:1 key-twice key=agenda.title"}},
	} {
		c.test(t)
	}
}
