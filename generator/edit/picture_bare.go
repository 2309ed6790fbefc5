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

// jpeg copies the segments that show: tables, frames and scans. The rest are notes
// of cameras and programs, small copies of the picture, and whole films.
func (b *bare) jpeg(raw []byte) (whole bool) {
	b.data = []byte{0xFF, 0xD8}
	for at := 2; at+4 <= len(raw); {
		marker, size := raw[at+1], 2+int(binary.BigEndian.Uint16(raw[at+2:]))
		switch {
		case raw[at] != 0xFF:
			return false
		case marker == 0xFF:
			at++
			continue
		case at+size > len(raw):
			return false
		}
		segment := raw[at : at+size]
		at += size
		b.segment(marker, segment)
		if marker == 0xDA {
			end := scanEnd(raw, at)
			b.data = append(b.data, raw[at:end]...)
			if at = end; at+2 <= len(raw) && raw[at+1] == 0xD9 {
				b.data = append(b.data, 0xFF, 0xD9)
				return true
			}
		}
	}
	return false
}

// segment takes what a segment says, or the segment itself.
func (b *bare) segment(marker byte, segment []byte) {
	inside := segment[min(4, len(segment)):]
	switch {
	case marker == 0xE1:
		if exif, ok := bytes.CutPrefix(inside, []byte("Exif\x00\x00")); ok {
			b.turn = turnOf(exif)
		}
	case marker == 0xE2:
		if part, ok := bytes.CutPrefix(inside, []byte("ICC_PROFILE\x00")); ok && len(part) > 2 {
			b.profile = append(b.profile, part[2:]...)
		}
	case marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
		b.weight = weightOfFrame(marker, inside)
		b.data = append(b.data, segment...)
	case marker == 0xE0 && len(segment) == 18 && bytes.HasPrefix(inside, []byte("JFIF\x00")), marker == 0xEE && bytes.HasPrefix(inside, []byte("Adobe")), marker >= 0xC0 && marker < 0xE0:
		b.data = append(b.data, segment...)
	}
}

// weightOfFrame is how many bytes a point of a JPEG takes: one for a sample, and
// four more where all are kept until the last scan is read.
func weightOfFrame(marker byte, frame []byte) float64 {
	samples, across, down := 0, 1, 1
	for at := 6; at+3 <= len(frame); at += 3 {
		h, v := int(frame[at+1]>>4), int(frame[at+1]&15)
		samples += h * v
		across, down = max(across, h), max(down, v)
	}
	weight := float64(samples) / float64(across*down)
	if marker == 0xC2 {
		weight *= 5
	}
	return weight
}

// scanEnd returns where the points of a scan end: at a marker that doesn't stand
// among them.
func scanEnd(raw []byte, at int) int {
	for ; at+2 <= len(raw); at++ {
		if raw[at] == 0xFF && raw[at+1] != 0 && raw[at+1] != 0xFF && (raw[at+1] < 0xD0 || raw[at+1] > 0xD7) {
			return at
		}
	}
	return len(raw)
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
