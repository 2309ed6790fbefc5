package edit

import (
	"bytes"
	"encoding/binary"
)

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
