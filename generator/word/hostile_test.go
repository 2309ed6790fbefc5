package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/report"
)

// inDocument is a document with a body.
func inDocument(body string) string {
	return `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`
}

// bomb is a document whose text is zeros in thousands of times its size.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part, err := w.Create("word/document.xml")
	if err == nil {
		for range 50 {
			_, _ = part.Write(make([]byte, 1<<20))
		}
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDocumentsThatMeanHarmAreRefused(t *testing.T) {
	document := func(text string) []byte { return zipped(t, fstest.MapFS{"word/document.xml": {Data: []byte(text)}}) }
	for name, c := range map[string]struct {
		data []byte
		rule string
	}{
		"nothing":          {nil, "word-unread"},
		"a text":           {[]byte("Hei!"), "word-unread"},
		"Word of old":      {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "word-old"},
		"another archive":  {zipped(t, fstest.MapFS{"content.xml": {Data: []byte("<a/>")}}), "word-none"},
		"no body":          {document("<a/>"), "word-none"},
		"broken":           {document(inDocument("<w:p>")[:40]), "word-unread"},
		"entities":         {document(`<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;">]>` + inDocument("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>")), "word-unread"},
		"a file's entity":  {document(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>` + inDocument("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")), "word-unread"},
		"much in little":   {bomb(t), "word-large"},
		"deep":             {document(inDocument(strings.Repeat("<w:sdt>", 1000))), "word-large"},
		"larger than most": {make([]byte, Most+1), "word-large"},
	} {
		var refused *report.Refusal
		if _, err := FromDocx(c.data, Options{}); !errors.As(err, &refused) || refused.Rule != c.rule {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNamesInADocumentLeadNowhereElse(t *testing.T) {
	kept := 0
	_, err := FromDocx(zipped(t, fstest.MapFS{
		"word/document.xml":            {Data: []byte(inDocument(`<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>`))},
		"word/_rels/document.xml.rels": {Data: []byte(`<Relationships><Relationship Id="r1" Type="x/image" Target="../../../../etc/passwd"/></Relationships>`)},
	}), Options{Keep: func(Picture) (string, error) { kept++; return "a.png", nil }})
	if err != nil || kept != 0 {
		t.Errorf("%d pictures were kept: %v", kept, err)
	}
}

func TestLargeTextsTakeLittleTime(t *testing.T) {
	for name, text := range map[string]string{
		"a wide table":     "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=1000 rowspan=60000>a</td>", 50)+"</tr>", 500) + "</table>",
		"many links":       strings.Repeat(`<a href="#x">a</a>`, 20_000) + `<div id=x>` + strings.Repeat(`<a href="#y">b</a>`, 20_000),
		"many looks":       "<p>" + strings.Repeat("<b>a</b> <i>b</i> ", 20_000),
		"many notes":       strings.Repeat(`<sup><a id=r href="#n">1</a></sup>`, 3000) + strings.Repeat(`<li id=n><a href="#r">a</a>`, 3000),
		"a long paragraph": "<p>" + strings.Repeat("osallisuus &amp; www.a.fi ", 40_000),
		"lists in lists":   strings.Repeat("<ul><li>a", 200),
		"many items":       "<ol>" + strings.Repeat("<li>a", 40_000),
		"typed numbers":    strings.Repeat("<p>2. a</p><p>3. b</p>", 10_000),
		"quotations":       strings.Repeat("<blockquote>a", 200),
		"much struck":      strings.Repeat("<s>a", 300) + strings.Repeat("b ", 10_000),
	} {
		start := time.Now()
		if _, err := FromHTML(text, Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// It takes far less: the limit tells what grows with the square.
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %v", name, took)
		} else {
			t.Log(name, took)
		}
	}
}

func TestLinksThatRunScriptsAreLeftOut(t *testing.T) {
	for _, to := range []string{"javascript:alert(1)", " java\tscript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///C:/a", "//evil.example", "tips.md", "http:", "mailto:"} {
		made, err := FromHTML(`<p><a href="`+to+`">tässä</a></p>`, Options{})
		if err != nil || made.Markdown != "tässä\n" || len(made.Left) != 1 || made.Left[0].What != "link" {
			t.Errorf("%q became %q, %+v, %v", to, made.Markdown, made.Left, err)
		}
	}
}
