package pdf

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"

	"sparrausopas/generator/report"
)

// browserVariable is the variable of the environment that names the browser.
const browserVariable = "CHROMIUM"

// places are where systems keep browsers that are built on Chromium, the best
// first: names are looked for on PATH. Windows has Edge on every machine.
func places(system string, variable func(string) string) []string {
	switch system {
	case "windows":
		var list []string
		for _, program := range []string{`Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`} {
			for _, folder := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
				list = append(list, variable(folder)+`\`+program)
			}
		}
		return list
	case "darwin":
		var list []string
		for _, app := range []string{"Google Chrome", "Chromium", "Microsoft Edge"} {
			program := "Applications/" + app + ".app/Contents/MacOS/" + app
			list = append(list, "/"+program, filepath.Join(variable("HOME"), program))
		}
		return list
	}
	return []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "/snap/bin/chromium"}
}

// find returns the path of the browser.
func find() (string, error) {
	list := places(runtime.GOOS, os.Getenv)
	if own := os.Getenv(browserVariable); own != "" {
		list = []string{own}
	}
	for _, place := range list {
		if path, err := exec.LookPath(place); err == nil {
			return path, nil
		}
	}
	return "", &report.Refusal{Rule: "pdf-browser-missing", Values: report.Values{"variable": browserVariable}}
}

// options are the flags of a browser that keeps to itself and asks nobody on
// the net for anything. Its profile is a fresh folder, which goes away with it;
// what else it writes goes to temp. It makes a socket there, whose path systems
// want short.
func options(path, temp string) []chromedp.ExecAllocatorOption {
	own := chromedp.Env()
	if len(temp) < 55 {
		own = chromedp.Env("TMPDIR="+temp, "TEMP="+temp, "TMP="+temp)
	}
	return append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), own,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"))
}

// farewell is how long the browser may take to end by itself, before it is
// killed. Who stops a build doesn't wait for that.
const farewell = 500 * time.Millisecond

// start starts the browser, which is killed when parent ends. It and what it
// wrote are gone when stop returns.
func start(parent context.Context) (ctx context.Context, version string, stop func(), err error) {
	path, err := find()
	if err != nil {
		return nil, "", nil, err
	}
	temp, err := os.MkdirTemp("", "opas-")
	if err != nil {
		return nil, "", nil, err
	}
	owner, release := chromedp.NewExecAllocator(context.WithoutCancel(parent), options(path, temp)...)
	ctx, closeBrowser := chromedp.NewContext(owner)
	stop = func() {
		if parent.Err() == nil {
			limited, cancel := context.WithTimeout(ctx, farewell)
			defer cancel()
			// What doesn't end by itself is killed.
			_ = chromedp.Cancel(limited)
		}
		closeBrowser()
		release()
		_ = os.RemoveAll(temp)
	}
	context.AfterFunc(parent, closeBrowser)
	said, err := chromedp.CallBrowser(ctx, browser.GetVersion, cdp.Empty{})
	switch {
	case err == nil:
		return ctx, said.Product, stop, nil
	case parent.Err() != nil:
		err = parent.Err()
	default:
		err = &report.Refusal{Rule: "pdf-browser-fails", Values: report.Reason(firstLine(err), report.Values{"program": path})}
	}
	stop()
	return nil, "", nil, err
}

// firstLine is an error without what a program printed before it ended.
func firstLine(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(line)
}
