package docx

import (
	"archive/zip"
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"
)

// orders are those of the schema (wml.xsd, ISO 29500 transitional) for what is
// in elements. Word refuses a document with another order.
func orders() map[string]string {
	return map[string]string{
		"pPr":         "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr",
		"rPr":         "rStyle rFonts b bCs i iCs color sz szCs highlight u rtl cs lang",
		"tblPr":       "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
		"tcPr":        "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
		"tbl":         "tblPr tblGrid tr sdt",
		"sdt":         "sdtPr sdtEndPr sdtContent",
		"sdtPr":       "rPr alias tag id lock placeholder showingPlcHdr date dropDownList text checkbox repeatingSection repeatingSectionItem",
		"date":        "dateFormat lid storeMappedDataAs calendar",
		"checkbox":    "checked checkedState uncheckedState",
		"sectPr":      "headerReference footerReference pgSz pgMar",
		"pBdr":        "top left bottom right",
		"tblBorders":  "top left bottom right insideH insideV",
		"style":       "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr",
		"lvl":         "start numFmt lvlText lvlJc pPr rPr",
		"abstractNum": "multiLevelType lvl",
		"numbering":   "abstractNum num",
		"settings":    "defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
		"styles":      "docDefaults style",
	}
}

// strict tells what is wrong with an element and what is in it.
func strict(e *element, say func(string, ...any)) {
	if order, known := orders()[e.name]; known {
		at := 0
		for _, child := range e.children {
			now := slices.Index(strings.Fields(order), child.name)
			if now < at {
				say("%s has %s, which isn't known or stands too late", e.name, child.name)
			}
			at = max(at, now)
		}
	}
	if last := len(e.children) - 1; e.name == "tc" && (last < 0 || e.children[last].name != "p") {
		say("a cell doesn't end with a paragraph")
	}
	if e.name == "tr" && len(e.children) == 0 {
		say("a row has no cells")
	}
	for i, child := range e.children[:max(0, len(e.children)-1)] {
		if child.name == "tbl" && e.children[i+1].name != "p" {
			say("no paragraph follows a table")
		}
		strict(child, say)
	}
	if len(e.children) > 0 {
		strict(e.children[len(e.children)-1], say)
	}
}

// files are the names of a document's files.
func files(t *testing.T, data []byte) (names []string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	return names
}

// parts are read in full, each with the type that the list of types gives it.
func strictParts(t *testing.T, d Document, data []byte) {
	t.Helper()
	say := func(format string, values ...any) { t.Errorf(d.Address+": "+format, values...) }
	types := read(t, data, "[Content_Types].xml")
	var listed []string
	for _, one := range types.all("Override") {
		listed = append(listed, strings.TrimPrefix(one.attributes["PartName"], "/"))
	}
	for _, name := range files(t, data) {
		strict(read(t, data, name), say)
		if path.Ext(name) == ".xml" && name != "[Content_Types].xml" && !slices.Contains(listed, name) {
			say("%s has no type", name)
		}
	}
	for _, name := range listed {
		if !slices.Contains(files(t, data), name) {
			say("%s isn't there", name)
		}
	}
	strictNumbers(t, d, data)
}

// strictNumbers looks at what names something else: controls, styles, lists and
// links.
func strictNumbers(t *testing.T, d Document, data []byte) {
	t.Helper()
	document := read(t, data, "word/document.xml")
	var known []string
	note := func(e *element, attribute, kind string) { known = append(known, kind+e.attributes[attribute]) }
	for _, e := range read(t, data, "word/styles.xml").all("style") {
		note(e, "styleId", "style ")
	}
	for _, e := range read(t, data, "word/numbering.xml").all("num") {
		note(e, "numId", "list ")
	}
	for _, e := range read(t, data, "word/_rels/document.xml.rels").children {
		note(e, "Id", "link ")
	}
	for _, kind := range [][3]string{{"pStyle", "val", "style "}, {"rStyle", "val", "style "}, {"tblStyle", "val", "style "}, {"numId", "val", "list "}, {"hyperlink", "id", "link "}} {
		for _, e := range document.all(kind[0]) {
			if name := kind[2] + e.attributes[kind[1]]; !slices.Contains(known, name) {
				t.Errorf("%s: there is no %s", d.Address, name)
			}
		}
	}
	seen := map[string]bool{}
	for _, control := range document.all("sdtPr") {
		id := control.value("id")
		if seen[id] || id == "" || len([]rune(control.value("alias"))) > longest {
			t.Errorf("%s: the control %s has a number twice or too long a title", d.Address, control.value("tag"))
		}
		seen[id] = true
	}
}

func TestEveryDocumentKeepsToTheSchema(t *testing.T) {
	site := realGuide(t)
	for _, d := range Documents(site, site.Locales[0]) {
		strictParts(t, d, made(t, d))
	}
}
