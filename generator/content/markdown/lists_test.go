package markdown

import "testing"

func TestListsThatShowOtherNumbersAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"days", "3. helmikuuta a\n\n17. maaliskuuta b\n\n2. kesäkuuta c", "0 list-numbers map[escaped:3\\. numbers:3., 17., 2. shown:3., 4., 5.]"},
		{"ordinals", "21. marraskuuta a\n7. luokan b", "0 list-numbers map[escaped:21\\. numbers:21., 7. shown:21., 22.]"},
		{"a day by itself", "7. luokan oppilaat tulivat.", "0 list-single map[escaped:7\\. numbers:7. shown:7.]"},
		{"a day that cuts a paragraph", "Kokous oli\n1. joulukuuta kirjastossa.", "11 list-single map[escaped:1\\. numbers:1. shown:1.]"},
		{"a list that goes on", "1. yksi\n  - sisällä\n2. kaksi\n3. kolme", "10 list-parted map[escaped:2\\. number:2 numbers:2., 3. shown:2., 3. spaces:3]"},
		{"a list that goes on behind a paragraph", "1. yksi\n\n  väli\n\n2. kaksi", "11 list-parted map[escaped:2\\. number:2 numbers:2. shown:2. spaces:3]"},
		{"a list with another sign", "1. yksi\n2. kaksi\n3) kolme", "17 list-parted map[escaped:3\\. marker:. number:3 numbers:3. shown:3. spaces:3]"},
		{"a list of its own below another heading", "1. yksi\n2. kaksi\n\n## A\n\n3. luokka", "24 list-single map[escaped:3\\. numbers:3. shown:3.]"},
		{"days with a text between them", "3. helmikuuta a\n\nteksti\n\n4. helmikuuta b", "0 list-single map[escaped:3\\. numbers:3. shown:3.]; 25 list-single map[escaped:4\\. numbers:4. shown:4.]"},
		{"a list in a quotation", "> 4) neljä\n> 6) kuusi", "2 list-numbers map[escaped:4\\. numbers:4., 6. shown:4., 5.]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}
