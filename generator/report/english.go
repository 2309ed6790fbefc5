package report

import "strings"

// wording is how a rule reads. A name in braces stands for one of the
// problem's values. Of the hints the first whose values are all known is shown.
type wording struct {
	text  string
	hints []string
}

// Text says in English what is wrong.
func (p Problem) Text() string {
	text, _ := fill(english(p.Rule).text, p.Values)
	return text
}

// Hint says in English what to do about it, "" if the text says it all.
func (p Problem) Hint() string {
	for _, hint := range english(p.Rule).hints {
		if text, whole := fill(hint, p.Values); whole {
			return text
		}
	}
	return ""
}

// fill puts the values into a wording; whole is false if one is missing or
// empty. Braces with more than small letters in them, such as {#id}, are no
// value.
func fill(text string, values Values) (filled string, whole bool) {
	whole = true
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		out.WriteString(before)
		if !found {
			return out.String(), whole
		}
		if !closed || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			out.WriteByte('{')
			text = rest
			continue
		}
		value := values[name]
		whole = whole && value != ""
		out.WriteString(value)
		text = after
	}
}

// english is the catalogue in English. A rule that it lacks shows its name, so
// that no problem is lost.
func english(rule string) wording {
	if w, ok := englishFiles()[rule]; ok {
		return w
	}
	if w, ok := englishPages()[rule]; ok {
		return w
	}
	if w, ok := englishLook()[rule]; ok {
		return w
	}
	if w, ok := englishCare()[rule]; ok {
		return w
	}
	return wording{text: rule}
}

// Rules are the names of all rules that the catalogue words.
func Rules() []string {
	var names []string
	for name := range englishFiles() {
		names = append(names, name)
	}
	for name := range englishPages() {
		names = append(names, name)
	}
	for name := range englishLook() {
		names = append(names, name)
	}
	for name := range englishCare() {
		names = append(names, name)
	}
	return names
}

// englishCare words what a page should have that can be built without it, and
// what its readers need who can't see it.
func englishCare() map[string]wording {
	return map[string]wording{
		"heading-order":     {"`{heading}` is a heading of level {level} under one of level {above}", []string{"write {marks} instead: those who listen to the page miss the level between"}},
		"image-text":        {"the picture `{target}` has no text", []string{"say between the brackets what the picture tells: ![…]({target}); leave out a picture that tells nothing"}},
		"table-header":      {"the table has an empty header", []string{"write on the table's first line what stands in each column"}},
		"language-mark":     {"the language mark `{mark}` doesn't work: {error}", []string{"write [the words]{lang=sv}, all of it in one paragraph"}},
		"language-missing":  {"this seems to be {language}: `{text}`", []string{"say so, for those who listen to the page: [{text}]{lang={tag}}"}},
		"link-text":         {"the link text `{text}` doesn't say where it leads", []string{"name what is there: link texts are read one by one, too"}},
		"link-address":      {"the link shows its address `{text}`", []string{"write what is there: [the page's title]({text})"}},
		"title-twice":       {"the title `{title}` is also that of {other}", []string{"tell them apart: browsers, menus and search show titles alone"}},
		"title-long":        {"the title has {length} letters, more than {limit}", []string{"shorten it, or give the page a short one for menus: short = \"…\""}},
		"summary-long":      {"the summary has {length} letters, more than {limit}", []string{"shorten it: search engines cut it there"}},
		"statement-contact": {"the accessibility statement has no contact: readers can't tell what doesn't work", []string{"write the publisher's email or form under [accessibility] or [publisher] in config.toml"}},
		"statement-date":    {"the accessibility statement has no date", []string{"write under [accessibility]: reviewed = 2026-11-21, the day when you looked it over last"}},
		"statement-old":     {"the accessibility statement was looked over {days} days ago, on {day}", []string{"look it over each year, and write the new day: reviewed = {today}"}},
	}
}

