package pdf

import (
	"context"
	_ "embed"
	"encoding/json"
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// tab is a tab of the browser, in which one page is printed after the other.
type tab struct {
	ctx  context.Context
	site Site
	// plain says that scripts of pages aren't to run.
	plain bool
}

// nowhere is where the site stands, as pages see it, if it has no address.
const nowhere = "https://opas.invalid/"

func (s Site) base() string {
	if s.Base != "" {
		return s.Base
	}
	return nowhere
}

// newTab opens a tab to which the site's files are all there is: each request
// is answered here, and none goes out. It goes with the browser.
func newTab(browser context.Context, site Site) (*tab, error) {
	ctx, _ := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t := &tab{ctx: ctx, site: site}
	err := chromedp.Listen(ctx, func(event any) {
		if asked, ok := event.(*fetch.EventRequestPaused); ok {
			go t.answer(asked)
		}
	})
	if err != nil {
		return nil, err
	}
	// Pages of one tab know nothing of each other.
	forget := page.AddScriptToEvaluateOnNewDocumentParams{Source: `try { localStorage.clear(); } catch { /* a page without */ }`}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, forget); err != nil {
		return nil, err
	}
	_, err = chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{})
	return t, err
}

// answer gives a page a file of the site. A tab that is closed needs none.
func (t *tab) answer(asked *fetch.EventRequestPaused) {
	data, kind, err := t.file(asked.Request.URL)
	if err != nil || t.plain && kind == "text/javascript" {
		_, _ = chromedp.Call(t.ctx, fetch.FailRequest, fetch.FailRequestParams{RequestID: asked.RequestID, ErrorReason: network.ErrorReasonAddressUnreachable})
		return
	}
	_, _ = chromedp.Call(t.ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: asked.RequestID, ResponseCode: 200, Body: data,
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: kind}},
	})
}

// kinds are the types that browsers don't guess.
var kinds = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json"}

// file returns what stands at an address.
func (t *tab) file(address string) (data []byte, kind string, err error) {
	address, _, _ = strings.Cut(address, "#")
	rest, ok := strings.CutPrefix(address, t.site.base())
	rest, err = url.PathUnescape(rest)
	if !ok || err != nil {
		return nil, "", fs.ErrNotExist
	}
	data, err = t.site.File(rest)
	if kind, ok = kinds[path.Ext(rest)]; !ok {
		kind = "application/octet-stream"
	}
	return data, kind, err
}

var (
	//go:embed fields.js
	fieldsScript string
	//go:embed pack.js
	packScript string
)

// found is what fields.js says of a page.
type found struct {
	Controls []control
	Links    []link
}

// link is a link of a page: where it leads and what it says.
type link struct{ Address, Text string }

// print prints a page.
func (t *tab) print(p Page) ([]byte, found, error) {
	var f found
	t.plain = p.Form != "" || p.Book != nil
	address := &url.URL{Path: p.Address, Fragment: p.Pack}
	// From one pack to another the address alone would change.
	if err := chromedp.Do(t.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(t.site.base()+address.String())); err != nil {
		return nil, f, err
	}
	if p.Pack != "" {
		if there, err := t.run(packScript); err != nil || string(there) == "false" {
			return nil, f, err
		}
	}
	if p.Book != nil {
		if err := t.compose(p.Book); err != nil {
			return nil, f, err
		}
	}
	row, _ := json.Marshal(p.Row)
	said, err := t.run(call(fieldsScript, string(row), strconv.FormatBool(t.site.Base != ""), strconv.FormatBool(p.Form != "")))
	if err == nil {
		err = json.Unmarshal(said, &f)
	}
	if err != nil {
		return nil, f, err
	}
	if p.Book != nil {
		if err := t.number(); err != nil {
			return nil, f, err
		}
	}
	data, err := chromedp.Run(t.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFOutlineAndTagged()))
	return data, f, err
}

// run runs a script and returns what it promises, as JSON.
func (t *tab) run(script string) (json.RawMessage, error) {
	return chromedp.Run(t.ctx, chromedp.Evaluate[json.RawMessage](script, chromedp.EvalAwaitPromise))
}
