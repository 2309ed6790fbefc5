// Package content reads the folders of a guide and makes a guide.Site of them.
//
// # Folders
//
// A project is a folder with config.toml and content/. In content/ there is a
// folder for each language of config.toml, with the same paths in each (a page
// in content/sv is the translation of the page with the same path in
// content/fi), sources.toml (the bibliography) and static/ (copied into the
// site as it is, without hidden files but .well-known and .htaccess). A folder
// in a language is a section; its _index.md is the section's page and says
//
//	kind = "question"    what its pages are; "page" if left out
//	slug = "kysymykset"  its part of the address
//	weight = 30          its order
//
// config.toml of the guide says of each setting what it is for. Two are about
// the web: base-url, the address of the site's folder (https://x.fi/opas/; a
// host such as hyvä.fi is written into pages as browsers write it), and under
// [web] offline = false if browsers aren't to keep the guide. By id readers'
// browsers and saved files tell the guide from others; it stays when the title
// changes.
//
// # Pages
//
// A page is one .md file: front matter in TOML between two lines of +++, then
// Markdown (see content/markdown). All pages can have these keys:
//
//	title, short, summary   short is the title in menus
//	slug                    its part of the address; the file's name if left out
//	                        (the home page has no such part)
//	aliases                 old addresses, from the language's folder, or as the
//	                        command list shows them (fi/old.html)
//	id                      what saved answers and packs call the page, by which
//	                        they find it when its file gets a new name; the
//	                        file's path without the ending if left out
//	weight                  its order in the section; equal ones go by title
//	topics, sources         lists of names
//	updated, reviewed       days, written 2026-11-21
//	as-of                   the year that the page's facts are of
//	draft                   true: only built with -drafts; a section takes its
//	                        pages along
//	original                in a translation: the sum of the text that it was made
//	                        from, which the command seen writes
//	kind                    what this page is, if not what its section says
//
// Of these only title must be there. Some kinds have keys of their own:
//
//	area       none; its file name is what questions call it by
//	question   number, area, wonder (the question in at most 60 letters, to be
//	           read from the back of a hall)
//	step       number, questions, takes (how long it goes on, "3–6 weeks")
//	session    number, minutes, people (for how many it is, by which lists are
//	           narrowed: "4–30 participants", "at most 20"), goal, materials,
//	           preparation, between-task, agenda (tables of minutes, title,
//	           text, questions, notes, break and segments: the item's parts,
//	           each with its minutes first, as in "6 min the tables talk");
//	           sections of its text whose headings are marked {.leader} are
//	           on the sheet of its leader, with .aloud in a box and with .card on
//	           a card;
//	           worksheets that its agenda, between-task and materials link to are
//	           printed for it, and the cards that a link to cards.md?n=1,2,7 names
//	           (a set for each table, with &sets=1 a single one)
//	programme  sessions
//	worksheet  audience (sparrer, room, group or participant), minutes, people,
//	           paper, pages (how many an empty one takes, for packs to add up),
//	           per-sheet (its sections are printed so many to a sheet: cards and
//	           slips to cut, or with 1 papers for the wall), sessions, steps;
//	           its text holds fields (see content/markdown); sections whose
//	           headings are marked {.chapter} are those of the document that
//	           people write of it, which package docx makes without fields
//	gather     worksheet, and the names of its fields: label (what tells filled
//	           copies apart) and rows (the table that is gathered)
//	decision   roles (names of those whose hours are counted), hours (tables of
//	           page or title, minutes and roles; without minutes, those of
//	           the session or worksheet count)
//	term       forms: the words in running text, beside the title, that the first
//	           mention on a page is linked by; without forms there are no links
//	topic      none; its title is what pages call it by
//
// On a page of any kind a section whose heading is marked {.letter} is a text to
// edit and send, of which package docx makes a document: what it quotes, or all
// of it.
//
// A page of any kind can tell what a picture of it shows (see package picture),
// in lists of tables:
//
//	course     how sparring goes: title, text, page, programme (a page of that
//	           kind, whose sessions are part of the course)
//	sparrings  who sparrs whom: sparrer (expert, municipality or resident), from,
//	           to, text, page
//
// A number of the guide's own comes from the guide: {count.questions}, in a text
// or a key, is how many questions there are in its language; so are areas, steps,
// sessions, programmes, worksheets and terms. \{count.questions} is no mark.
//
// Any other kind has no keys of its own and is known by its template. A link
// from page to page is a plain link to the .md file.
//
// The words of the interface stand in each theme's words/fi.toml (sv, en …),
// as name = "text"; a later theme's words go before an earlier one's. What
// another language lacks is shown in the guide's first.
//
// A page that a language lacks, or that is a draft in it, is shown in it as the
// guide's first language has it, at its place among the others, with its links to
// pages of the reader's language; its texts are marked with their own
// (guide.Original). What is wrong with it is told once, where it is from. Only its
// home page each language needs itself. A translation whose key original names
// another text than its original has now is an old one; the texts that were
// translated are kept in the project's folder originals, by their sums.
//
// A language with draft = true in config.toml is a translation in the making: it
// is read with the drafts alone, and nothing is said of its folder.
//
// Where the words have an address-search, each language gets a page of kind
// "search" at that address under Home (titled search-title, summed up by
// search-summary), unless one of its own pages is of that kind. An empty text
// keeps a language from it.
//
// lexicon.tsv in a language's folder says what is known of its words; the
// command lexicon makes it. It may be missing, and so may synonyms.txt, which
// says what words and phrases mean the same to those who search, one group a
// line, in their basic forms:
//
//	# a comment
//	esihenkilö = esimies
//	osallistuva budjetointi = osbu
//
// # Editions over a common guide
//
// A guide can lie on another one, as a municipality's edition does on the
// common guide. Its config.toml names it:
//
//	base = "../common"         a folder, from that of config.toml; "built-in" is
//	                           the guide inside the program
//	hide = ["model/funding"]   pages to leave out, by path without the ending; a
//	                           section takes its pages along, an area its
//	                           questions, a worksheet what gathers it
//
// Files of the edition are added to those of its base, and a file with the same
// path takes the place of the base's. Settings that the edition doesn't have
// are those of its base, tables key by key, lists as a whole; id and base-url are
// each guide's own. Put together entry by entry are sources.toml, synonyms.txt,
// lexicon.tsv and words.toml, which stands in a language's folder and has own
// words of the interface, like those of a theme. A link to a page that is left
// out is plain text.
//
// A text in local/ in a language's folder is no page: local/model/tips.md
// stands in the page model/tips.md, in a box, as an example of the
// municipality's own. Its place is where the page has the mark below, or else
// the end of the text. It has links from its own folder, no headings, and may
// have a title.
//
//	```local
//	```
//
// # From Go
//
//	site, err := content.Load(os.DirFS("guide"), content.Options{Drafts: true})
//
// Load reports everything that is wrong with all files at once, as
// report.Problems. It doesn't look at what the guide as a whole must have; that
// is for package check. List says of every file of the content what becomes of
// it. Who lays guides on each other joins their folders (Join, with
// NextBase to follow the bases) and names them as Options.Layers. A Memo makes
// loading again fast. A fault of the program itself comes out as a panic.
//
// In the folder of a language only files that end in .md are read. What editors
// and systems leave there is passed over; of files that may well have been
// meant as pages (.docx, .md.txt) there is a warning, but not of notes to
// authors (README.txt), and so there is of a folder whose pages belong to no
// language. A page beside the one that it is a copy of, by its name, is a
// problem (guide.CopyOf).
//
// Files that are no plain text in UTF-8, that are larger than 1 MB (lexicons:
// more), or that lead out of the folder are problems; two files for one page
// (a.md and a/_index.md) are, too. Line ends can be those of any system.
package content

