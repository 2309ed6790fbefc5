package build

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/upload"
)

// Where the preview keeps the site that is to be published, and for each target
// what was published there: sent.json says which files, published.json what they
// promise, and opas.zip is what was packed.
const (
	stagedFolder = ".sparrausopas/site"
	sentFolder   = ".sparrausopas/published"
	sentFile     = "sent.json"
	zipFile      = "opas.zip"
)

// publishing is the work on a target.
type publishing struct {
	*previews
	ctx     context.Context
	project *project.Project
	asked   serve.Publish
	told    func(phase string, done, total int)
	guide   string
	target  guide.Target
	// made is what was made of the guide, want what a host is to hold of it.
	made Published
	want upload.Record
}

// publish carries out what an author asks for on the page of publishing, one at a
// time.
func (ps *previews) publish(ctx context.Context, asked serve.Publish, told func(phase string, done, total int)) (done serve.Publishing, err error) {
	defer caught(&err)
	if !ps.sending.TryLock() {
		return done, &report.Refusal{Rule: "publish-busy"}
	}
	defer ps.sending.Unlock()
	if asked.Do == "set" {
		if err := ps.setTarget(asked.To); err != nil {
			return done, err
		}
	}
	p, err := ps.settings.open()
	if err != nil {
		return done, err
	}
	defer p.Close()
	settings, err := content.Settings(p.FS, p.Layers)
	if err != nil {
		return done, p.ShowError(err)
	}
	targets := targetsOf(settings)
	at := max(0, slices.IndexFunc(targets, func(t guide.Target) bool { return t.Name == asked.Target }))
	for _, t := range targets {
		done.Targets = append(done.Targets, serve.PublishTarget{Name: t.Name, Title: t.Title, Kind: t.Kind, To: t.To})
	}
	done.Target = targets[at].Name
	w := &publishing{previews: ps, ctx: ctx, project: p, asked: asked, told: told, guide: settings.Identity(), target: targets[at]}
	err = w.run(&done)
	if ctx.Err() != nil && err != nil {
		err = &report.Refusal{Rule: "publish-stopped"}
	}
	return done, p.ShowError(asProblems(err))
}

// targetsOf are the targets of the settings. A guide can be made in its own
// folder where it has none, and always be packed.
func targetsOf(s guide.Settings) []guide.Target {
	all := slices.Clone(s.Web.Targets)
	if len(all) == 0 {
		all = []guide.Target{{Name: "public", Kind: "folder", To: "public"}}
	}
	if !slices.ContainsFunc(all, func(t guide.Target) bool { return t.Kind == "zip" }) {
		all = append(all, guide.Target{Name: "zip", Kind: "zip"})
	}
	return all
}

// run makes the site and shows what is new in it; if that was seen, it is
// published.
func (w *publishing) run(done *serve.Publishing) error {
	known, before, err := w.before()
	if err == nil {
		err = w.stage(before)
	}
	if err != nil {
		return err
	}
	done.Plan = w.want.Sum()
	if w.asked.Do == "publish" && w.asked.Plan == done.Plan {
		if err := w.send(known, done); err != nil {
			return err
		}
		return nil
	}
	if w.asked.Do == "publish" {
		done.Said = &report.Refusal{Rule: "publish-changed"}
	}
	return w.plan(known, done)
}

// dir is the guide's own folder.
func (w *publishing) dir() string { return w.project.Dirs[0] }

// folder is where a target of that kind is.
func (w *publishing) folder() string {
	to := filepath.FromSlash(w.target.To)
	if !filepath.IsAbs(to) {
		to = filepath.Join(w.dir(), to)
	}
	return to
}

// before returns what the target holds, as far as that is known here, and the
// check.PublishedFile of it. What isn't known is empty.
func (w *publishing) before() (known upload.Record, published []byte, err error) {
	if w.target.Kind == "folder" {
		known, err = w.inFolder()
		return known, append([]byte{}, publishedIn(w.folder())...), err
	}
	text, err := fs.ReadFile(w.project.Layers[0].FS, w.kept(sentFile))
	known, ok := upload.ParseRecord(text)
	if err != nil || !ok || known.Guide != w.guide {
		return upload.Record{Guide: w.guide, Files: map[string]upload.File{}}, []byte{}, nil
	}
	published, err = fs.ReadFile(w.project.Layers[0].FS, w.kept(check.PublishedFile))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return known, append([]byte{}, published...), err
}

