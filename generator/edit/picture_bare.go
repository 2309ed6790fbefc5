package edit

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"slices"
	"strings"
)

// bare is what shows of the file of a picture.
type bare struct {
	// data is the file without anything else, nil where it can't be taken apart.
	data []byte
	// ending is how the name of such a file ends, "" for one that has to become
	// another.
	ending string
	// turn is how the points lie, by the numbers of Exif.
	turn    int
	profile []byte
	moves   bool
	// weight is how many bytes a point takes while they are read, 0 if that shows
	// in the colours.
	weight float64
}

// bareOf takes the file of a picture apart.
func bareOf(raw []byte, format string) bare {
	b := bare{turn: 1}
	whole := false
	switch format {
	case "jpeg":
		// One that can't be taken apart may be of the heaviest kind.
		b.ending, b.weight = ".jpg", 20
		whole = b.jpeg(raw)
	case "png":
		b.ending = ".png"
		whole = b.png(raw)
	case "webp":
		b.webp(raw)
	}
	if !whole {
		b.data = nil
	}
	b.profile = bareProfile(b.profile)
	return b
}

// shownChunks are the chunks of a PNG that show.
const shownChunks = "IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB cICP"

// png copies the chunks that show.
func (b *bare) png(raw []byte) (whole bool) {
	const head = 8
	if len(raw) > 28 && raw[28] == 1 {
		// Each pass is a picture of its own until all are put together.
		b.weight = 12
	}
	b.data = bytes.Clone(raw[:head])
	for at := head; at+12 <= len(raw); {
		size, name := int(binary.BigEndian.Uint32(raw[at:])), string(raw[at+4:at+8])
		if size > len(raw)-at-12 {
			return false
		}
		chunk, inside := raw[at:at+12+size], raw[at+8:at+8+size]
		at += len(chunk)
		switch {
		case name == "acTL":
			b.moves = true
		case name == "eXIf":
			b.turn = turnOf(inside)
		case name == "iCCP":
			b.profile = unpacked(inside)
		case slices.Contains(strings.Fields(shownChunks), name):
			b.data = append(b.data, chunk...)
		}
		if name == "IEND" {
			return true
		}
	}
	return false
}

// unpacked returns the profile in a chunk: a name, a zero, how it is packed.
func unpacked(chunk []byte) []byte {
	_, packed, _ := bytes.Cut(chunk, []byte{0})
	if len(packed) == 0 {
		return nil
	}
	reader, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(reader, profileMost+1))
	if err != nil {
		return nil
	}
	return profile
}

// webp reads what a WebP says of its points.
func (b *bare) webp(raw []byte) {
	b.weight = 8
	for at := 12; at+8 <= len(raw); {
		size := int(binary.LittleEndian.Uint32(raw[at+4:]))
		if size > len(raw)-at-8 {
			return
		}
		name, inside := string(raw[at:at+4]), raw[at+8:at+8+size]
		switch {
		case name == "VP8X" && size > 0 && inside[0]&2 != 0:
			b.moves = true
		case name == "EXIF":
			b.turn = turnOf(bytes.TrimPrefix(inside, []byte("Exif\x00\x00")))
		case name == "ICCP":
			b.profile = inside
		}
		at += 8 + size + size%2
	}
}

// movesOn reports whether another picture follows in what is left of a GIF.
func movesOn(rest []byte) bool {
	for len(rest) > 2 && rest[0] == '!' {
		rest = rest[2:]
		for len(rest) > 0 && rest[0] > 0 {
			rest = rest[min(len(rest), 1+int(rest[0])):]
		}
		rest = rest[min(len(rest), 1):]
	}
	return len(rest) > 0 && rest[0] == ','
}

// turnOf returns how Exif says that the points lie: 1 for upright.
func turnOf(exif []byte) int {
	const tag = 0x0112
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(exif, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(exif) < 8 {
		return 1
	}
	start := uint64(order.Uint32(exif[4:]))
	if start+2 > uint64(len(exif)) {
		return 1
	}
	rows := exif[start+2:]
	for range order.Uint16(exif[start:]) {
		if len(rows) < 12 {
			return 1
		}
		if turn := int(order.Uint16(rows[8:])); order.Uint16(rows) == tag && turn >= 1 && turn <= 8 {
			return turn
		}
		rows = rows[12:]
	}
	return 1
}
