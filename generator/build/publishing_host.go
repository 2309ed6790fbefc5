package build

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
	"sparrausopas/generator/upload"
)

// promiseMost is how many bytes of a host's check.PublishedFile are read.
const promiseMost = 32 << 20

// upload puts what is staged onto a host. If the host holds something else than
// what is known here, somebody else has published meanwhile: then the author looks
// at what changes first.
func (w *publishing) upload(known upload.Record) error {
	host, err := w.connect()
	if err != nil {
		return err
	}
	defer host.Close()
	theirs, err := upload.Known(host, w.guide)
	if err != nil {
		return w.forget(err)
	}
	if theirs.Sum() != known.Sum() {
		if err := w.learn(host, theirs); err != nil {
			return err
		}
		return &report.Refusal{Rule: "publish-others"}
	}
	return upload.Send(w.ctx, host, w.staged(), w.want, upload.Options{
		Known: theirs, Kept: w.keepRecord, Lasting: guide.IsLasting,
		Progress: func(done, total int) { w.told("upload", done, total) },
	})
}

func (w *publishing) staged() fs.FS {
	return os.DirFS(filepath.Join(w.dir(), filepath.FromSlash(stagedFolder)))
}

// learn keeps what a host says that it holds.
func (w *publishing) learn(host upload.Host, theirs upload.Record) error {
	text, err := host.Read(check.PublishedFile, promiseMost)
	if err == nil && check.IsPublished(text) {
		err = w.project.Replace(w.kept(check.PublishedFile), text)
	} else if _, promises := theirs.Files[check.PublishedFile]; !promises {
		err = nil
	}
	if err != nil {
		return err
	}
	return w.keepRecord(theirs)
}

// connect connects to the target's host. A password is held in memory alone, as
// long as the program runs, and forgotten if it was a wrong one.
func (w *publishing) connect() (host upload.Host, err error) {
	address, err := url.Parse(w.target.To)
	if err != nil {
		return nil, err
	}
	if w.asked.Secret != "" {
		w.secrets[w.secretName()] = w.asked.Secret
	}
	secret := w.secrets[w.secretName()]
	if w.target.Kind == "webdav" {
		host, err = upload.WebDAV(w.ctx, *address, secret)
		return host, w.forget(err)
	}
	who := upload.SSH{Password: secret, Key: w.asked.Key}
	if who.Home, err = os.UserHomeDir(); err != nil {
		return nil, err
	}
	if who.KeyFile = filepath.Join(filepath.Dir(recentFile()), "known_hosts"); recentFile() == "" {
		who.KeyFile = filepath.Join(who.Home, ".ssh", "known_hosts")
	}
	host, err = upload.SFTP(w.ctx, *address, who)
	return host, w.forget(err)
}

// secretName is what a password is held under: another folder of the same host
// has the same.
func (w *publishing) secretName() string {
	address, err := url.Parse(w.target.To)
	if err != nil {
		return ""
	}
	return address.Scheme + "://" + address.User.Username() + "@" + address.Host
}

// forget forgets a password that was refused.
func (w *publishing) forget(err error) error {
	if refused, ok := err.(*report.Refusal); ok && refused.Rule == "upload-password" {
		delete(w.secrets, w.secretName())
	}
	return err
}

// setTarget writes into the settings where the guide is published from now on;
// all else in them stays as it is.
func (ps *previews) setTarget(to string) error {
	if _, _, fault := content.Target(to); fault != "" {
		return &report.Refusal{Rule: "publish-target", Values: report.Values{"why": report.Word(fault)}}
	}
	g := ps.guide()
	old, err := fs.ReadFile(g.Own, content.ConfigFile)
	if err != nil {
		return err
	}
	read := func(text string) (string, map[string]any, error) { return content.Front(content.ConfigFile, text) }
	text := strings.TrimRight(string(report.Clean(old)), "\n") + "\n"
	const start, end = "+++\n", "+++\n"
	if _, values, err := read(start + text + end); err != nil {
		return err
	} else if values["publish"] == nil {
		text += "\n[publish]\n"
	}
	changed, err := edit.SetKey(read, start+text+end, "publish.to", strings.TrimSpace(to))
	if err != nil {
		return err
	}
	changed = strings.TrimSuffix(strings.TrimPrefix(changed, start), end)
	if strings.Contains(string(old), "\r\n") {
		changed = strings.ReplaceAll(changed, "\n", "\r\n")
	}
	return edit.Apply(g, []edit.Change{{File: content.ConfigFile, New: []byte(changed)}}, time.Now())
}