// englishFiles words what is wrong with files, front matter and settings.
func englishFiles() map[string]wording {
	return map[string]wording{
		"file-empty":      {"the file is empty", []string{"write a title between two lines of +++, then the text; or delete the file"}},
		"file-too-large":  {"the file is {size}, more than the {limit} that it may have", []string{"divide it into several files if it is a page, or shorten it"}},
		"file-encoding":   {"the file is not UTF-8 text", []string{"save it again with the encoding UTF-8"}},
		"file-unreadable": {"the file can't be read: {error}", []string{"look at who may read it, and whether it leads out of the project"}},
		"file-name":       {"the file name `{name}` doesn't work in an address", []string{"call it `{suggestion}`: letters a–z, digits and hyphens", "use letters a–z, digits and hyphens"}},
		"folder-link":     {"`{name}` is a link to a folder", []string{"put the folder itself here"}},
		"file-missing":    {"the file is missing", []string{"make it, or run the program in the folder of the guide (or name it with -dir)"}},
		"folder-empty":    {"there is no content in `{folder}`", []string{"put an _index.md there, or take the language out of config.toml"}},
		"home-draft":      {"the home page is a draft", []string{"take draft = true out of it: a language has no pages without its home page"}},
		"home-missing":    {"the language has no home page", []string{"make the file `{file}` with a title"}},
		"section-missing": {"the folder has pages but no _index.md", []string{"make the file `{file}` with a title"}},
		"front-missing":   {"the file doesn't begin with +++", []string{"write +++ on a line of its own, then title = \"…\", then +++ again"}},
		"front-yaml":      {"the file begins with ---, but this guide's front matter is TOML", []string{"write +++ instead of ---, and title = \"…\" instead of title: …"}},
		"front-open":      {"the front matter is not closed", []string{"write +++ on a line of its own under the last key"}},
		"front-syntax":    {"the front matter can't be read: {error}", []string{"write each key as name = \"text\""}},
		"front-quotes":    {"a text is between curly quotes", []string{"use straight quotes around it: \"…\"; the program sets the right ones"}},
		"key-twice":       {"the key `{key}` stands there twice", []string{"keep one of them"}},
		"key-unknown":     {"unknown key `{key}`", []string{"did you mean `{suggestion}`?", "the keys here are: {known}"}},
		"key-type":        {"`{key}` must be {wanted}, not {found}", []string{"write for example {example}"}},
		"key-missing":     {"the key `{key}` is missing", []string{"write for example {example}"}},
		"key-value":       {"`{key}` can't be `{value}`", []string{"it must be {wanted}"}},
		"value-twice":     {"`{value}` stands in `{key}` twice", []string{"keep one of them"}},
		"unknown-kind":    {"unknown kind of page `{name}`", []string{"did you mean `{suggestion}`?", "the theme knows: {known}"}},
		"unknown-theme":   {"there is no theme in `{name}`", []string{"name a folder of the project that holds templates"}},
		"template-error":  {"the template doesn't work: {error}", nil},
		"unknown-word":    {"the word `{name}` is not in words/{language}.toml", []string{"did you mean `{suggestion}`?", "add it: {name} = \"…\""}},
		"words-missing":   {"the theme has no words for the language `{language}`", []string{"make the file `{file}`, for example from words/fi.toml"}},
		"asset-missing":   {"the theme has no file `{name}`", []string{"did you mean `{suggestion}`?", "put it into the theme's folder assets"}},
		"lexicon-line":    {"the line of the lexicon is broken: {error}", []string{"make the lexicon anew: go run ./generator lexicon"}},
		"lexicon-lacks":   {"the lexicon lacks words of the site ({count}): {words}", []string{"run go run ./generator lexicon (needs Voikko: apt-get install libvoikko-dev voikko-fi)"}},
		"synonyms-single": {"there is only one word on the line", []string{"write words that mean the same on one line, with = between: esimies = esihenkilö"}},
		"synonyms-empty":  {"there is nothing beside the =", []string{"write a word there, or take the = away"}},
		"synonyms-letter": {"`{word}` can't be searched for with `{letter}` in it", []string{"use letters, digits, hyphens and spaces alone; = stands between words"}},
		"synonyms-twice":  {"`{word}` stands there twice, first in line {line}", []string{"write all words that mean the same on one line, each once"}},
		"minify-error":    {"the file can't be made smaller: {error}", nil},
	}
}

