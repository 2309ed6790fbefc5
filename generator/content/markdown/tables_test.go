package markdown

import "testing"

func TestCellsThatATableLosesAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a row with more cells than heads", "| A | B |\n|---|---|\n| a | b | c |", "20 table-cells map[columns:2 found:3]"},
		{"a line between words of a cell", "A | B\n--|--\na | b\n`x|y` | c", "18 table-cells map[columns:2 found:3]"},
		{"a line below the heads that is too short", "| A | B | C |\n|---|---|\n| a | b | c |", "14 table-line map[cells:3 found:2]"},
		{"a line below the heads that isn't there", "| A | B |\n| a | b |", "0 table-rule map[]"},
		{"a line below the heads of other dashes", "| A | B |\n|–|–|\n| a | b |", "0 table-rule map[]"},
		{"tables in lists and quotations", "- | A | B |\n  |---|---|\n  | a | b |\n\n> | A | B |\n> |---|---|\n> | a | b | c |", "63 table-cells map[columns:2 found:3]"},
		{"lines that have a sign in them", "Tulos on 5 | 6.\nToinen on 7 | 8.", ""},
		{"a row behind an empty line", "| A | B |\n|---|---|\n\n| a | b |", "21 mark-left map[text:| a |]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}
