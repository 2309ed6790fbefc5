package pdf

import (
	"bytes"
	"encoding/hex"
	"strconv"
)

// parser reads the objects of a file that Chromium wrote. What it doesn't know
// ends it with an unknown.
type parser struct {
	data []byte
	at   int
}

// unknown is what a parser met that Chromium hasn't written so far, and where.
type unknown struct {
	what string
	at   int
}

func (u unknown) Error() string { return u.what + " at byte " + strconv.Itoa(u.at) }

func (p *parser) fail(what string) { panic(unknown{what, p.at}) }

const (
	spaces     = "\x00\t\n\f\r "
	delimiters = "()<>[]{}/%"
)

// skip passes over white space.
func (p *parser) skip() {
	for p.at < len(p.data) && bytes.IndexByte([]byte(spaces), p.data[p.at]) >= 0 {
		p.at++
	}
}

// take passes over a sign or word, and reports whether it came next.
func (p *parser) take(word string) bool {
	p.skip()
	if !bytes.HasPrefix(p.data[min(p.at, len(p.data)):], []byte(word)) {
		return false
	}
	p.at += len(word)
	return true
}

func (p *parser) want(word string) {
	if !p.take(word) {
		p.fail("no " + word)
	}
}

// regular reads what isn't parted by white space or a delimiter.
func (p *parser) regular() string {
	from := p.at
	for p.at < len(p.data) && bytes.IndexByte([]byte(spaces+delimiters), p.data[p.at]) < 0 {
		p.at++
	}
	return string(p.data[from:p.at])
}

// object reads an object.
func (p *parser) object() object {
	switch {
	case p.take("<<"):
		return p.dict()
	case p.take("["):
		return p.array()
	case p.take("/"):
		return name(p.regular())
	case p.take("("):
		return text(p.literal())
	case p.take("<"):
		return text(p.hexadecimal())
	}
	return p.numberOrRef()
}

func (p *parser) dict() object {
	d := dict{}
	for !p.take(">>") {
		p.want("/")
		key := name(p.regular())
		d[key] = p.object()
	}
	return d
}

func (p *parser) array() object {
	list := array{}
	for !p.take("]") {
		list = append(list, p.object())
	}
	return list
}

// numberOrRef reads a number or a word, or a number with 0 R behind it.
func (p *parser) numberOrRef() object {
	word := p.regular()
	if word == "" {
		p.fail("no object")
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		if _, err := strconv.ParseFloat(word, 64); err != nil && word != "true" && word != "false" && word != "null" {
			p.fail("the word " + strconv.Quote(word))
		}
		return token(word)
	}
	if after := p.at; n > 0 && p.take("0") && p.take("R") {
		return ref(n)
	} else {
		p.at = after
	}
	return token(word)
}

// escapes are what stands behind a backslash for a sign that isn't itself.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads a string up to its last parenthesis.
func (p *parser) literal() []byte {
	var out []byte
	for depth := 1; p.at < len(p.data); p.at++ {
		c := p.data[p.at]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				p.at++
				return out
			}
		case '\\':
			p.at++
			c = p.escaped()
		}
		out = append(out, c)
	}
	p.fail("a string without end")
	return nil
}

// escaped reads the sign behind a backslash, or three octal digits.
func (p *parser) escaped() byte {
	if p.at+3 <= len(p.data) {
		if n, err := strconv.ParseUint(string(p.data[p.at:p.at+3]), 8, 8); err == nil {
			p.at += 2
			return byte(n)
		}
	}
	if p.at >= len(p.data) {
		p.fail("a string without end")
	}
	if sign, ok := escapes[p.data[p.at]]; ok {
		return sign
	}
	return p.data[p.at]
}

func (p *parser) hexadecimal() []byte {
	end := bytes.IndexByte(p.data[p.at:], '>')
	if end < 0 {
		p.fail("a string without end")
	}
	out := make([]byte, end/2)
	if _, err := hex.Decode(out, p.data[p.at:p.at+end]); err != nil {
		p.fail("a string of other than hexadecimal digits")
	}
	p.at += end + 1
	return out
}

// indirect reads the object of a number, with its data if it is a stream.
func (p *parser) indirect(number int) object {
	p.want(strconv.Itoa(number))
	p.want("0")
	p.want("obj")
	o := p.object()
	d, ok := o.(dict)
	if !ok || !p.take("stream") {
		p.want("endobj")
		return o
	}
	length, ok := d["Length"].(token)
	n, err := strconv.Atoi(string(length))
	if !ok || err != nil || n < 0 {
		p.fail("a stream without length")
	}
	if p.at < len(p.data) && p.data[p.at] == '\r' {
		p.at++
	}
	p.at++
	if p.at+n > len(p.data) {
		p.fail("a stream without end")
	}
	data := p.data[p.at : p.at+n]
	p.at += n
	p.want("endstream")
	p.want("endobj")
	return stream{d, data}
}
