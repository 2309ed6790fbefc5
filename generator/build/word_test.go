package build

import (
	"os"
	"strings"
	"testing"
)

func TestABuildOffersItsWordDocumentsWhereTheyBelong(t *testing.T) {
	settings := Settings{Documents: Documents{Docx: true}}
	site, look, _, err := settings.load(os.DirFS("../.."), true)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	settings.Documents.Progress = func(done, total int) { told = done }
	documents, err := settings.Documents.make(site, look)
	if err != nil {
		t.Fatal(err)
	}
	files := emitted(t, job{site: offering(site, documents), look: look, documents: documents})
	for page, want := range map[string]string{
		"fi/tyopohjat/palvelualueen-suunnitelma.html":      `href="palvelualueen-suunnitelma.docx"`,
		"fi/tyopohjat/ohjelma-asiakirja.html":              `href="ohjelma-asiakirja-ilman-kenttia.docx"`,
		"fi/malli/paatos-tunnissa.html":                    `href="paatos-tunnissa-kutsu.docx"`,
		"fi/sparraukset/viestiminen.html":                  `href="viestiminen-esimerkkiviesti-asukkaille.docx"`,
		"fi/sparraukset/1-miksi-osallisuus-vetajalle.html": `href="1-miksi-osallisuus-vetajalle.docx"`,
		"fi/sparraukset/kuntalainen-sparraajana.html":      `href="kuntalainen-sparraajana-malliviesti-kunnalle.docx"`,
		"fi/osallisuusohjelma/valtuuston-paatos.html":      `href="valtuuston-paatos-saate.docx"`,
	} {
		if !strings.Contains(files[page], want) {
			t.Errorf("%s doesn't offer %s", page, want)
		}
	}
	if told != len(documents) || told < 45 {
		t.Errorf("%d documents are told of, %d made", told, len(documents))
	}
	for _, d := range documents {
		if d.Size != len(files[d.Address]) || d.Size > 30_000 {
			t.Errorf("%s has %d bytes, and says %d", d.Address, len(files[d.Address]), d.Size)
		}
	}
}
