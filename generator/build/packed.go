package build

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"sparrausopas/generator/project"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/single"
	"sparrausopas/generator/theme"
)

// Packed is a file that a site was packed into.
type Packed struct {
	// Way is how: "zip" or "single".
	Way, File string
	Size      int64
}

// packing is a file that a site is to be packed into.
type packing struct {
	way, file string
	write     func(made *Published, out string, to io.Writer) error
}

// packings are the files that the settings name. None can lie in the site's
// folder, which holds nothing else.
func (s Settings) packings(out string) (all []packing, err error) {
	for _, p := range []packing{{"zip", s.Zip, writeZip}, {"single", s.Single, writeSingle}} {
		if p.file == "" {
			continue
		}
		if err := p.check(out); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func (p packing) check(out string) error {
	folder, err := project.RealPath(out)
	if err != nil {
		return err
	}
	file, err := project.RealPath(p.file)
	if err != nil {
		return err
	}
	if project.Within(file, folder) {
		return &report.Refusal{Rule: "packed-in-site", Values: report.Values{"file": p.file, "folder": out}, Usage: true}
	}
	return nil
}

// pack packs what was published, whole or not at all.
func (p packing) pack(made *Published, out string) error {
	fresh := filepath.Join(filepath.Dir(p.file), "."+filepath.Base(p.file)+".new")
	size, err := p.writeTo(made, out, fresh)
	if err == nil {
		err = os.Rename(fresh, p.file)
	}
	if err != nil {
		_ = os.Remove(fresh)
		return &report.Refusal{Rule: "packed-unwritable", Values: report.Reason(err, report.Values{"file": p.file})}
	}
	made.Packed = append(made.Packed, Packed{p.way, p.file, size})
	return nil
}

func (p packing) writeTo(made *Published, out, name string) (size int64, err error) {
	file, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	if err = p.write(made, out, file); err == nil {
		var info os.FileInfo
		if info, err = file.Stat(); err == nil {
			size = info.Size()
		}
	}
	return size, errors.Join(err, file.Close())
}

func writeZip(made *Published, out string, to io.Writer) error {
	return publish.Zip(out, made.date, to)
}

// writeSingle makes the site one HTML file, and tells of what that lacks.
func writeSingle(made *Published, out string, to io.Writer) error {
	var site single.Site
	err := publish.Each(out, func(name string, file fs.File) error { return site.Add(name, file) })
	if err != nil {
		return err
	}
	left, err := site.Write(to, made.shell)
	if len(left) > 0 {
		made.Warnings = append(made.Warnings, report.Fault(left[0], "single-room", report.Values{
			"count": len(left), "files": report.List(left), "limit": report.Bytes(single.Largest), "room": report.Bytes(single.Room)})...)
	}
	return err
}

// setAside keeps the shell of a single file, which is no file of the site.
func (made *Published) setAside(emit publish.Emit) publish.Emit {
	return func(name string, data []byte) error {
		if name == theme.ShellName {
			made.shell = bytes.Clone(data)
			return nil
		}
		return emit(name, data)
	}
}
