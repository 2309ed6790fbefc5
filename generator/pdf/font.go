package pdf

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"fmt"
	"strings"
)

// What is typed into fields is set in a font that lies in the file: programs
// have fonts of their own, but those show other letters on each computer. It is
// Opas Sans, cut by .ci/font to what Finnish, Swedish, English and the Sámi
// languages need, under the SIL Open Font License 1.1; see
// themes/opas/assets/opas-sans-licence.txt.

//go:embed field-sans.ttf
var fontData []byte

// fontTable is a line for each code: the code, its character, its width and, if
// the encoding of Windows has another, its name.
//
//go:embed field-sans.txt
var fontTable string

const fontName = "OpasSans"

// fieldFont adds the font's parts and returns it. Its codes are single bytes:
// programs that fill in forms know best how to write these.
func (f *file) fieldFont() dict {
	widths, differences := array{}, array{}
	var mapped strings.Builder
	next := 1
	for line := range strings.Lines(fontTable) {
		var code, width int
		var char, own string
		_, _ = fmt.Sscan(line, &code, &char, &width, &own)
		for ; next < code; next++ {
			widths = append(widths, number(0))
		}
		next++
		widths = append(widths, number(width))
		if own != "" {
			differences = append(differences, number(code), name(own))
		}
		fmt.Fprintf(&mapped, "<%02X> <%s>\n", code, char)
	}
	file := compressed(fontData)
	file.dict["Length1"] = number(len(fontData))
	descriptor := f.add(dict{
		"Type": name("FontDescriptor"), "FontName": name(fontName), "Flags": number(32), "ItalicAngle": number(0), "StemV": number(84),
		"Ascent": number(750), "Descent": number(-250), "CapHeight": number(656), "FontBBox": array{number(-150), number(-350), number(1200), number(1000)},
		"FontFile2": f.add(file),
	})
	return dict{
		"Type": name("Font"), "Subtype": name("TrueType"), "BaseFont": name(fontName), "FirstChar": number(1), "LastChar": number(255), "Widths": widths,
		"FontDescriptor": descriptor, "ToUnicode": f.add(compressed([]byte(toUnicode(mapped.String())))),
		"Encoding": dict{"Type": name("Encoding"), "BaseEncoding": name("WinAnsiEncoding"), "Differences": differences},
	}
}

// toUnicode says which character each code is, at most a hundred in a block.
func toUnicode(lines string) string {
	var out strings.Builder
	out.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Opas def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n")
	all := strings.SplitAfter(strings.TrimSuffix(lines, "\n"), "\n")
	for len(all) > 0 {
		part := all[:min(100, len(all))]
		all = all[len(part):]
		fmt.Fprintf(&out, "%d beginbfchar\n%s\nendbfchar\n", len(part), strings.TrimSuffix(strings.Join(part, ""), "\n"))
	}
	out.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return out.String()
}

// compressed is a stream of data in less room.
func compressed(data []byte) stream {
	var out bytes.Buffer
	// A buffer takes all.
	w, _ := zlib.NewWriterLevel(&out, zlib.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return stream{dict{"Filter": name("FlateDecode")}, out.Bytes()}
}
