package build

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/webdav"

	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// trial is a guide in the making that is published.
type trial struct {
	*previews
	t   *testing.T
	dir string
}

func newTrial(t *testing.T, to string) trial {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "opas")
	if err := os.CopyFS(dir, os.DirFS("../testdata/site")); err != nil {
		t.Fatal(err)
	}
	ps, err := newPreviews(Settings{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	w := trial{ps, t, dir}
	if to != "" {
		w.append("config.toml", "\n[publish]\nto = \""+to+"\"\n")
	}
	return w
}

func (w trial) append(name, text string) {
	w.t.Helper()
	name = filepath.Join(w.dir, filepath.FromSlash(name))
	old, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, append(old, text...), 0o644)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w trial) ask(asked serve.Publish) (serve.Publishing, error) {
	return w.publish(w.t.Context(), asked, func(string, int, int) {})
}

// plan returns what is to be published.
func (w trial) plan(target string) serve.Publishing {
	w.t.Helper()
	planned, err := w.ask(serve.Publish{Do: "plan", Target: target})
	if err != nil {
		w.t.Fatal(err)
	}
	return planned
}

// publishes plans and publishes.
func (w trial) publishes(asked serve.Publish) (serve.Publishing, error) {
	w.t.Helper()
	asked.Do, asked.Plan = "publish", w.plan(asked.Target).Plan
	return w.ask(asked)
}

func (w trial) mustPublish(asked serve.Publish, rule string) {
	w.t.Helper()
	done, err := w.publishes(asked)
	if err != nil || done.Said == nil || done.Said.Rule != rule {
		w.t.Fatalf("%v %+v", err, done.Said)
	}
}

func isRefused(err error, rule string) bool {
	refused, ok := errors.AsType[*report.Refusal](err)
	return ok && refused.Rule == rule
}

// somePage is a page of the guide that has its own file.
func (w trial) somePage() string {
	w.t.Helper()
	found := ""
	_ = filepath.WalkDir(filepath.Join(w.dir, "content", "fi"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".md" && entry.Name() != "_index.md" && found == "" {
			found, _ = filepath.Rel(w.dir, name)
		}
		return err
	})
	return filepath.ToSlash(found)
}

func TestAnAuthorSeesWhatReadersWillFindOtherwiseAndPublishesIt(t *testing.T) {
	w := newTrial(t, "folder:../out")
	planned := w.plan("")
	if !planned.First || len(planned.New) == 0 || planned.New[0].Title == "" || planned.Targets[0].Kind != "folder" || planned.Targets[1].Kind != "zip" {
		t.Errorf("%+v", planned)
	}
	w.mustPublish(serve.Publish{}, "publish-done-folder")
	if again := w.plan(""); again.First || len(again.New)+len(again.Changed)+len(again.Gone) > 0 {
		t.Errorf("%+v", again)
	}
	w.append(w.somePage(), "\nUusi kappale.\n")
	if changed := w.plan(""); len(changed.Changed) == 0 || len(changed.New)+len(changed.Gone) > 0 {
		t.Errorf("%+v", changed)
	}
	if err := os.Remove(filepath.Join(w.dir, filepath.FromSlash(w.somePage()))); err != nil {
		t.Fatal(err)
	}
	gone, err := w.ask(serve.Publish{Do: "plan"})
	if err == nil && (len(gone.Gone) == 0 || gone.Gone[0].Title == "" || !slices.ContainsFunc(gone.Warnings, func(p report.Problem) bool { return p.Rule == "address-gone" })) {
		t.Errorf("%+v", gone)
	}
}

func TestOnlyWhatWasSeenIsPublished(t *testing.T) {
	w := newTrial(t, "folder:../out")
	planned := w.plan("")
	w.append(w.somePage(), "\nUusi kappale.\n")
	done, err := w.ask(serve.Publish{Do: "publish", Plan: planned.Plan})
	if err != nil || done.Said.Rule != "publish-changed" || len(done.New) == 0 {
		t.Errorf("%v %+v", err, done)
	}
	if _, err := os.Stat(filepath.Join(w.dir, "..", "out")); err == nil {
		t.Error("it was published")
	}
}

