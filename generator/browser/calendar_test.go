package browser_test

import (
	"strings"
	"testing"
)

// savedCalendar opens a sheet of a session, gives a day and a start, and returns
// the name and the text of the file that is saved, with its long lines whole.
func savedCalendar(t *testing.T, sheet, day, start string) (name, text string) {
	t.Helper()
	tab := openTab(t, fileURL(site(t)))
	tab.before(`{
		const make = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make(blob); };
		addEventListener("click", (event) => { if (event.target.download) { window.savedAs = event.target.download; event.preventDefault(); } });
	}`)
	tab.open(fileURL(site(t)) + sheet)
	ask[bool](tab, `(document.querySelector(".calendar [name=day]").value = "`+day+`", document.querySelector(".calendar [type=submit]").click(), true)`)
	if ask[bool](tab, `"savedAs" in window`) || !ask[bool](tab, `document.activeElement.id === "start-time"`) {
		t.Error("without a start it doesn't ask for one")
	}
	ask[bool](tab, `(document.getElementById("start-time").value = "`+start+`", document.getElementById("start-time").dispatchEvent(new Event("input", { bubbles: true })), document.querySelector(".calendar [type=submit]").click(), true)`)
	tab.until(`Boolean(window.saved)`)
	return ask[string](tab, `window.savedAs`), strings.ReplaceAll(ask[string](tab, `window.saved`), "\r\n ", "")
}

func TestASessionIsSavedForTheCalendar(t *testing.T) {
	t.Parallel()
	name, text := savedCalendar(t, "fi/sparraukset/1-miksi-osallisuus-vetajalle.html", "2026-12-15", "09:05")
	if name != "1-tapaaminen-miksi-osallisuus-on-tarkeaa-2026-12-15.ics" {
		t.Errorf("the file is called %s", name)
	}
	for _, want := range []string{
		"\r\nSUMMARY:1. tapaaminen: Miksi osallisuus on tärkeää?\r\n",
		"\r\nUID:sessions/event-1.2026-12-15@sparrausopas\r\n",
		"\r\nDTSTART;TZID=Europe/Helsinki:20261215T090500\r\n",
		"\r\nDURATION:PT120M\r\n",
		"\r\nDESCRIPTION:9.05 1. Aloitus",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "URL:") || strings.Count(text, "BEGIN:VEVENT") != 1 {
		t.Errorf("a session in the middle of a site without an address has more than itself:\n%s", text)
	}
}

func TestTheLastSessionOfAProgrammeRemindsOfTheFollowUp(t *testing.T) {
	t.Parallel()
	// October has a 31st, February four months later hasn't.
	_, text := savedCalendar(t, "fi/sparraukset/3-miten-tuen-tyontekijoita-osallistujille.html", "2026-10-31", "13:00")
	for _, want := range []string{"\r\nDTSTART;VALUE=DATE:20270228\r\n", "\r\nSUMMARY:Sopikaa seurantatapaaminen\r\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q:\n%s", want, text)
		}
	}
}
