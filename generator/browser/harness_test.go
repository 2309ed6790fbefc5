// Package browser_test does with the finished site what a reader does with it,
// in a real Chromium: opens it from a folder and from a server, follows its
// links, walks it by keyboard, prints it.
//
// This file is the harness. TestMain starts one browser for the package. Tests
// run side by side, as many as go test's flag -parallel says. openTab lends a
// test a tab that keeps nothing of another (see lend_test.go), and fails the
// test if a page writes an error to the console or asks for anything outside
// the site's own folder:
//
//	tab := openTab(t, home)
//	tab.open(home + "index.html")
//	tab.follow(`.sections a`)
//	title := ask[string](tab, `document.title`)
//
// Chromium is found by the environment variable CHROMIUM or on PATH. Without
// one the tests are skipped, or fail if BROWSER_TESTS=required.
package browser_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one action of a tab may take, or one condition may need
// to become true. It costs nothing while all is well, and a slow or busy
// machine needs much of it.
const patience = 2 * time.Minute

// What TestMain sets before the first test, and nobody changes after it.
var (
	browser   context.Context // nil if there is no Chromium
	noBrowser error           // why there is none
	temp      string          // a folder that goes away after the last test
	idle      *tabs           // those that no test has
)

func TestMain(m *testing.M) { os.Exit(runWithBrowser(m)) }

func runWithBrowser(m *testing.M) int {
	var err error
	if temp, err = os.MkdirTemp("", "browser-test-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(temp)
	path, err := findChromium()
	if err != nil {
		noBrowser = err
		return m.Run()
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options(path)...)
	defer stop()
	ctx, closeBrowser := chromedp.NewContext(ctx)
	defer closeBrowser()
	if err := chromedp.Do(ctx); err != nil {
		fmt.Fprintf(os.Stderr, "%s can't be started: %v\n", path, err)
		return 1
	}
	if err := os.WriteFile(blankPage(), []byte("<!doctype html><title>blank</title>"), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	browser, idle = ctx, &tabs{}
	return m.Run()
}

// findChromium returns the path of the program.
func findChromium() (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome"}
	if own := os.Getenv("CHROMIUM"); own != "" {
		names = []string{own}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no %s: install it (apt install chromium) or give its path in CHROMIUM", strings.Join(names, ", "))
}

// options are the flags of a browser that keeps to itself. The folder of the
// user's data is a fresh one, which chromedp makes and removes.
func options(path string) []chromedp.ExecAllocatorOption {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// Two processes for the address bar of a window that nobody sees cost
		// more than most pages; the first two are chromedp's own.
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	return options
}

// needBrowser skips or fails the test if there is no browser.
func needBrowser(t *testing.T) {
	t.Helper()
	if browser != nil {
		return
	}
	if os.Getenv("BROWSER_TESTS") == "required" {
		t.Fatalf("%s needs a browser: %v", t.Name(), noBrowser)
	}
	t.Skipf("%s is left out: %v", t.Name(), noBrowser)
}

// tab is a tab of the browser that one test has.
type tab struct {
	t     *testing.T
	ctx   context.Context
	close func()
	own   *url.URL
	// scripts run before those of each page.
	scripts []cdppage.ScriptIdentifier

	mu       sync.Mutex
	requests []string
	troubles []string
}

// watch writes down what the pages of the tab ask for and complain of.
func (tab *tab) watch(event any) {
	switch event := event.(type) {
	case *cdppage.EventJavascriptDialogOpening:
		// A page with unsaved answers asks whether to leave it: yes.
		go func() {
			_, _ = chromedp.Call(tab.ctx, cdppage.HandleJavaScriptDialog, cdppage.HandleJavaScriptDialogParams{Accept: true})
		}()
	case *network.EventRequestWillBeSent:
		tab.noteRequest(event.Request.URL, event.DocumentURL)
	case *network.EventWebSocketCreated:
		tab.noteRequest(event.URL, "a script")
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeAssert {
			tab.note("console error: %s", words(event.Args))
		}
	case *runtime.EventExceptionThrown:
		tab.note("exception: %s", exceptionText(event.ExceptionDetails))
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError {
			tab.note("browser error: %s (%s)", event.Entry.Text, event.Entry.URL)
		}
	}
}

func exceptionText(details *runtime.ExceptionDetails) string {
	text := fmt.Sprintf("%s (%s:%d)", details.Text, details.URL, details.LineNumber+1)
	if details.Exception != nil {
		text = words([]*runtime.RemoteObject{details.Exception}) + ": " + text
	}
	return text
}

func words(values []*runtime.RemoteObject) string {
	var all []string
	for _, value := range values {
		all = append(all, string(value.Value)+value.Description)
	}
	return strings.Join(all, " ")
}

func (tab *tab) noteRequest(address, page string) {
	tab.mu.Lock()
	tab.requests = append(tab.requests, address)
	own := tab.own
	tab.mu.Unlock()
	if !within(address, own) {
		tab.note("request outside the site: %s by %s", address, page)
	}
}

// within reports whether an address leads into the folder own, or needs nothing
// from anywhere.
func within(address string, own *url.URL) bool {
	a, err := url.Parse(address)
	if err != nil {
		return false
	}
	return a.Scheme == "data" || a.Scheme == "blob" ||
		a.Scheme == own.Scheme && a.Host == own.Host && strings.HasPrefix(a.Path, own.Path)
}

func (tab *tab) note(format string, values ...any) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.troubles = append(tab.troubles, fmt.Sprintf(format, values...))
}

// takeTroubles returns and forgets what the pages have done wrong so far.
func (tab *tab) takeTroubles() []string {
	tab.t.Helper()
	// What the browser told before it answers has been written down.
	ask[int](tab, `1`)
	tab.mu.Lock()
	defer tab.mu.Unlock()
	troubles := tab.troubles
	tab.troubles = nil
	return troubles
}

// takeRequests returns and forgets the addresses that have been asked for so
// far.
func (tab *tab) takeRequests() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	requests := tab.requests
	tab.requests = nil
	return requests
}

// swapping reports whether a command was refused, with nothing done, because
// the browser was just exchanging one page for another, as on the way back to a
// page that it has kept.
func swapping(err error) bool {
	return err != nil && strings.Contains(err.Error(), "Not attached to an active page")
}

// perform does something within the tab's patience; what says it in messages.
func perform[T any](tab *tab, what string, action func(context.Context) (T, error)) T {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	result, err := action(ctx)
	for swapping(err) && ctx.Err() == nil {
		time.Sleep(10 * time.Millisecond)
		result, err = action(ctx)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("nothing happened in %s", patience)
	}
	if err != nil {
		tab.t.Fatalf("%s: %v", what, err)
	}
	return result
}

// run carries out an action of chromedp.
func run[T any](tab *tab, what string, action chromedp.Action[T]) T {
	tab.t.Helper()
	return perform(tab, what, func(ctx context.Context) (T, error) { return chromedp.Run(ctx, action) })
}

// command sends the browser a command of the devtools protocol.
func command[P, R any](tab *tab, command cdp.Command[P, R], params P) R {
	tab.t.Helper()
	return perform(tab, command.Method, func(ctx context.Context) (R, error) { return chromedp.Call(ctx, command, params) })
}

// ask returns the value of a script.
func ask[T any](tab *tab, script string) T {
	tab.t.Helper()
	return run(tab, script, chromedp.Evaluate[T](script))
}

// open goes to an address and waits until the page is loaded.
func (tab *tab) open(address string) {
	tab.t.Helper()
	run(tab, "open "+address, chromedp.Navigate(address))
}

// follow clicks the first link that fits the selector, with the mouse, and
// waits until the page behind it is loaded.
func (tab *tab) follow(selector string) {
	tab.t.Helper()
	tab.load("click "+selector, click(selector))
}

// click clicks the first element that fits the selector, with the mouse; again
// where the page has moved on a slow machine between the look and the click, so
// that it met something else.
func (tab *tab) click(selector string) {
	tab.t.Helper()
	run(tab, "click "+selector, click(selector))
}

func click(selector string) chromedp.Action[chromedp.Void] {
	watch := fmt.Sprintf(`(window.wasMet = false, document.querySelector(%q)?.addEventListener('click', () => { window.wasMet = true }, { capture: true, once: true }), 1)`, selector)
	return func(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
		for met := false; !met; {
			if _, err := chromedp.Evaluate[int](watch)(ctx, t); err != nil {
				return none, err
			}
			if _, err := chromedp.Click(chromedp.CSS(selector))(ctx, t); err != nil {
				return none, err
			}
			// On another page nobody knows any more, and the click has led there.
			met, err = chromedp.Evaluate[bool](`window.wasMet !== false`)(ctx, t)
			met = met || err != nil
		}
		return none, ctx.Err()
	}
}

// back does what the browser's back button does.
func (tab *tab) back() {
	tab.t.Helper()
	run(tab, "go back", chromedp.NavigateBack())
}

// press presses keys, one after another. The space is sent as one event: as
// two, which KeyEvent makes of it, it scrolls a page that has taken the first.
func (tab *tab) press(keys string) {
	tab.t.Helper()
	if keys == " " {
		space := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: " ", Code: "Space", Text: " ", WindowsVirtualKeyCode: 32}
		command(tab, input.DispatchKeyEvent, space)
		space.Type, space.Text = input.DispatchKeyEventTypeKeyUp, ""
		command(tab, input.DispatchKeyEvent, space)
		return
	}
	run(tab, fmt.Sprintf("press %q", keys), chromedp.KeyEvent(keys))
}