func TestErrorsStopPublishing(t *testing.T) {
	w := newTrial(t, "folder:../out")
	w.append(w.somePage(), "\n[Ei ole](olematon.md)\n")
	_, err := w.ask(serve.Publish{Do: "plan"})
	if problems, ok := errors.AsType[report.Problems](err); !ok || len(problems) == 0 {
		t.Error(err)
	}
}

func TestAGuideIsPackedToBeHandedOn(t *testing.T) {
	w := newTrial(t, "")
	w.mustPublish(serve.Publish{Target: "zip"}, "publish-done-zip")
	file := w.packedFile("zip")
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if _, err := archive.Open("index.html"); err != nil {
		t.Error(err)
	}
	for _, target := range []string{"", "..", "../zip", "zip/..", `..\zip`, "none"} {
		if got := w.packedFile(target); got != "" {
			t.Errorf("%q leads to %s", target, got)
		}
	}
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	command := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=t", "-c", "user.email=t@x.fi"}, args...)...)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestTheSourcesAreCommittedAndPushedAndNothingElse(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	w := newTrial(t, "git")
	if _, err := w.ask(serve.Publish{Do: "plan"}); !isRefused(err, "git-none") {
		t.Error(err)
	}
	work, bare := filepath.Dir(w.dir), filepath.Join(t.TempDir(), "bare.git")
	git(t, work, "init", "-q", "--bare", "-b", "main", bare)
	git(t, work, "init", "-q", "-b", "main")
	git(t, work, "add", "--all")
	git(t, work, "commit", "-qm", "start")
	git(t, work, "config", "user.name", "Maija")
	git(t, work, "config", "user.email", "maija@x.fi")
	if _, err := w.publishes(serve.Publish{}); !isRefused(err, "git-upstream") {
		t.Error(err)
	}
	git(t, work, "remote", "add", "origin", bare)
	git(t, work, "push", "-qu", "origin", "main")
	page := w.somePage()
	w.append(page, "\nUusi kappale.\n")
	if err := errors.Join(os.WriteFile(filepath.Join(w.dir, "content", "fi", "uusi.md"), []byte("+++\ntitle = \"Ä\"\ndraft = true\n+++\n"), 0o644),
		os.WriteFile(filepath.Join(work, "private.txt"), []byte("own"), 0o644)); err != nil {
		t.Fatal(err)
	}
	git(t, work, "add", "private.txt")
	planned := w.plan("")
	if !slices.Contains(planned.Sources, "~ opas/"+page) || !slices.Contains(planned.Sources, "+ opas/content/fi/uusi.md") || len(planned.Sources) != 2 || len(planned.Drafts) == 0 {
		t.Errorf("%q %v", planned.Sources, planned.Drafts)
	}
	w.mustPublish(serve.Publish{}, "publish-done-git")
	if files := git(t, bare, "-c", "core.quotePath=false", "show", "--name-only", "--format=", "main"); files != "opas/"+page+"\nopas/content/fi/uusi.md" && files != "opas/content/fi/uusi.md\nopas/"+page {
		t.Errorf("%q was pushed", files)
	}
	if left := git(t, work, "status", "--porcelain", "--", "private.txt"); left != "A  private.txt" {
		t.Errorf("%q", left)
	}
	behind(t, w, work, bare)
}

