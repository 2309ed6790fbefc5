package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
)

// plan is a guide with one worksheet.
func plan(config, name, front, fields string) fstest.MapFS {
	return fstest.MapFS{
		"themes/opas/base.html":       {},
		"themes/opas/words/fi.toml":   {Data: []byte("skip = \"Siirry sisältöön\"\n")},
		"config.toml":                 {Data: []byte(config + "\n[[languages]]\ntag = \"fi\"\n")},
		"content/fi/_index.md":        {Data: []byte("+++\ntitle = \"Opas\"\n+++\n")},
		"content/fi/sheets/_index.md": {Data: []byte("+++\ntitle = \"Pohjat\"\nkind = \"worksheet\"\n+++\n")},
		"content/fi/sheets/" + name:   {Data: []byte("+++\ntitle = \"Suunnitelma\"\naudience = \"group\"\n" + front + "+++\n" + fields)},
	}
}

const (
	area    = "```answer name=alue\nAlue\n```\n\n"
	actions = "```rows name=toimet\nToimet\nToimi | Vastuu\n```\n"
)

func TestAnEditThatTakesAnswersTheirPlaceIsTold(t *testing.T) {
	published := plan(`title = "Opas"`+"\nid = \"x\"", "plan.md", "", area+actions)
	for name, c := range map[string]struct {
		site fstest.MapFS
		want string
	}{
		"nothing":                   {published, ""},
		"a new title":               {plan("title = \"Opas 2027\"\nid = \"x\"", "plan.md", "", area+actions), ""},
		"another order":             {plan("title = \"Opas\"\nid = \"x\"", "plan.md", "", strings.Replace(actions, "Toimi | Vastuu", "Vastuu | Toimi", 1)+area), ""},
		"another id":                {plan("title = \"Opas\"\nid = \"y\"", "plan.md", "", area+actions), "config.toml:2:1 answers-guide x"},
		"no id any more":            {plan(`title = "Opas"`, "plan.md", "", area+actions), "config.toml:1:1 answers-guide x"},
		"another file":              {plan("title = \"Opas\"\nid = \"x\"", "oma.md", "", area+actions), "content/fi/sheets/oma.md:1:1 answers-worksheet sheets/plan"},
		"another file of that id":   {plan("title = \"Opas\"\nid = \"x\"", "oma.md", "id = \"sheets/plan\"\n", area+actions), ""},
		"no worksheet any more":     {plan("title = \"Opas\"\nid = \"x\"", "oma.md", "", "```answer name=muu\nMuu\n```\n"), "content/fi/sheets/plan.md answers-worksheet-gone sheets/plan"},
		"a field less":              {plan("title = \"Opas\"\nid = \"x\"", "plan.md", "", actions), "content/fi/sheets/plan.md:1:1 answers-field alue"},
		"a field of another name":   {plan("title = \"Opas\"\nid = \"x\"", "plan.md", "", strings.Replace(area, "name=alue", "name=ala", 1)+actions), "content/fi/sheets/plan.md:1:1 answers-field alue ala"},
		"a column of another title": {plan("title = \"Opas\"\nid = \"x\"", "plan.md", "", area+strings.Replace(actions, "Vastuu", "Kuka", 1)), "content/fi/sheets/plan.md:1:1 answers-column vastuu kuka"},
		"a column that is named":    {plan("title = \"Opas\"\nid = \"x\"", "plan.md", "", area+strings.NewReplacer("Vastuu", "Kuka", "name=toimet", `name=toimet columns="toimi vastuu"`).Replace(actions)), ""},
	} {
		if got := orphans(t, published, c.site); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestTheFirstIDOfAGuideIsNoEditThatOrphans(t *testing.T) {
	published := plan(`title = "Opas"`, "plan.md", "", area)
	if got := orphans(t, published, plan("title = \"Opas\"\nid = \"x\"", "plan.md", "", area)); got != "" {
		t.Errorf("pages ask for answers kept under the title, but check says %q", got)
	}
	if got := orphans(t, published, plan(`title = "Opas 2027"`, "plan.md", "", area)); got != "config.toml:1:1 answers-guide Opas" {
		t.Errorf("a new title without an id: %q", got)
	}
}

func TestWhatIsNoRecordOfAnswersSaysNothing(t *testing.T) {
	site, err := content.Load(plan(`title = "Opas"`, "plan.md", "", area), content.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "{", "[]", "null", `{"guide":5}`, `{"worksheets":[{"id":"a","language":"fi"}]}`} {
		if problems := check.Orphans(site, nil, []byte(text)); len(problems) > 0 {
			t.Errorf("%s: %v", text, problems)
		}
	}
}

// orphans returns what an edit would do to answers, a line a problem.
func orphans(t *testing.T, published, edited fstest.MapFS) string {
	t.Helper()
	before, err := content.Load(published, content.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := check.Published(before, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	now, err := content.Load(edited, content.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range check.Orphans(now, edited, text) {
		line := p.Place.String() + " " + p.Rule
		for _, name := range []string{"id", "name", "added"} {
			if value := p.Values[name]; value != nil {
				line = strings.TrimSpace(fmt.Sprint(line, " ", value))
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
