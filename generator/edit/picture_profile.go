package edit

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
)

const (
	// profileMost is how many bytes a profile may have: what one segment holds.
	profileMost = 65_000
	profileHead = 128
	// shownTags are the parts of a profile that say what its colours are. The others
	// may name a screen and its owner.
	shownTags = "wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC chad desc cprt cicp"
)

// bareProfile returns what a colour profile (ICC) needs to show colours, nil for
// one that isn't of a screen or a camera.
func bareProfile(profile []byte) []byte {
	if len(profile) < profileHead+4 || len(profile) > profileMost || string(profile[16:20]) != "RGB " || string(profile[36:40]) != "acsp" {
		return nil
	}
	var rows, data []byte
	count := binary.BigEndian.Uint32(profile[profileHead:])
	table := profile[profileHead+4:]
	if count > 100 || int(count)*12 > len(table) {
		return nil
	}
	kept := table[:0:0]
	for row := range slices.Chunk(table[:count*12], 12) {
		if slices.Contains(strings.Fields(shownTags), string(row[:4])) {
			kept = append(kept, row...)
		}
	}
	start := profileHead + 4 + len(kept)
	for row := range slices.Chunk(kept, 12) {
		at, size := uint64(binary.BigEndian.Uint32(row[4:])), uint64(binary.BigEndian.Uint32(row[8:]))
		if at+size > uint64(len(profile)) || len(data)+int(size) > profileMost {
			return nil
		}
		rows = binary.BigEndian.AppendUint32(append(rows, row[:4]...), uint32(start+len(data)))
		rows = binary.BigEndian.AppendUint32(rows, uint32(size))
		data = append(data, profile[at:at+size]...)
		data = append(data, make([]byte, -len(data)&3)...)
	}
	if len(kept) == 0 {
		return nil
	}
	out := bytes.Clone(profile[:profileHead])
	// Who made the device and the profile, and the sum of what it was.
	clear(out[48:64])
	clear(out[80:])
	binary.BigEndian.PutUint32(out, uint32(start+len(data)))
	out = binary.BigEndian.AppendUint32(out, uint32(len(kept)/12))
	return append(append(out, rows...), data...)
}

// withProfile puts a profile into a file that has none.
func withProfile(data []byte, ending string, profile []byte) []byte {
	if profile == nil {
		return data
	}
	if ending == ".png" {
		// Behind the first chunk, which is always as long.
		const at = 8 + 12 + 13
		return slices.Insert(data, at, profileChunk(profile)...)
	}
	at := 2
	if bytes.HasPrefix(data[at:], []byte{0xFF, 0xE0}) {
		at += 18
	}
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE2}, uint16(2+14+len(profile)))
	segment = append(segment, "ICC_PROFILE\x00\x01\x01"...)
	return slices.Insert(data, at, append(segment, profile...)...)
}

// profileChunk packs a profile as PNG has it.
func profileChunk(profile []byte) []byte {
	var packed bytes.Buffer
	packed.WriteString("iCCPicc\x00\x00")
	writer := zlib.NewWriter(&packed)
	// A buffer takes all.
	_, _ = writer.Write(profile)
	_ = writer.Close()
	chunk := binary.BigEndian.AppendUint32(nil, uint32(packed.Len()-4))
	chunk = append(chunk, packed.Bytes()...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(packed.Bytes()))
}