// englishPages words what is wrong with texts and with how pages hang
// together.
func englishPages() map[string]wording {
	return map[string]wording{
		"html-in-text":         {"HTML in the text: `{html}`", []string{"write it as Markdown; HTML doesn't show on the page"}},
		"text-unreadable":      {"the text can't be rendered: {error}", nil},
		"heading-level":        {"`# {heading}` is a heading of the first level", []string{"begin with ##: the page's title is the first level already"}},
		"heading-id-twice":     {"two headings have the id `{id}`", []string{"give one of them another: ## Heading {#other-id}"}},
		"heading-id":           {"a heading can't have the id `{id}`", []string{"use lower-case letters a–z, digits and hyphens; main, contents and sources belong to the page itself"}},
		"text-not-short":       {"the text is more than one paragraph", []string{"write it on one line, without headings and lists"}},
		"heading-attribute":    {"a heading can't have the attribute `{name}`", []string{"use #id and .class alone; write an id behind a mark of language: ## [Ord]{lang=sv} {#ord}"}},
		"link-missing":         {"the link leads to `{target}`, which doesn't exist", []string{"did you mean `{suggestion}`?", "look at the path: it starts from the folder of this file"}},
		"link-heading":         {"`{target}` has no heading with the id `{id}`", []string{"did you mean `#{suggestion}`?", "its headings are: {known}"}},
		"link-draft":           {"the link leads to the draft `{target}`", []string{"take draft = true out of it, or the link out of here"}},
		"link-absolute":        {"the link `{target}` starts with a slash", []string{"write the path from this file to the .md file, like ../model/tips.md"}},
		"link-scheme":          {"a link can't begin with `{scheme}:`", []string{"use https:, http:, mailto: or tel:, or a path to a file"}},
		"link-outside":         {"the link `{target}` leads out of the content", []string{"link to a file in the same language, or to one in content/static"}},
		"unknown-area":         {"unknown area `{name}`", []string{"did you mean `{suggestion}`?", "the areas are: {known}", "make a page of kind area with that file name"}},
		"unknown-source":       {"unknown source `{name}`", []string{"did you mean `{suggestion}`?", "add it to content/sources.toml"}},
		"unknown-topic":        {"unknown topic `{name}`", []string{"did you mean `{suggestion}`?", "make a page of kind topic with that title"}},
		"unknown-question":     {"there is no question {name}", []string{"the questions are: {known}"}},
		"unknown-step":         {"there is no step {name}", []string{"name the number of a step"}},
		"field-unknown":        {"unknown kind of field `{name}`", []string{"did you mean `{suggestion}`?", "the kinds are: {known}"}},
		"field-attribute":      {"the field can't have the attribute `{name}`", []string{"did you mean `{suggestion}`?", "it can have: {known}"}},
		"field-attribute-form": {"`{text}` isn't an attribute", []string{"write name=value, or name=\"several words\""}},
		"field-number":         {"`{name}` can't be `{value}`", []string{"it must be a whole number from {least} to {most}"}},
		"field-label":          {"the field of kind `{kind}` has no label", []string{"write what is asked on the first line of the block"}},
		"field-name-twice":     {"two fields have the name `{name}`", []string{"give one of them another: name=other-name"}},
		"field-options":        {"the field of kind `{kind}` has nothing to choose from", []string{"write at least two options, each on a line that begins with a hyphen"}},
		"field-option-twice":   {"the option `{option}` stands there twice", []string{"keep one of them, or tell them apart"}},
		"field-no-options":     {"a field of kind `{kind}` has no options", []string{"take the lines away that begin with a hyphen, or use choice or checklist"}},
		"field-no-text":        {"a field of kind `{kind}` has no text of its own", []string{"take the lines out of the block and write them above it"}},
		"field-columns":        {"the table has no columns", []string{"write the header on a line: Toimi | Vastuu | Aikataulu"}},
		"field-questions":      {"the field takes in no question", []string{"look at area and numbers, or leave them out to have all questions"}},
		"unknown-worksheet":    {"there is no worksheet `{name}`", []string{"name the file of a worksheet, like plan.md"}},
		"unknown-field":        {"the worksheet has no field `{name}` of kind {kind}", []string{"did you mean `{suggestion}`?", "its fields are: {known}"}},
		"unknown-programme":    {"there is no programme `{name}`", []string{"name the file of a programme, like ../sessions/three-events.md"}},
		"unknown-session":      {"there is no session `{name}`", []string{"did you mean `{suggestion}`?", "name the file of a session, like event-1.md"}},
		"number-twice":         {"the number {number} is also that of {other}", []string{"give one of them another number"}},
		"number-missing":       {"{kind} {number} is missing", []string{"make it, or change [contract] in config.toml"}},
		"number-extra":         {"{kind} {number} is more than the {count} that config.toml asks for", []string{"take it away, or change [contract] in config.toml"}},
		"area-missing":         {"the area `{name}` is missing", []string{"make a page of kind area with that file name, or change [contract] in config.toml"}},
		"area-extra":           {"the area `{name}` isn't among those that config.toml asks for", []string{"take it away, or change [contract] in config.toml"}},
		"area-count":           {"the area has {found} questions, not {wanted}", []string{"change `area` of some questions, or [contract] in config.toml"}},
		"agenda-minutes":       {"the agenda takes {found} minutes, but the session {wanted}", []string{"change `minutes` of the session or of a line of the agenda"}},
		"address-twice":        {"the address `{address}` is also that of {other}", []string{"give this one another slug or name, or the search page another address: the word {word} in the theme's words", "give one of them another slug"}},
		"output-link":          {"the link `{target}` leads nowhere", []string{"mend the template or the page that makes it"}},
		"output-fragment":      {"the link `{target}` leads to a place that isn't on that page", []string{"mend the template or the page that makes it"}},
		"output-outside":       {"the page fetches `{target}` from outside of the site", []string{"put the file into the theme or into content/static"}},
		"output-absolute":      {"the link `{target}` doesn't work from a folder", []string{"make it relative, naming its file"}},
		"output-id":            {"the id `{id}` stands on the page twice", []string{"mend the template or the page that makes it"}},
	}
}
