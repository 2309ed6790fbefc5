package build

import (
	"fmt"
	"io/fs"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/report"
)

// own returns the text of an own file as the changes leave it, "" for none.
func (w *work) own(file string) (string, error) {
	raw, planned := w.texts[w.now(file)]
	if !planned {
		if w.texts[file] != nil {
			raw = w.texts[file]
		} else {
			var err error
			if raw, err = fs.ReadFile(w.guide.Own, file); err != nil {
				return "", &report.Refusal{Rule: "edit-common", Values: report.Values{"file": file}}
			}
		}
	}
	return string(report.Clean(raw)), nil
}

// put plans the text of an own file, which may move.
func (w *work) put(file, text string) error {
	w.puts++
	old, err := fs.ReadFile(w.guide.Own, file)
	if err != nil {
		old = w.texts[file]
	}
	to := w.now(file)
	if to != file {
		w.texts[file] = nil
	}
	if to != file || string(report.Clean(old)) != text {
		w.texts[to] = edit.LikeLines(old, text)
	}
	return nil
}

// set plans another value of a key of an own page.
func (w *work) set(file, key string, value any) error {
	text, err := w.own(file)
	if err != nil {
		return err
	}
	if list, ok := value.([]string); ok && len(list) == 0 {
		value = nil
	}
	read := func(text string) (string, map[string]any, error) { return content.Front(file, text) }
	if text, err = edit.SetKey(read, text, key, value); err != nil {
		return err
	}
	return w.put(file, text)
}

// front reads a key of an own page.
func (w *work) front(file, key string) (any, error) {
	text, err := w.own(file)
	if err != nil {
		return nil, err
	}
	_, values, err := content.Front(file, text)
	return values[key], err
}

// list reads a key that holds texts.
func (w *work) list(file, key string) (texts []string, err error) {
	value, err := w.front(file, key)
	list, _ := value.([]any)
	for _, item := range list {
		texts = append(texts, fmt.Sprint(item))
	}
	return texts, err
}
