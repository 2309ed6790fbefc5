package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
)

// unpackedMost is how much a stream of objects may hold.
const unpackedMost = 64 << 20

// unpacked is the data of a stream that is compressed as a writer does it.
func (p *parser) unpacked(s stream) []byte {
	if _, other := s.dict["DecodeParms"]; other || s.dict["Filter"] != name("FlateDecode") {
		p.fail("a stream that is packed in another way")
	}
	r, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		p.fail("a broken stream")
	}
	data, err := io.ReadAll(io.LimitReader(r, unpackedMost))
	if err != nil {
		p.fail("a broken stream")
	}
	return data
}

// streamTable reads a table that is a stream, the dictionary of which is the
// trailer.
func (p *parser) streamTable() ([]place, dict) {
	p.skip()
	at := p.at
	number := p.count()
	p.at = at
	s, ok := p.indirect(number).(stream)
	if !ok || s.dict["Type"] != name("XRef") || s.dict["Index"] != nil {
		p.fail("another table")
	}
	widths, _ := s.dict["W"].(array)
	if len(widths) != 3 || widths[0] != token("1") || widths[1] != token("4") || widths[2] != token("1") {
		p.fail("a table of other columns")
	}
	data := p.unpacked(s)
	places := make([]place, len(data)/6)
	for i := range places {
		row := data[6*i:]
		where := int(row[1])<<24 | int(row[2])<<16 | int(row[3])<<8 | int(row[4])
		switch {
		case row[0] == 1:
			places[i].at = where
		case row[0] == 2:
			places[i].in = where
		case row[0] != 0:
			p.fail("a place of another kind")
		}
	}
	return places, s.dict
}

// unpack puts the objects in the stream of a number into their places.
func (p *parser) unpack(f *file, s stream, places []place, in int) {
	count, _ := s.dict["N"].(token)
	first, _ := s.dict["First"].(token)
	n, err := strconv.Atoi(string(count))
	begin, wrong := strconv.Atoi(string(first))
	if err != nil || wrong != nil {
		p.fail("a stream of no objects")
	}
	list := &parser{data: p.unpacked(s)}
	for range n {
		number, at := list.count(), list.count()
		if number >= len(places) || places[number].in != in || begin+at > len(list.data) {
			p.fail("another object in a stream")
		}
		inner := &parser{data: list.data, at: begin + at}
		f.objects[number] = inner.object()
	}
}
