package single

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Alone is a page that is to be read as a file of its own.
type Alone struct {
	// Name is the page's address in the site, Read returns files of the site.
	Name string
	Read func(name string) ([]byte, error)
	// Script and Style are all that runs and looks in the file beside the page's
	// own styles; the script reads Data, which is anything that JSON can hold, from
	// the element #reading.
	Script, Style string
	Data          any
}

// Page makes the file of a page: its text and its look, without what leads around
// the site, with its pictures in it. It asks nobody for anything, and nothing runs
// in it but the script: the policy says so by checksums.
func (a Alone) Page(page []byte) ([]byte, error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	var styles []string
	a.strip(root, &styles)
	data, err := json.Marshal(a.Data)
	if err != nil {
		return nil, err
	}
	head, body := first(root, "head"), first(root, "body")
	styles = append(styles, a.Style)
	for _, style := range styles {
		head.AppendChild(newElement("style", style))
	}
	body.AppendChild(newElement("script", string(data), html.Attribute{Key: "type", Val: "application/json"}, html.Attribute{Key: "id", Val: "reading"}))
	body.AppendChild(newElement("script", a.Script))
	head.InsertBefore(newElement("meta", "", html.Attribute{Key: "http-equiv", Val: "Content-Security-Policy"}, html.Attribute{Key: "content", Val: a.policy(styles)}), head.FirstChild)
	head.InsertBefore(newElement("meta", "", html.Attribute{Key: "charset", Val: "utf-8"}), head.FirstChild)
	var out bytes.Buffer
	err = html.Render(&out, root)
	return out.Bytes(), err
}

func (a Alone) policy(styles []string) string {
	var sums []string
	for _, style := range styles {
		sums = append(sums, checksum([]byte(style)))
	}
	return "default-src 'none'; script-src " + checksum([]byte(a.Script)) + "; style-src " + strings.Join(sums, " ") +
		"; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
}

func newElement(name, text string, attributes ...html.Attribute) *html.Node {
	node := &html.Node{Type: html.ElementNode, Data: name, Attr: attributes}
	if text != "" {
		node.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	}
	return node
}

func first(root *html.Node, name string) *html.Node {
	for node := range root.Descendants() {
		if node.Type == html.ElementNode && node.Data == name {
			return node
		}
	}
	return root
}

// useless are elements that lead around the site or elsewhere, or that run.
var useless = []string{"script", "noscript", "nav", "header", "footer", "meta", "iframe", "object", "embed", "audio", "video", "source", "base", "template"}

// strip takes away what a page has no use for by itself, puts pictures into it and
// collects its styles.
func (a Alone) strip(node *html.Node, styles *[]string) {
	for _, child := range slices.Collect(node.ChildNodes()) {
		isSkip := child.Data == "a" && attribute(child, "class") == "skip"
		switch {
		case child.Type == html.CommentNode, child.Type == html.ElementNode && (slices.Contains(useless, child.Data) && !isViewport(child) || isSkip):
			node.RemoveChild(child)
			continue
		case child.Data == "link":
			if attribute(child, "rel") == "stylesheet" {
				*styles = append(*styles, a.style(attribute(child, "href"), attribute(child, "media")))
			}
			node.RemoveChild(child)
			continue
		}
		a.mend(child)
		a.strip(child, styles)
	}
}

func isViewport(node *html.Node) bool {
	return node.Data == "meta" && attribute(node, "name") == "viewport"
}

func attribute(node *html.Node, name string) string {
	for _, a := range node.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// mend leaves of the attributes those that work in a file: pictures have their
// bytes, links lead within the page or to the web, nothing runs.
func (a Alone) mend(node *html.Node) {
	var kept []html.Attribute
	for _, at := range node.Attr {
		switch key := strings.ToLower(at.Key); {
		case key == "srcset" || key == "style" || key == "action" || key == "formaction" || key == "ping" || strings.HasPrefix(key, "on"):
			continue
		case key == "src":
			at.Val = a.dataURL(at.Val)
		case key == "href" && !strings.HasPrefix(at.Val, "#"):
			address, err := url.Parse(at.Val)
			if err != nil || !slices.Contains([]string{"https", "http", "mailto", "tel"}, address.Scheme) {
				continue
			}
		}
		kept = append(kept, at)
	}
	node.Attr = kept
}

// at is the name of the file that an address of the page leads to, "" for none of
// the site.
func (a Alone) at(address string) string {
	to, err := url.Parse(address)
	if err != nil || to.Scheme != "" || to.Host != "" || to.Path == "" {
		return ""
	}
	return strings.TrimPrefix(path.Join("/", path.Dir(a.Name), to.Path), "/")
}

// dataURL is the address of a picture's own bytes; one that can't be had is none.
func (a Alone) dataURL(address string) string {
	name := a.at(address)
	data, err := a.Read(name)
	if name == "" || err != nil || len(data) > Largest*4 {
		return ""
	}
	return "data:" + typeOf(name) + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// style returns a style sheet with the files that it names in it.
func (a Alone) style(address, media string) string {
	name := a.at(address)
	text, err := a.Read(name)
	if name == "" || err != nil {
		return ""
	}
	files := map[string][]byte{name: text}
	for _, match := range inStyle.FindAllSubmatch(text, -1) {
		file := path.Join(path.Dir(name), string(match[1]))
		if data, err := a.Read(file); err == nil {
			files[file] = data
		}
	}
	// An end tag in it would end the style.
	whole := strings.ReplaceAll(string(withFiles(name, files)), "</", `<\/`)
	if media != "" {
		whole = "@media " + media + "{" + whole + "}"
	}
	return whole
}
