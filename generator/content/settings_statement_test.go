package content

import (
	"reflect"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

func TestTheStatementIsReadFromTheSettings(t *testing.T) {
	site := load(t, files{"config.toml": someSettings + `[accessibility]
reviewed = 2026-11-21
status = "partial"
method = "expert"
email = "a@example.fi"
form = "https://example.fi/palaute"
phone = "000"
[[accessibility.faults]]
what = "Kuva ilman tekstiä"
criterion = "1.1.1"
until = 2027-06-30
[[accessibility.faults]]
what = "Vanha liite"
reason = "outside"
`})
	day := func(text string) time.Time {
		d, err := time.ParseInLocation(time.DateOnly, text, site.Settings.Statement.Reviewed.Location())
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	want := guide.Statement{
		Reviewed: day("2026-11-21"), Status: "partial", Method: "expert",
		Contact: guide.Contact{Email: "a@example.fi", Form: "https://example.fi/palaute", Phone: "000"},
		Faults: []guide.Fault{
			{What: "Kuva ilman tekstiä", Criterion: "1.1.1", Reason: "mend", Until: day("2027-06-30")},
			{What: "Vanha liite", Reason: "outside"},
		},
	}
	if got := site.Settings.Statement; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestWhatIsWrongWithTheStatementHasItsPlace(t *testing.T) {
	for _, c := range []struct{ rule, keys, want string }{
		{"a status", "status = \"perhaps\"", "config.toml:6:1 key-value key=status value=perhaps wanted=wanted-one"},
		{"a full status with faults", "status = \"full\"\n[[accessibility.faults]]\nwhat = \"a\"", "config.toml:6:1 key-value key=status value=full wanted=wanted-status"},
		{"an address", "status = \"full\"\nemail = \"nobody\"", "config.toml:7:1 key-value key=email value=nobody wanted=wanted-email"},
		{"a form", "form = \"javascript:alert(1)\"", "config.toml:6:1 key-value key=form value=javascript:alert(1) wanted=wanted-https"},
		{"a fault without words", "[[accessibility.faults]]\ncriterion = \"1.1.1\"", "config.toml:6:1 key-missing key=what"},
		{"a criterion", "[[accessibility.faults]]\nwhat = \"a\"\ncriterion = \"AA\"", "config.toml:8:1 key-value key=criterion value=AA wanted=wanted-criterion"},
		{"a reason", "[[accessibility.faults]]\nwhat = \"a\"\nreason = \"x\"", "config.toml:8:1 key-value key=reason value=x wanted=wanted-one"},
		{"an unknown key", "[[accessibility.faults]]\nwhat = \"a\"\nwhen = \"x\"", "config.toml:8:1 key-unknown key=when"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			wrong{"", files{"config.toml": someSettings + "[accessibility]\n" + c.keys + "\n"}, []string{c.want}}.test(t)
		})
	}
}
