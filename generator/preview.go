package main

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/search"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

// preview is one state of the site while an author writes: all that is known
// of it, with files that are made when a browser asks for them.
type preview struct {
	site  *guide.Site
	files map[string]*previewFile
	// index makes all files of the search at once.
	index func() (map[string][]byte, error)
}

// previewFile is a file of the site, made at most once.
type previewFile struct {
	theme.File
	data func() ([]byte, error)
}

// newPreview plans the files of a site. Nothing is kept in the browsers of
// those who look at it, or they would see an old state later.
func newPreview(site *guide.Site, look *theme.Theme) (*preview, error) {
	shown := *site
	shown.Settings.Web.Offline = false
	files, err := look.Plan(&shown, search.Addresses(&shown))
	if err != nil {
		return nil, err
	}
	p := &preview{site: &shown, files: map[string]*previewFile{}}
	for _, file := range files {
		p.files[file.Name] = &previewFile{File: file, data: sync.OnceValues(func() ([]byte, error) {
			var out bytes.Buffer
			err := file.Make(&out)
			return out.Bytes(), err
		})}
	}
	p.index = sync.OnceValues(p.makeIndex)
	return p, p.forgetWorker(look)
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

// File gives a file of the site by its address.
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
	return nil, &fs.PathError{Op: "open", Path: address, Err: fs.ErrNotExist}
}

// Page tells what the preview says of the page at an address.
func (p *preview) Page(address string) (serve.Page, bool) {
	file, ok := p.files[address]
	if !ok || file.Page == nil {
		return serve.Page{}, false
	}
	return serve.Page{Source: file.Page.File, Title: file.Page.Title, Draft: isDraft(file.Page)}, true
}

// isDraft tells whether a page is a draft, or in a section that is one.
func isDraft(p *guide.Page) bool {
	for ; p != nil; p = p.Parent {
		if p.Draft {
			return true
		}
	}
	return false
}
