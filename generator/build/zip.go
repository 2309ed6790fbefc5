package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"sparrausopas/generator/project"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// PublishZip is Publish, and packs what it published into a file, whole or not
// at all. The file can't lie in the site's folder, which holds nothing else.
func PublishZip(ctx context.Context, s Settings, out, file string) (Published, error) {
	if err := checkZip(out, file); err != nil {
		return Published{}, err
	}
	made, err := Publish(ctx, s, out)
	if err != nil {
		return made, err
	}
	fresh := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".new")
	if made.Zipped, err = writeZip(out, fresh, made.date); err == nil {
		err = os.Rename(fresh, file)
	}
	if err != nil {
		_ = os.Remove(fresh)
		return made, &report.Refusal{Rule: "zip-unwritable", Values: report.Reason(err, report.Values{"file": file})}
	}
	return made, nil
}

func writeZip(out, name string, date time.Time) (size int64, err error) {
	file, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	if err = publish.Zip(out, date, file); err == nil {
		var info os.FileInfo
		if info, err = file.Stat(); err == nil {
			size = info.Size()
		}
	}
	return size, errors.Join(err, file.Close())
}

func checkZip(out, file string) error {
	folder, err := project.RealPath(out)
	if err != nil {
		return err
	}
	archive, err := project.RealPath(file)
	if err != nil {
		return err
	}
	if project.Within(archive, folder) {
		return &report.Refusal{Rule: "zip-in-site", Values: report.Values{"file": file, "folder": out}, Usage: true}
	}
	return nil
}
