package serve

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// What TestMain sets before the first test, and nothing changes after it: the
// browser, nil if there is none, and why. Chromium is found by the environment
// variable CHROMIUM or on PATH; without one the tests that need it are skipped,
// or fail if BROWSER_TESTS=required.
var (
	browser   context.Context
	noBrowser error
)

func TestMain(m *testing.M) { os.Exit(runWithBrowser(m)) }

func runWithBrowser(m *testing.M) int {
	var path string
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil && path == "" {
			path = found
		}
	}
	if path == "" {
		noBrowser = fmt.Errorf("no Chromium: install it (apt install chromium) or give its path in CHROMIUM")
		return m.Run()
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, closeBrowser := chromedp.NewContext(ctx)
	defer closeBrowser()
	if err := chromedp.Do(ctx); err != nil {
		fmt.Fprintf(os.Stderr, "%s can't be started: %v\n", path, err)
		return 1
	}
	browser = ctx
	return m.Run()
}

// tab is a tab of the browser for one test. What its pages complain of fails
// the test, unless it is forgiven.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	troubles []string
}

func openTab(t *testing.T, address string) *tab {
	t.Helper()
	if browser == nil && os.Getenv("BROWSER_TESTS") == "required" {
		t.Fatalf("%s needs a browser: %v", t.Name(), noBrowser)
	}
	if browser == nil {
		t.Skipf("%s is left out: %v", t.Name(), noBrowser)
	}
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	b := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.watch); err != nil {
		t.Fatal(err)
	}
	do(b, "focus", func(ctx context.Context) (struct{}, error) {
		_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		return struct{}{}, err
	})
	run(b, "resize", chromedp.EmulateViewport(1280, 900))
	run(b, "open "+address, chromedp.Navigate(address))
	t.Cleanup(func() {
		for _, trouble := range b.forgive() {
			t.Error(trouble)
		}
	})
	return b
}

func (b *tab) watch(event any) {
	switch event := event.(type) {
	case *runtime.EventExceptionThrown:
		b.note(event.ExceptionDetails.Text + " " + event.ExceptionDetails.URL)
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError {
			b.note(event.Entry.Text + " " + event.Entry.URL)
		}
	}
}

func (b *tab) note(trouble string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.troubles = append(b.troubles, trouble)
}

// forgive returns and forgets what the pages complained of.
func (b *tab) forgive() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	troubles := b.troubles
	b.troubles = nil
	return troubles
}

func do[T any](b *tab, what string, action func(context.Context) (T, error)) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, ample)
	defer cancel()
	result, err := action(ctx)
	if err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
	return result
}

func run[T any](b *tab, what string, action chromedp.Action[T]) T {
	b.t.Helper()
	return do(b, what, func(ctx context.Context) (T, error) { return chromedp.Run(ctx, action) })
}

// ask returns the value of a script.
func ask[T any](b *tab, script string) T {
	b.t.Helper()
	return run(b, script, chromedp.Evaluate[T](script))
}

// until waits until a condition in JavaScript holds.
func (b *tab) until(condition string) {
	b.t.Helper()
	until(b.t, condition, func() bool {
		// A page that is being exchanged for another doesn't respond.
		met, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](condition))
		return met && err == nil
	})
}

// layer is what the preview lays over the page, in a script.
const layer = `document.querySelector('preview-layer').shadowRoot`

// shows waits until something that a selector finds in the layer is to be seen.
func (b *tab) shows(selector string) {
	b.t.Helper()
	b.until(`(e => e && e.checkVisibility())(` + layer + `.querySelector('` + selector + `'))`)
}

func (b *tab) hides(selector string) {
	b.t.Helper()
	b.until(`(e => !e || !e.checkVisibility())(` + layer + `.querySelector('` + selector + `'))`)
}

// text returns the text of what a selector finds in the layer.
func (b *tab) text(selector string) string {
	b.t.Helper()
	return ask[string](b, layer+`.querySelector('`+selector+`').textContent`)
}

// emulate shows pages on a medium in a colour scheme.
func emulate(b *tab, medium, scheme string) {
	b.t.Helper()
	do(b, "emulate "+medium, func(ctx context.Context) (struct{}, error) {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return struct{}{}, err
	})
}
