package markdown

import "testing"

func TestListsThatShowOtherNumbersAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"days", "3. helmikuuta a\n\n17. maaliskuuta b\n\n2. kesäkuuta c", "0 list-numbers map[escaped:3\\. numbers:3., 17., 2. shown:3., 4., 5.]"},
		{"ordinals", "21. marraskuuta a\n7. luokan b", "0 list-numbers map[escaped:21\\. numbers:21., 7. shown:21., 22.]"},
		{"a day by itself", "7. luokan oppilaat tulivat.", "0 list-single map[escaped:7\\. numbers:7. shown:7.]"},
		{"a day that cuts a paragraph", "Kokous oli\n1. joulukuuta kirjastossa.", "11 list-single map[escaped:1\\. numbers:1. shown:1.]"},
		{"a list that goes on", "1. yksi\n  - sisällä\n2. kaksi\n3. kolme", "0 list-single map[escaped:1\\. numbers:1. shown:1.]; 22 list-begins map[escaped:2\\. numbers:2., 3. shown:2., 3.]"},
		{"a list in a quotation", "> 4) neljä\n> 6) kuusi", "2 list-numbers map[escaped:4\\. numbers:4., 6. shown:4., 5.]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}
