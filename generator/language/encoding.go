package language

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encodings of text that isn't UTF-8, as Decode names them.
const (
	Windows = "Windows-1252 (ISO-8859-1)"
	DOS     = "IBM 850 (MS-DOS)"
	Mac     = "Mac Roman"
	UTF16   = "UTF-16"
)

// Decode reads a text that isn't UTF-8, with the encoding under which it looks
// most like a language of the guide: that with most of the letters å, ä and ö
// and fewest odd signs. Parts that are UTF-8 as they are stay as they are.
// Where nothing fits, the encoding is "" and bytes that say nothing are U+FFFD.
func Decode(text []byte) (decoded, encoding string) {
	if decoded, ok := decodeWide(text); ok {
		return decoded, UTF16
	}
	best := 0
	// No text of a single byte a letter has a 0 in it.
	if bytes.IndexByte(text, 0) >= 0 {
		return strings.ToValidUTF8(string(text), "\uFFFD"), ""
	}
	for _, try := range []struct {
		name string
		page *charmap.Charmap
	}{{Windows, charmap.Windows1252}, {Mac, charmap.Macintosh}, {DOS, charmap.CodePage850}} {
		if read, score := decodeNarrow(text, try.page); score > best {
			decoded, encoding, best = read, try.name, score
		}
	}
	if best == 0 {
		return strings.ToValidUTF8(string(text), "\uFFFD"), ""
	}
	return decoded, encoding
}

// decodeNarrow reads each byte that isn't part of a likely letter in UTF-8 as a
// letter, and tells how likely the letters are.
func decodeNarrow(text []byte, page *charmap.Charmap) (decoded string, score int) {
	var out strings.Builder
	for len(text) > 0 {
		r, width := utf8.DecodeRune(text)
		if r >= utf8.RuneSelf && likely(r) < 0 {
			r, width = page.DecodeByte(text[0]), 1
			score += likely(r)
		}
		out.WriteRune(r)
		text = text[width:]
	}
	return out.String(), score
}

// likely weighs a letter that stands in a text of a guide.
func likely(r rune) int {
	switch {
	case strings.ContainsRune("äöåÄÖÅ", r):
		return 3
	case strings.ContainsRune("éüšžÉÜŠŽæøß", r), strings.ContainsRune("”“’‘–—…§€°½»«\u00a0•", r):
		return 1
	}
	return -3
}

// decodeWide reads UTF-16, with or without a mark of its order at the start.
func decodeWide(text []byte) (string, bool) {
	order, ok := wideOrder(text)
	if !ok {
		return "", false
	}
	read, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(text[:len(text)&^1])
	return string(read), err == nil
}

// wideOrder tells in which order UTF-16 has its bytes: where there is no mark,
// every second one of a text of our letters is 0.
func wideOrder(text []byte) (unicode.Endianness, bool) {
	var zeros [2]int
	for i, b := range text {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(text) / 4
	switch {
	case len(text) < 2:
		return unicode.LittleEndian, false
	case text[0] == 0xFF && text[1] == 0xFE, zeros[1] > half && zeros[0] == 0:
		return unicode.LittleEndian, true
	case text[0] == 0xFE && text[1] == 0xFF, zeros[0] > half && zeros[1] == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}
