package browser_test

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// To open a tab with a process of its own costs more than to load a page. So a
// test hands its tab on, emptied. Each tab is in a browser context of its own,
// which shares no storage with others: tests can run side by side.

// tabs are those that wait for a test.
type tabs struct {
	mu   sync.Mutex
	list []*tab
}

func (all *tabs) take() *tab {
	all.mu.Lock()
	defer all.mu.Unlock()
	if len(all.list) == 0 {
		return nil
	}
	last := all.list[len(all.list)-1]
	all.list = all.list[:len(all.list)-1]
	return last
}

func (all *tabs) put(one *tab) {
	all.mu.Lock()
	defer all.mu.Unlock()
	all.list = append(all.list, one)
}

// openTab lends a tab for pages whose addresses begin with own. What the pages
// did wrong fails the test when it ends.
func openTab(t *testing.T, own string) *tab {
	t.Helper()
	needBrowser(t)
	tab := idle.take()
	if tab == nil {
		tab = newTab(t, browser, chromedp.WithNewBrowserContext())
	}
	t.Cleanup(tab.release)
	tab.begin(t, own)
	return tab
}

// beside opens a second tab in the browser context of the first: they share
// what pages store.
func (tab *tab) beside() *tab {
	tab.t.Helper()
	second := newTab(tab.t, tab.ctx)
	tab.t.Cleanup(second.close)
	second.begin(tab.t, tab.own.String())
	return second
}

func newTab(t *testing.T, parent context.Context, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(parent, options...)
	tab := &tab{t: t, ctx: ctx, close: closeTab, own: &url.URL{}}
	if err := chromedp.Listen(ctx, tab.watch); err != nil {
		t.Fatalf("the tab doesn't open: %v", err)
	}
	// A tab in the background would show no focus.
	command(tab, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return tab
}

// begin makes the tab that of a test.
func (tab *tab) begin(t *testing.T, own string) {
	t.Helper()
	address, err := url.Parse(own)
	if err != nil {
		t.Fatal(err)
	}
	tab.mu.Lock()
	tab.t, tab.own, tab.requests, tab.troubles = t, address, nil, nil
	tab.mu.Unlock()
	tab.resize(1280, 900)
	t.Cleanup(func() {
		for _, trouble := range tab.takeTroubles() {
			t.Error(trouble)
		}
	})
}

// release hands the tab on, unless something of the test may be left in it.
func (tab *tab) release() {
	if tab.t.Failed() || tab.empty() != nil {
		tab.close()
		return
	}
	idle.put(tab)
}

// empty takes out of the tab what a test may have put into it.
func (tab *tab) empty() error {
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	for _, id := range tab.scripts {
		_, removed := chromedp.Call(ctx, cdppage.RemoveScriptToEvaluateOnNewDocument, cdppage.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: id})
		err = errors.Join(err, removed)
	}
	tab.scripts = nil
	_, emulated := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme"}, {Name: "prefers-reduced-motion"}, {Name: "forced-colors"},
	}})
	// What a page stores when it is left goes with the rest: pages of files
	// share one storage.
	_, left := chromedp.Run(ctx, chromedp.Navigate(fileURL(temp)+filepath.Base(blankPage())))
	if err = errors.Join(err, emulated, left); err != nil {
		return err
	}
	_, cleared := chromedp.Run(ctx, chromedp.Evaluate[bool](`(localStorage.clear(), sessionStorage.clear(), true)`))
	_, forgotten := chromedp.Call(ctx, cdppage.ResetNavigationHistory, struct{}{})
	return errors.Join(cleared, forgotten)
}

// blankPage is the file of the page that tabs show between two tests.
func blankPage() string { return filepath.Join(temp, "blank.html") }
