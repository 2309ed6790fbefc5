package upload

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"sparrausopas/generator/report"
)

// slow is how long a host may take to begin to answer.
const slow = time.Minute

// webDAV is a folder of a host that speaks WebDAV.
type webDAV struct {
	ctx      context.Context
	base     url.URL
	user     string
	password string
	client   *http.Client
	making   sync.Mutex
	folders  map[string]bool // those that are there
}

// WebDAV returns the folder at an address, whose user gets the password. A
// password goes over an encrypted connection alone, or to this machine itself,
// and never to where an answer leads on.
func WebDAV(ctx context.Context, address url.URL, password string) (Host, error) {
	if !IsSafe(address) {
		return nil, &report.Refusal{Rule: "upload-open", Values: report.Values{"address": address.Redacted()}}
	}
	w := &webDAV{ctx: ctx, base: address, user: address.User.Username(), password: password, folders: map[string]bool{}}
	w.base.User = nil
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout, transport.MaxConnsPerHost = slow, atOnce
	w.client = &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	if w.user != "" && password == "" {
		return nil, &report.Refusal{Rule: "upload-password", Values: report.Values{"address": w.base.Host, "user": w.user}}
	}
	return w, nil
}

// IsSafe reports whether nobody between here and an address can read along.
func IsSafe(address url.URL) bool {
	host := address.Hostname()
	number, err := netip.ParseAddr(host)
	isHere := host == "localhost" || err == nil && number.IsLoopback()
	return host != "" && (address.Scheme == "https" || address.Scheme == "http" && isHere)
}

func (w *webDAV) at(name string) string {
	address := w.base
	address.Path = path.Join("/", address.Path, name)
	address.RawPath = ""
	return address.String()
}

// ask sends a request and returns its answer, of which at most so many bytes are
// read.
func (w *webDAV) ask(method, name string, body io.Reader, size, most int64, headers ...string) (int, []byte, error) {
	r, err := http.NewRequestWithContext(w.ctx, method, w.at(name), body)
	if err != nil {
		return 0, nil, err
	}
	if r.ContentLength = size; size == 0 {
		r.Body, r.GetBody = http.NoBody, nil
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if w.user != "" {
		r.SetBasicAuth(w.user, w.password)
	}
	answer, err := w.client.Do(r)
	if err != nil {
		return 0, nil, plainError(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, most))
	return answer.StatusCode, text, err
}

// plainError is an error of the net without the address, which nobody needs to
// read again.
func plainError(err error) error {
	if in, ok := errors.AsType[*url.Error](err); ok {
		err = in.Err
	}
	if in, ok := errors.AsType[*net.DNSError](err); ok {
		return &report.Refusal{Rule: "upload-no-host", Values: report.Values{"host": in.Name}}
	}
	return err
}

// wrong says why an answer isn't the one that was hoped for.
func (w *webDAV) wrong(status int) error {
	switch status {
	case http.StatusNotFound, http.StatusGone:
		return fs.ErrNotExist
	case http.StatusUnauthorized:
		return &report.Refusal{Rule: "upload-password", Values: report.Values{"address": w.base.Host, "user": w.user}}
	case http.StatusForbidden:
		return fs.ErrPermission
	case http.StatusInsufficientStorage:
		return &report.Refusal{Rule: "upload-full"}
	}
	if status >= 300 && status < 400 {
		return &report.Refusal{Rule: "upload-elsewhere", Values: report.Values{"address": w.base.String()}}
	}
	return fmt.Errorf("HTTP %d %s", status, http.StatusText(status))
}

func (w *webDAV) Read(name string, most int64) ([]byte, error) {
	status, text, err := w.ask(http.MethodGet, name, nil, 0, most)
	if err == nil && status != http.StatusOK {
		err = w.wrong(status)
	}
	return text, err
}

func (w *webDAV) Write(name string, from io.Reader, size int64) error {
	w.making.Lock()
	err := w.folder(path.Dir(name))
	w.making.Unlock()
	if err != nil {
		return err
	}
	fresh := freshName(name)
	status, _, err := w.ask(http.MethodPut, fresh, from, size, headMost)
	if err == nil && status/100 != 2 {
		err = w.wrong(status)
	}
	if err != nil {
		return err
	}
	status, _, err = w.ask("MOVE", fresh, nil, 0, headMost, "Destination", w.at(name), "Overwrite", "T")
	if err == nil && status/100 != 2 {
		err = w.wrong(status)
	}
	return err
}

// freshName is what a file is called beside its place until it is whole.
func freshName(name string) string {
	return path.Join(path.Dir(name), ".sparrausopas-"+sum([]byte(name))+".new")
}

// folder makes a folder, and those above it, one at a time.
func (w *webDAV) folder(name string) error {
	if w.folders[name] {
		return nil
	}
	if name != "." {
		if err := w.folder(path.Dir(name)); err != nil {
			return err
		}
	}
	status, _, err := w.ask("MKCOL", name, nil, 0, headMost)
	switch {
	case err != nil:
		return err
	case name == "." && (status/100 == 3 || status == http.StatusForbidden), status == http.StatusMethodNotAllowed, status/100 == 2:
		w.folders[name] = true
		return nil
	case status == http.StatusConflict:
		return &report.Refusal{Rule: "upload-no-folder", Values: report.Values{"folder": path.Dir(path.Join("/", w.base.Path, name))}}
	}
	return w.wrong(status)
}

func (w *webDAV) Remove(name string) error {
	status, _, err := w.ask(http.MethodDelete, name, nil, 0, headMost)
	if err == nil && status/100 != 2 {
		err = w.wrong(status)
	}
	return err
}

func (w *webDAV) Close() error {
	w.client.CloseIdleConnections()
	return nil
}

// The bytes of a password stand nowhere in what is printed of a host.
func (w *webDAV) String() string { return strings.TrimSuffix(w.base.String(), "/") }
