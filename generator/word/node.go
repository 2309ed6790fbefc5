package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html"
)

// What is read is a tree of nodes: HTML as browsers read it, and the parts of a Word
// document, whose elements are called there by their names without a prefix.

// Limits of a tree: how deep it is, and how many nodes it has.
const depthMost, nodesMost = 400, 1_000_000

// readHTML reads HTML.
func readHTML(text string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, refused("word-paste")
	}
	return root, nil
}

// readXML reads a part of a document. Entities other than those of XML itself are
// refused, wherever they are said to lead.
func readXML(data []byte) (*html.Node, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errUnread }
	root := &html.Node{Type: html.DocumentNode}
	at, depth := root, 0
	for nodes := 0; ; nodes++ {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return root, nil
		case err != nil:
			return nil, refused("word-unread")
		case nodes > nodesMost || depth > depthMost:
			return nil, refused("word-large")
		}
		switch token := token.(type) {
		case xml.StartElement:
			child := &html.Node{Type: html.ElementNode, Data: token.Name.Local}
			for _, a := range token.Attr {
				child.Attr = append(child.Attr, html.Attribute{Key: a.Name.Local, Val: a.Value})
			}
			at.AppendChild(child)
			at = child
			depth++
		case xml.EndElement:
			at = at.Parent
			depth--
		case xml.CharData:
			at.AppendChild(&html.Node{Type: html.TextNode, Data: string(token)})
		}
	}
}

// attribute returns an attribute of a node, "" for none.
func attribute(n *html.Node, key string) string {
	if n != nil {
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val
			}
		}
	}
	return ""
}

// is reports whether a node is an element with one of the names.
func is(n *html.Node, names ...string) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, name := range names {
		if n.Data == name {
			return true
		}
	}
	return false
}

// within returns the elements of a name in a node, in their order, at any depth.
func within(n *html.Node, names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		if n == nil {
			return
		}
		for d := range n.Descendants() {
			if is(d, names...) && !yield(d) {
				return
			}
		}
	}
}

// first returns the first element of a name in a node, nil for none.
func first(n *html.Node, names ...string) *html.Node {
	for found := range within(n, names...) {
		return found
	}
	return nil
}

// child returns the first child of a name, nil for none.
func child(n *html.Node, name string) *html.Node {
	if n != nil {
		for c := range n.ChildNodes() {
			if is(c, name) {
				return c
			}
		}
	}
	return nil
}

// words returns the text in a node.
func words(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		} else if is(d, "br", "p", "tab", "li", "td", "tr", "div") {
			out.WriteByte(' ')
		}
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	return out.String()
}
