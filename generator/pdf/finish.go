package pdf

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"slices"
	"time"
)

// finish makes a document of what Chromium printed of a page.
func finish(printed []byte, p Page, said found) (*file, error) {
	f, err := read(printed)
	if err != nil {
		return nil, err
	}
	if len(f.pages()) == 0 {
		return nil, unknown{what: "no pages"}
	}
	f.steady()
	if p.Form != "" {
		if err := f.addForm(said.Controls, p.Form); err != nil {
			return nil, err
		}
	}
	f.describeLinks(said.Links)
	language, _ := f.dict(f.root)["Lang"].(text)
	f.dict(f.root)["Metadata"] = f.add(metadata(p, string(language)))
	f.objects[f.info] = dict{
		"Title": words(p.Title), "Creator": text(producer), "Producer": text(producer),
		"CreationDate": text(p.Date.UTC().Format(pdfDate)), "ModDate": text(p.Date.UTC().Format(pdfDate)),
	}
	return f, nil
}

const (
	// producer is what made a document. Which Chromium helped would make other
	// bytes of the same page.
	producer = "sparrausopas"
	pdfDate  = "D:20060102150405+00'00'"
)

// older are the types of PDF 1.7 for those that only PDF 2 has.
var older = map[name]name{"Strong": "Span", "Em": "Span", "Aside": "Note", "FENote": "Note", "Title": "P", "Sub": "Span"}

// steady calls the elements of the tag tree by numbers from 1. Chromium's own
// depend on what else it printed.
func (f *file) steady() {
	own := map[text]text{}
	for _, o := range f.objects {
		element := f.dict(o)
		if element["Type"] != name("StructElem") {
			continue
		}
		if id, ok := element["ID"].(text); ok {
			own[id] = ""
		}
		if sort, _ := element["S"].(name); older[sort] != "" {
			element["S"] = older[sort]
		}
	}
	for i, id := range slices.Sorted(maps.Keys(own)) {
		own[id] = text(fmt.Sprintf("n%07d", i+1))
	}
	for i, o := range f.objects {
		f.objects[i] = renamed(o, own, false)
	}
}

// renamed is an object in which the texts below certain keys have other names.
func renamed(o object, names map[text]text, here bool) object {
	switch o := o.(type) {
	case text:
		if other, ok := names[o]; ok && here {
			return other
		}
	case array:
		for i := range o {
			o[i] = renamed(o[i], names, here)
		}
	case stream:
		renamed(o.dict, names, here)
	case dict:
		for key, value := range o {
			o[key] = renamed(value, names, slices.Contains([]name{"ID", "Headers", "Names", "Limits"}, key))
		}
	}
	return o
}

// describeLinks gives each link the text that is read aloud where a program
// reads links apart from their page.
func (f *file) describeLinks(links []link) {
	texts := map[string]string{}
	for _, l := range links {
		if texts[l.Address] == "" {
			texts[l.Address] = l.Text
		}
	}
	for _, page := range f.pages() {
		for _, a := range f.array(f.dict(page)["Annots"]) {
			annotation := f.dict(a)
			if annotation["Subtype"] != name("Link") {
				continue
			}
			address, _ := f.dict(annotation["A"])["URI"].(text)
			said := texts[string(address)]
			if said == "" {
				said = string(address)
			}
			annotation["Contents"] = words(said)
		}
	}
}

// metadata says to programs what the document is, and that it is made for all.
func metadata(p Page, language string) stream {
	var out bytes.Buffer
	day := p.Date.UTC().Format(time.RFC3339)
	fmt.Fprintf(&out, `<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`, "\uFEFF", html.EscapeString(p.Title), html.EscapeString(language), day, day, producer, producer)
	return stream{dict{"Type": name("Metadata"), "Subtype": name("XML")}, out.Bytes()}
}