// load does what leads to another page and waits until it is loaded.
func (tab *tab) load(what string, action chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	perform(tab, what, func(ctx context.Context) (*network.Response, error) { return chromedp.RunResponse(ctx, action) })
}

// until waits until a condition in JavaScript holds.
func (tab *tab) until(condition string, options ...chromedp.EvaluateOption) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	// A page that is being exchanged for another gives no answer.
	if !soon(func() bool {
		met, err := chromedp.Run(ctx, chromedp.Evaluate[bool](condition, options...))
		return met && err == nil
	}) {
		tab.t.Fatalf("not true in %s: %s", patience, condition)
	}
}

// soon reports whether a condition holds within patience.
func soon(met func() bool) bool {
	for end := time.Now().Add(patience); !met(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}

// before runs a script before those of each page that is opened from now on.
func (tab *tab) before(script string) {
	tab.t.Helper()
	added := command(tab, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	tab.scripts = append(tab.scripts, added.Identifier)
}

// resize makes the tab so many CSS pixels wide and high.
func (tab *tab) resize(width, height int64) {
	tab.t.Helper()
	run(tab, "resize", chromedp.EmulateViewport(width, height))
}

// emulate shows pages on a medium (screen, print, or "" for the real one) in a
// colour scheme (light, dark).
func (tab *tab) emulate(medium, scheme string) {
	tab.t.Helper()
	command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media:    medium,
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}

// pdf prints the page as its own style asks, whatever medium was emulated.
func (tab *tab) pdf() []byte {
	tab.t.Helper()
	tab.emulate("", "light")
	return run(tab, "print", chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFOutlineAndTagged()))
}