// inFolder returns what a folder holds that this program made.
func (w *publishing) inFolder() (upload.Record, error) {
	r := upload.Record{Guide: w.guide, Files: map[string]upload.File{}}
	if err := checkOut(w.dir(), w.folder()); err != nil {
		return r, err
	}
	err := publish.Each(w.folder(), func(name string, file fs.File) (err error) {
		r.Files[name], err = upload.FileOf(name, file)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return r, err
}

// kept is the path of what is kept of the target, from the guide's own folder.
func (w *publishing) kept(name string) string { return path.Join(sentFolder, w.target.Name, name) }

// stage makes the site, beside the guide.
func (w *publishing) stage(before []byte) (err error) {
	s := w.site(before)
	staged := filepath.Join(w.dir(), filepath.FromSlash(stagedFolder))
	if w.made, err = publishFolder(w.ctx, s, staged); err != nil {
		return err
	}
	w.want, err = upload.Recorded(w.guide, os.DirFS(staged))
	return err
}

// site are the settings by which the site is made.
func (w *publishing) site(before []byte) Settings {
	s := w.settings
	s.Drafts, s.Memo, s.Looks, s.before = false, nil, nil, before
	s.Documents.PDF, s.Documents.Docx = w.target.PDF, w.target.Docx
	s.Progress = w.told
	s.Documents.Progress = func(done, total int) { w.told("documents", done, total) }
	return s
}

// plan says what readers will find otherwise, and what they won't find yet.
func (w *publishing) plan(known upload.Record, done *serve.Publishing) (err error) {
	changes := known.Changes(w.want)
	list := func(names []string, in upload.Record) (files []serve.PublishedFile) {
		for _, name := range names {
			if check.IsAddress(name) {
				files = append(files, serve.PublishedFile{Address: name, Title: in.Files[name].Title})
			}
		}
		return files
	}
	done.First = len(known.Files) == 0
	done.New, done.Changed, done.Gone = list(changes.New, w.want), list(changes.Changed, w.want), list(changes.Gone, known)
	done.Warnings = w.project.Show(w.made.Warnings)
	if done.Drafts, err = w.drafts(); err == nil && w.target.Kind == "git" {
		done.Sources, err = w.changedSources()
	}
	return err
}

// drafts are the pages that are left out.
func (w *publishing) drafts() (list []serve.PublishedFile, err error) {
	site, problems, err := Drafts(w.project, false)
	if err != nil || site == nil {
		return nil, cmp.Or(err, problems.Err())
	}
	names := map[string]string{}
	for _, l := range site.Settings.Languages {
		names[l.Tag] = l.Name
	}
	for _, l := range site.Locales {
		for _, p := range l.Pages {
			if p.IsDraft() && p.File != "" {
				// The draft of a translation may have the title of its original.
				list = append(list, serve.PublishedFile{Address: p.File, Title: names[l.Language] + ": " + p.Title})
			}
		}
	}
	return list, nil
}

// send publishes what is staged.
func (w *publishing) send(known upload.Record, done *serve.Publishing) error {
	values := report.Values{"target": w.target.To}
	var err error
	switch w.target.Kind {
	case "folder":
		before := append([]byte{}, publishedIn(w.folder())...)
		w.made, err = publishFolder(w.ctx, w.site(before), w.folder())
		values["target"] = w.folder()
	case "zip":
		pack := packing{way: "zip", file: w.onDisk(zipFile), write: writeZip}
		if err = os.MkdirAll(filepath.Dir(pack.file), 0o755); err == nil {
			err = pack.pack(&w.made, filepath.Join(w.dir(), filepath.FromSlash(stagedFolder)))
		}
		done.Download = err == nil
	case "git":
		err = w.push(values)
	default:
		err = w.upload(known)
	}
	if err != nil {
		return err
	}
	done.Said = &report.Refusal{Rule: "publish-" + "done-" + w.target.Kind, Values: values}
	if w.target.Kind == "folder" {
		return nil
	}
	return cmp.Or(w.keepRecord(w.want), w.keepPublished())
}

func (w *publishing) onDisk(name string) string {
	return filepath.Join(w.dir(), filepath.FromSlash(w.kept(name)))
}

func (w *publishing) keepRecord(r upload.Record) error {
	return w.project.Replace(w.kept(sentFile), r.Text())
}

// keepPublished keeps what the site promises that was published.
func (w *publishing) keepPublished() error {
	text, err := fs.ReadFile(w.project.Layers[0].FS, path.Join(stagedFolder, check.PublishedFile))
	if err != nil {
		return err
	}
	return w.project.Replace(w.kept(check.PublishedFile), text)
}

// packedFile returns the path of the file that was packed for a target, "" for
// none.
func (ps *previews) packedFile(target string) string {
	if !fs.ValidPath(target) || strings.ContainsAny(target, `/\:.`) {
		return ""
	}
	file := filepath.Join(ps.project.Load().Dirs[0], filepath.FromSlash(path.Join(sentFolder, target, zipFile)))
	if !isFile(file) {
		return ""
	}
	return file
}
