package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

func TestADayIsPrintedAsTheLanguageWritesIt(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	if text := textOf(t, s.pdf()); !strings.Contains(text, "Milloin kokoonnumme?") || strings.Contains(text, "yyyy") {
		t.Errorf("an empty field prints as %s", text)
	}
	if !s.prints(".date .lines") || s.prints(".date input") {
		t.Error("an empty field has no line to write on")
	}
	s.fill("kokous", "2026-03-05")
	if text := textOf(t, s.pdf()); strings.Count(text, "5.3.2026") != 1 || strings.Contains(text, "2026-03-05") {
		t.Errorf("a filled field prints as %s", text)
	}
	if s.prints(".date .lines") || s.prints(".date input") {
		t.Error("the day is on paper twice, or with an empty line")
	}
}

// prints reports whether an element shows on paper.
func (s *sheet) prints(selector string) bool {
	s.t.Helper()
	s.emulate("print", "light")
	defer s.emulate("screen", "light")
	return ask[bool](s.tab, `document.querySelector("`+selector+`").checkVisibility()`)
}

func TestADayChosenWithoutScriptIsOnPaper(t *testing.T) {
	t.Parallel()
	home := fileURL(fillSite(t))
	s := &sheet{openTab(t, home), home + allFields}
	command(s.tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	s.open(s.address)
	if !s.prints(".date .lines") || s.prints(".date input") {
		t.Error("an empty field has no line to write on")
	}
	ask[int](s.tab, `(document.querySelector('input[type=date]').focus(), 1)`)
	s.press("11282026\t\t")
	if s.prints(".date .lines") || !s.prints(".date input") {
		t.Errorf("the day %s isn't on paper", s.shown())
	}
}

func TestPlansAreToldApartByTheirDays(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), "fi/tyopohjat/paivat.html")
	var names []string
	for i, day := range []string{"2026-11-28", "2026-12-01", "2026-03-05", "joskus"} {
		text := `{"format":"sparrausopas-worksheet","formatVersion":1,"language":"fi","worksheet":"worksheets/all","title":"t","version":"2026-11-21","copy":"A",
			"answers":{"kokous":"` + day + `","taulukko":[["Retki","Ida"]]}}`
		names = append(names, writeFile(t, filepath.Join(t.TempDir(), fmt.Sprint(i, ".json")), text))
	}
	s.openFiles(names...)
	listed(s, "4")
	ask[int](s.tab, `(() => { const order = document.querySelector('[data-tool=order]'); order.value = 'area'; order.dispatchEvent(new Event('change')); return 1 })()`)
	want := "Milloin kokoonnumme? | Toimi | Vastuu\n5.3.2026 | Retki | Ida\n28.11.2026 | Retki | Ida\n1.12.2026 | Retki | Ida\njoskus | Retki | Ida"
	if got := gathered(s); got != want {
		t.Errorf("the table is\n%s\nwant\n%s", got, want)
	}
}

func TestADayThatIsNoneKeepsItsText(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.openFiles(writeFile(t, filepath.Join(t.TempDir(), "a.json"), `{"format":"sparrausopas-worksheet","formatVersion":1,"language":"fi",
		"worksheet":"worksheets/all","title":"t","version":"v","copy":"A","answers":{"kokous":"ensi viikolla","teksti":"on"}}`))
	if says := s.notice("toisesta versiosta"); !strings.Contains(says, "kokous: ensi viikolla") {
		t.Errorf("the page says %q", says)
	}
	s.fill("kokous", "2026-11-28")
	s.saved("2026-11-28")
	s.open(s.address)
	s.wantShown("kokous=2026-11-28 teksti=on")
	if text, err := os.ReadFile(s.download("save")); err != nil || !strings.Contains(string(text), "ensi viikolla") {
		t.Errorf("saved is %s (%v)", text, err)
	}
}

// TestAFieldOfUnknownFormIsRefusedAndLosesNothing opens a page whose date is of
// a form that the script doesn't know.
func TestAFieldOfUnknownFormIsRefusedAndLosesNothing(t *testing.T) {
	t.Parallel()
	home := fileURL(fillSite(t))
	s := openSheet(t, home, allFields)
	s.fill("kokous", "2026-11-28", "teksti", "on")
	s.saved("on")
	other := &sheet{s.beside(), s.address}
	other.before(`addEventListener('readystatechange', () => { document.querySelector('.date').dataset.form = 'moon' }, {once: true, capture: true})`)
	other.open(other.address)
	if says := ask[string](other.tab, `document.querySelector('.date > .missing').textContent`); !strings.Contains(says, "ei tallennu") {
		t.Errorf("the field says %q", says)
	}
	if troubles := strings.Join(other.takeTroubles(), " "); !strings.Contains(troubles, "moon") {
		t.Errorf("the console says %q", troubles)
	}
	other.notice("kokous: 2026-11-28")
	other.fill("kokous", "2027-01-01")
	other.notice("Milloin kokoonnumme?")
	if !leavingAsks(other) {
		t.Error("the page lets an answer go that is kept nowhere")
	}
	other.fill("teksti", "yhä")
	other.saved("yhä")

	s.open(s.address)
	s.wantShown("kokous=2026-11-28 teksti=yhä")
}
