package build

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// form reads the front matter of a text for a form of its keys, or first sets one
// of them, or puts rows into another order.
func (ps *previews) form(asked serve.Edit) (done serve.Edited, err error) {
	fields := ps.fields(asked.File)
	read := func(text string) (string, map[string]any, error) { return content.Front(asked.File, text) }
	done.Text = asked.Text
	switch asked.Do {
	case "set":
		value, ok := typed(fieldAt(fields, asked.Key), asked.Value)
		if !ok {
			return done, &report.Refusal{Rule: "edit-value", Values: report.Values{"value": fmt.Sprint(asked.Value)}}
		}
		done.Text, err = edit.SetKey(read, asked.Text, asked.Key, value)
	case "rows":
		done.Text, err = edit.SetRows(read, asked.Text, asked.Key, asked.Rows)
	}
	if err != nil {
		return serve.Edited{}, err
	}
	_, values, err := read(done.Text)
	done.Form = &serve.EditForm{Fields: fields, Values: shown(values)}
	return done, err
}

// fields are the keys that the page of a file can have, with what the guide
// offers for each.
func (ps *previews) fields(file string) []serve.EditField {
	site, l, kind := ps.where(file)
	return fieldsOf(content.Keys(kind), site, l)
}

// where finds the page of a file in the site that is shown: its locale and kind. A
// file that no page is made of has the locale of its folder, at most.
func (ps *previews) where(file string) (site *guide.Site, l *guide.Locale, kind string) {
	if site = ps.site.Load(); site == nil {
		return nil, nil, ""
	}
	for _, other := range site.Locales {
		if strings.HasPrefix(file, "content/"+other.Language+"/") {
			l = other
		}
		for _, p := range other.Pages {
			if p.File == file {
				return site, other, p.Kind
			}
		}
	}
	return site, l, ""
}

// fieldTypes are what the browser calls the types of keys.
var fieldTypes = map[guide.KeyType]string{
	guide.TextKey: "text", guide.ProseKey: "prose", guide.NumberKey: "number", guide.DayKey: "day", guide.FlagKey: "flag",
	guide.TextsKey: "texts", guide.NumbersKey: "numbers", guide.TablesKey: "tables",
}

func fieldsOf(keys []guide.Key, site *guide.Site, l *guide.Locale) (fields []serve.EditField) {
	for _, key := range keys {
		field := serve.EditField{Name: key.Name, Type: fieldTypes[key.Type], Required: key.Required, Rare: key.Rare, Fields: fieldsOf(key.Keys, site, l)}
		for _, value := range key.Values {
			field.Choices = append(field.Choices, serve.EditChoice{Value: value})
		}
		if l != nil {
			field.Choices = append(field.Choices, choices(key.Of, site, l)...)
		}
		fields = append(fields, field)
	}
	return fields
}

// choices are what of the guide a key can name.
func choices(of string, site *guide.Site, l *guide.Locale) (list []serve.EditChoice) {
	if of == "source" {
		for _, s := range site.Sources {
			list = append(list, serve.EditChoice{Value: s.Name, Title: s.In(l.Language).Title})
		}
		return list
	}
	for _, p := range l.Kinds[of] {
		c := serve.EditChoice{Value: p.Title}
		switch detail := p.Detail.(type) {
		case *guide.Area:
			c = serve.EditChoice{Value: detail.Name, Title: p.Title}
		case *guide.Question, *guide.Step:
			c = serve.EditChoice{Value: strconv.Itoa(p.Number), Title: p.Title}
		}
		list = append(list, c)
	}
	return list
}

// fieldAt finds the field of a key, be it in a row: "agenda.2.minutes".
func fieldAt(fields []serve.EditField, key string) (found serve.EditField) {
	parts := strings.Split(key, ".")
	for i := 0; i < len(parts); i += 2 {
		at := slices.IndexFunc(fields, func(f serve.EditField) bool { return f.Name == parts[i] })
		if at < 0 {
			return serve.EditField{}
		}
		found, fields = fields[at], fields[at].Fields
	}
	return found
}

// typed makes what a field holds to a value of its type; nil for an empty one
// that needn't be there.
func typed(f serve.EditField, held []string) (value any, ok bool) {
	var err error
	text := strings.TrimSpace(strings.Join(held, ", "))
	switch {
	case text == "" && (!f.Required || f.Type == "number"):
		return nil, f.Name != ""
	case f.Type == "number":
		value, err = strconv.ParseInt(text, 10, 64)
	case f.Type == "day":
		value, err = time.Parse(time.DateOnly, text)
	case f.Type == "flag":
		value, err = strconv.ParseBool(text)
	case f.Type == "texts":
		value = held
	case f.Type == "numbers":
		var numbers []int64
		for _, text := range held {
			number, wrong := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
			if wrong != nil {
				err = wrong
			}
			numbers = append(numbers, number)
		}
		value = numbers
	case f.Type == "text" || f.Type == "prose":
		value = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return value, err == nil && value != nil
}

// shown makes values to what a browser can be told: texts, and lists and tables
// of them.
func shown(values map[string]any) map[string]any {
	told := map[string]any{}
	for name, value := range values {
		switch value := value.(type) {
		case []map[string]any:
			var rows []any
			for _, row := range value {
				rows = append(rows, shown(row))
			}
			told[name] = rows
		case []any:
			texts := []string{}
			for _, item := range value {
				texts = append(texts, fmt.Sprint(item))
			}
			told[name] = texts
		case time.Time:
			told[name] = value.Format(time.DateOnly)
		default:
			told[name] = fmt.Sprint(value)
		}
	}
	return told
}