import (
	"io/fs"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Options say what Load takes in.
type Options struct {
	// Drafts makes pages with draft = true part of the site.
	Drafts bool
	// Waiting makes languages with draft = true part of the site.
	Waiting bool
	// NoLexicon leaves the lexicons aside, broken or not.
	NoLexicon bool
	// Base is the address of the site's folder on the web (see BaseAddress), if
	// the build knows it better than the settings.
	Base string
	// Outlines gives each page its outline, for documents.
	Outlines bool
	// Progress, if there is one, is told how many texts of a language were read
	// of how many, by several at a time.
	Progress func(done, total int)
	// Memo, if there is one, remembers what was made of texts.
	Memo *Memo
	// Kinds are the kinds of pages that there are; nil stands for those of the
	// function Kinds.
	Kinds []Kind
	// Layers are the guides that fsys joins, the nearest first, where it joins
	// several.
	Layers []Layer
}

// ConfigFile is the name of the settings' file in the project's folder.
const ConfigFile = "config.toml"

// Load reads the project in fsys. The error is a report.Problems if something
// is wrong with the files, be it a warning. The site comes with it if all pages
// could be read, so that more can be found wrong with it; else it is nil.
func Load(fsys fs.FS, options Options) (*guide.Site, error) {
	site, locales, problems := read(fsys, options)
	if !slices.ContainsFunc(locales, func(l *locale) bool { return !l.whole }) {
		return site, problems.Err()
	}
	return nil, problems.Err()
}

// read reads the project, with the locales in the making. The site is nil if
// the settings can't be read, and has gaps if a locale isn't whole.
func read(fsys fs.FS, options Options) (*guide.Site, []*locale, report.Problems) {
	layers := options.layers(fsys)
	options.Kinds = options.kinds()
	settings, problems := loadSettings(fsys, options)
	if faults, _ := problems.Part(); len(faults) > 0 {
		return nil, nil, problems
	}
	site := &guide.Site{Settings: settings, Kinds: options.known()}
	sources, byName, wrong := loadSources(layers, settings)
	static, barred := listStatic(fsys)
	site.Sources, site.Files = sources, static
	problems = slices.Concat(problems, wrong, barred, strays(fsys, layers[0].FS, slices.Concat(settings.Languages, settings.Waiting)))
	var locales []*locale
	for _, l := range settings.Languages {
		var first *locale
		if len(locales) > 0 {
			first = locales[0]
		}
		locale := newLocale(fsys, l, first, site, byName, options)
		locale.load()
		problems = append(problems, locale.problems...)
		locales = append(locales, locale)
		site.Locales = append(site.Locales, locale.Locale)
	}
	return site, locales, problems
}
