package word

import (
	"html"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// hard are texts that mean something in Markdown, or to those who look for slips.
var hard = []string{
	"7. luokan", "1) eka", "- viiva", "+ plus", "# otsikko", "## #", "> lainaus", "* tähti *", "**a", "a__b__c", "_x_", "[a](b.md)", "[^1]: x", "[[sivu]]", "![kuva](x)",
	"<b>lihava</b>", "<!-- x -->", "--> a", "a|b|c", "|---|", "`koodi`", "```", "~~~", "~~yli~~", "H~2~O", "x^2^", "{#id}", "{lang=sv}", "[a]{lang=sv}", "&nbsp;", "&#65;", "R&D;",
	"https://thl.fi/a_b*c|d", "(https://a.fi).", "www.kunta.fi", "a@b.fi,", "C:\\Users\\a", "\\", "===", "---", "+++", ":::", ":smile:", "%%", "$$x$$", "//x", "/* x", "==x==", "++x++", "...",
	"\"lainaus\"", "'x'", "50 %", "2*3*4", "Katso!", "•\ta", "o\ta", "a)\tb", "a\tb\tc", "1.yksi", "Huom!", "”x”", "1 . yksi", "#Tunniste", "–> x", "<!–", "a\u00adb\u200b", "\uf0b7 x", "http://", "x: y",
}

// styled writes a text as runs of Word whose looks come from bits: each piece between
// spaces has its own.
func styled(text string, bits uint64) string {
	var out strings.Builder
	for _, piece := range strings.SplitAfter(text, " ") {
		start, end := "", ""
		for _, tag := range []string{"b", "i", "u", "code", `a href="https://thl.fi"`} {
			if bits&1 == 1 {
				name, _, _ := strings.Cut(tag, " ")
				start, end = start+"<"+tag+">", "</"+name+">"+end
			}
			bits = bits>>1 | bits<<63
		}
		out.WriteString(start + html.EscapeString(piece) + end)
		if bits&2 == 2 {
			out.WriteString("<br>")
		}
	}
	return out.String()
}

// FuzzWords puts any text into all places that words can have: the page shows the same
// words, and nothing is wrong with it.
func FuzzWords(f *testing.F) {
	for i, text := range hard {
		for j := range 6 {
			f.Add(text+hard[(i*7+j*11)%len(hard)]+" "+text, uint64(i*131+j*977), uint8(i+j))
		}
	}
	f.Fuzz(func(t *testing.T, text string, bits uint64, place uint8) {
		if strings.ContainsRune(text, 0) || strings.ContainsAny(text, "\r") || clean(text) != strings.ToValidUTF8(clean(text), "") || strings.ContainsRune(text, '\ufffd') {
			t.Skip()
		}
		inner := styled(text, bits)
		source := "<p>" + strings.NewReplacer().Replace(inner) + "</p>"
		switch place % 6 {
		case 1:
			source = "<h1>" + inner + "</h1><p>a</p>"
		case 2:
			source = "<ol><li>" + inner + "</li><li>b<ul><li>" + inner + "</li></ul></li></ol>"
		case 3:
			source = "<table><tr><td>" + inner + "</td><td>b</td></tr><tr><td>" + inner + "</td><td>c</td></tr></table>"
		case 4:
			source = "<blockquote><p>a</p><p>" + inner + "</p></blockquote>"
		case 5:
			source = "<p>a</p><p>" + inner + "</p><p>" + inner + "</p>"
		}
		made, err := FromHTML(source, Options{})
		if err != nil {
			t.Skip()
		}
		page := render(made.Markdown)
		if got, want := wordsOf(page.HTML), wordsOf(source); place%6 != 2 && place%6 != 5 && got != want && !renumbered(text) {
			t.Errorf("%q\nbecame %q\nshows  %q\nnot    %q", source, made.Markdown, got, want)
		}
		for _, issue := range issuesOf(made.Markdown) {
			t.Errorf("%q\nbecame %q\nissue %s", source, made.Markdown, issue)
		}
	})
}

// renumbered reports whether a text has lines that become a list, whose signs a list
// shows otherwise.
func renumbered(text string) bool {
	return strings.ContainsAny(text, "o§üØvq") && strings.Contains(text, "\t")
}

// FuzzHTML reads any HTML without harm.
func FuzzHTML(f *testing.F) {
	for _, name := range []string{"word", "word-online", "libreoffice", "google-docs", "outlook", "web"} {
		data, err := os.ReadFile("testdata/" + name + ".html")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		made, err := FromHTML(text, Options{Keep: kept(), Title: true, Notes: 3})
		if err != nil {
			return
		}
		checkHarmless(t, text, made)
	})
}

// checkHarmless fails if what was made could do harm, or has faults.
func checkHarmless(t *testing.T, text string, made Made) {
	t.Helper()
	page := render(made.Markdown)
	for _, i := range page.Issues {
		if i.Rule == "html-in-text" || i.Rule == "list-numbers" || i.Rule == "heading-order" || i.Rule == "heading-level" || i.Rule == "table-header" {
			t.Errorf("%q\nbecame %q\nwith %s", text, made.Markdown, i.Rule)
		}
	}
	lower := strings.ToLower(page.HTML)
	if strings.Contains(lower, `href="javascript:`) || strings.Contains(lower, "<script") {
		t.Errorf("%q\nbecame %q", text, page.HTML)
	}
}

// FuzzDocx reads any text of a document without harm.
func FuzzDocx(f *testing.F) {
	parts := map[string]string{}
	for _, name := range []string{"document", "styles", "numbering", "footnotes", "comments"} {
		data, err := os.ReadFile("testdata/document/word/" + name + ".xml")
		if err != nil {
			f.Fatal(err)
		}
		parts[name] = string(data)
	}
	links, err := os.ReadFile("testdata/document/word/_rels/document.xml.rels")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(parts["document"], parts["numbering"], parts["styles"])
	f.Fuzz(func(t *testing.T, document, numbering, styles string) {
		made, err := FromDocx(zipped(t, fstest.MapFS{
			"word/document.xml": {Data: []byte(document)}, "word/numbering.xml": {Data: []byte(numbering)}, "word/styles.xml": {Data: []byte(styles)},
			"word/footnotes.xml": {Data: []byte(parts["footnotes"])}, "word/comments.xml": {Data: []byte(parts["comments"])}, "word/_rels/document.xml.rels": {Data: links},
		}), Options{Keep: kept()})
		if err == nil {
			checkHarmless(t, document, made)
		}
	})
}