// behind publishes where the service has what the author hasn't.
func behind(t *testing.T, w trial, work, bare string) {
	t.Helper()
	other := filepath.Join(t.TempDir(), "other")
	git(t, work, "clone", "-q", bare, other)
	if err := os.WriteFile(filepath.Join(other, "theirs.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	git(t, other, "add", "theirs.txt")
	git(t, other, "commit", "-qm", "theirs")
	git(t, other, "push", "-q")
	head := git(t, bare, "rev-parse", "main")
	w.append(w.somePage(), "\nToinen kappale.\n")
	if _, err := w.publishes(serve.Publish{}); !isRefused(err, "git-behind") {
		t.Error(err)
	}
	if now := git(t, bare, "rev-parse", "main"); now != head {
		t.Error("what others pushed is gone")
	}
	git(t, work, "pull", "-q", "--rebase", "--autostash")
	w.mustPublish(serve.Publish{}, "publish-done-git")
}

const secret = "salasana-jota-ei-kirjoiteta"

func davServer(t *testing.T, folder string) string {
	t.Helper()
	dav := &webdav.Handler{FileSystem: webdav.Dir(folder), LockSystem: webdav.NewMemLS()}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, password, _ := r.BasicAuth(); password != secret {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		dav.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return strings.Replace(server.URL, "http://", "http://maija@", 1) + "/opas"
}

func TestAGuideGoesToAHostByAPasswordThatIsNeverKept(t *testing.T) {
	folder := t.TempDir()
	w := newTrial(t, davServer(t, folder))
	if _, err := w.publishes(serve.Publish{}); !isRefused(err, "upload-password") {
		t.Error(err)
	}
	if _, err := w.publishes(serve.Publish{Secret: "wrong"}); !isRefused(err, "upload-password") {
		t.Error(err)
	}
	w.mustPublish(serve.Publish{Secret: secret}, "publish-done-webdav")
	// It is held as long as the program runs.
	w.append(w.somePage(), "\nUusi kappale.\n")
	w.mustPublish(serve.Publish{}, "publish-done-webdav")
	if again := w.plan(""); len(again.New)+len(again.Changed)+len(again.Gone) > 0 {
		t.Errorf("%+v", again)
	}
	for _, dir := range []string{filepath.Dir(w.dir), folder} {
		_ = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
			if text, err := os.ReadFile(name); err == nil && bytes.Contains(text, []byte(secret)) {
				t.Errorf("%s has the password", name)
			}
			return nil
		})
	}
}

func TestWhoPublishesAfterSomebodyElseLooksFirst(t *testing.T) {
	folder := t.TempDir()
	address := davServer(t, folder)
	one, other := newTrial(t, address), newTrial(t, address)
	one.mustPublish(serve.Publish{Secret: secret}, "publish-done-webdav")
	if _, err := other.publishes(serve.Publish{Secret: secret}); !isRefused(err, "publish-others") {
		t.Error(err)
	}
	if planned := other.plan(""); planned.First || len(planned.New) > 0 {
		t.Errorf("%+v", planned)
	}
	other.mustPublish(serve.Publish{}, "publish-done-webdav")
}

func TestAStoppedPublishingSaysSo(t *testing.T) {
	w := newTrial(t, "folder:../out")
	ctx, stop := context.WithCancel(t.Context())
	planned := w.plan("")
	_, err := w.publish(ctx, serve.Publish{Do: "publish", Plan: planned.Plan}, func(string, int, int) { stop() })
	if stop(); !isRefused(err, "publish-stopped") {
		t.Error(err)
	}
}

func TestWhereTheGuideIsPublishedIsSetInItsSettings(t *testing.T) {
	w := newTrial(t, "")
	w.append("config.toml", "# the end\n")
	before, _ := os.ReadFile(filepath.Join(w.dir, "config.toml"))
	done, err := w.ask(serve.Publish{Do: "set", To: "folder:../muualle", Target: "site"})
	after, _ := os.ReadFile(filepath.Join(w.dir, "config.toml"))
	if err != nil || done.Targets[0].To != "../muualle" || string(after) != string(before)+"\n[publish]\nto = \"folder:../muualle\"\n" {
		t.Errorf("%v %+v %s", err, done.Targets, after)
	}
	if _, err := w.ask(serve.Publish{Do: "set", To: "zip"}); err != nil {
		t.Error(err)
	}
	for _, to := range []string{"", "x", "folder:", "http://x.fi/dav", "https://maija:salasana@x.fi/", "sftp://x.fi", "file:///etc", "folder:a\nb", "javascript:alert(1)", "sftp://-oProxyCommand=x"} {
		if _, err := w.ask(serve.Publish{Do: "set", To: to}); !isRefused(err, "publish-target") {
			t.Errorf("%q: %v", to, err)
		}
	}
	if last, _ := os.ReadFile(filepath.Join(w.dir, "config.toml")); string(last) != string(before)+"\n[publish]\nto = \"zip\"\n" {
		t.Errorf("%s", last)
	}
}

func TestNoSiteIsPublishedIntoTheGuideItself(t *testing.T) {
	for _, to := range []string{"folder:.", "folder:content", "folder:..", "folder:/"} {
		w := newTrial(t, to)
		if done, err := w.ask(serve.Publish{Do: "plan"}); err == nil {
			t.Errorf("%s: %+v", to, done.Said)
		}
	}
}
