package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
	"sparrausopas/generator/search"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

// preview is one state of the site while an author writes: all that is known
// of it, with files that are made when a browser asks for them.
type preview struct {
	site  *guide.Site
	files map[string]*previewFile
	// copies are the files that the guide has as they are. What version a file
	// has is noted when a browser asks for it.
	copies map[string]func() *serve.Copy
	// index makes all files of the search at once.
	index func() (map[string][]byte, error)
	// plan makes the files as long as the state is shown; then it is nil.
	shown sync.RWMutex
	plan  *theme.Plan
}

// previewFile is a file of the site, made at most once.
type previewFile struct {
	theme.File
	data func() ([]byte, error)
}

// newPreview plans the files of a site. Nothing is kept in the browsers of
// those who look at it, or they would see an old state later.
func newPreview(site *guide.Site, look *theme.Theme) (*preview, error) {
	own := *site
	own.Settings.Web.Offline = false
	plan, err := look.Plan(&own, search.Addresses(&own))
	if err != nil {
		return nil, err
	}
	p := &preview{site: &own, plan: plan, files: map[string]*previewFile{}, copies: map[string]func() *serve.Copy{}}
	for _, file := range plan.Files {
		p.files[file.Name] = &previewFile{File: file, data: sync.OnceValues(func() ([]byte, error) { return p.make(file) })}
	}
	for address, name := range own.Files {
		p.copies[address] = sync.OnceValue(func() *serve.Copy {
			copy := &serve.Copy{Open: func() (fs.File, error) { return look.Open(name) }}
			if file, err := copy.Open(); err == nil {
				defer file.Close()
				if info, err := file.Stat(); err == nil {
					copy.Version = fmt.Sprint(info.Size(), info.ModTime())
				}
			}
			return copy
		})
	}
	p.index = sync.OnceValues(p.makeIndex)
	return p, p.forgetWorker(look)
}

func (p *preview) make(file theme.File) (data []byte, err error) {
	defer caught(&err)
	p.shown.RLock()
	defer p.shown.RUnlock()
	if p.plan == nil {
		return nil, missing(file.Name)
	}
	var out bytes.Buffer
	err = file.Make(&out)
	return out.Bytes(), err
}

// Retire ends a state that is shown no more; the next one can have what its
// files were made with.
func (p *preview) Retire() {
	p.shown.Lock()
	defer p.shown.Unlock()
	p.plan.Release()
	p.plan = nil
}

func missing(address string) error {
	return &fs.PathError{Op: "open", Path: address, Err: fs.ErrNotExist}
}

// caught makes an error of a fault of the program, so that the preview outlives
// it. It is to be deferred.
func caught(err *error) {
	if cause := recover(); cause != nil {
		*err = report.Crashed(cause)
	}
}

// forgetWorker makes browsers forget what they may have kept of another site at
// this address.
func (p *preview) forgetWorker(look *theme.Theme) error {
	return look.Worker(p.site, func(name string, data []byte) error {
		data = bytes.Clone(data)
		p.files[name] = &previewFile{data: func() ([]byte, error) { return data, nil }}
		return nil
	}).Write()
}

// makeIndex makes the files of the search.
func (p *preview) makeIndex() (map[string][]byte, error) {
	var mutex sync.Mutex
	files := map[string][]byte{}
	index, err := search.Count(p.site, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		files[name] = bytes.Clone(data)
		return nil
	})
	if err == nil {
		err = index.Write()
	}
	return files, err
}

// File returns a file of the site by its address.
func (p *preview) File(address string) ([]byte, error) {
	if file, ok := p.files[address]; ok {
		return file.data()
	}
	if strings.HasPrefix(address, search.Folder+"/") {
		index, err := p.index()
		if data, ok := index[address]; ok || err != nil {
			return data, err
		}
	}
	return nil, missing(address)
}

// Copy returns a file that the guide has as it is, by its address.
func (p *preview) Copy(address string) *serve.Copy {
	if copy := p.copies[address]; copy != nil {
		return copy()
	}
	return nil
}

// Page returns what the preview says of the page at an address.
func (p *preview) Page(address string) (serve.Page, bool) {
	file, ok := p.files[address]
	if !ok || file.Page == nil {
		return serve.Page{}, false
	}
	return serve.Page{Source: file.Page.File, Title: file.Page.Title, Draft: file.Page.IsDraft()}, true
}
