package guide

import (
	"cmp"
	"time"
)

// Settings are what config.toml says.
type Settings struct {
	Title     string
	Themes    []string
	Languages []Language
	// Waiting are languages in the making, which nobody is shown.
	Waiting   []Language
	Publisher Publisher
	Statement Statement
	Contract  Contract
	Web       Web
	Brand     Brand
	// Versions is what the editor keeps of each page.
	Versions Versions
	// Hide are the IDs of pages that the guide leaves out; that of a section
	// leaves out all below it.
	Hide []string
	// File is the path of the settings' file.
	File string
}

// Identity is what tells the guide from others in readers' browsers and saved
// files: its ID, or the title where it has none.
func (s Settings) Identity() string { return cmp.Or(s.Web.ID, s.Title) }

// Language is a language of the site.
type Language struct {
	Tag, Name string
	// Title is the guide's title in the language, Topics the title of the
	// list of topics where content has none.
	Title, Topics string
	// Draft says that it is in the making: its home page is a draft, and with it
	// all below.
	Draft bool
}

// Publisher answers for the guide.
type Publisher struct{ Name, Email, Address string }

// Versions says how many versions of a page are kept at most and for how long; 0
// for what the editor keeps by itself.
type Versions struct {
	Most int
	Keep time.Duration
}

// Contract says which collections must be complete. The zero contract asks
// for nothing.
type Contract struct {
	Areas []string
	// Counts say how many pages of a kind there must be.
	Counts           map[string]int
	QuestionsPerArea int
}

// Web says how the site stands on the web.
type Web struct {
	// ID is the guide's own, "" for none. It stays when the title changes, and
	// an edition hasn't that of the guide below it.
	ID string
	// Shared reports that readers are likely to keep answers of other guides in
	// the same browser: the guide lies on another, as other editions do, or
	// stands below the root of a host.
	Shared bool
	// Base is the address of the site's folder, with a slash at its end:
	// "https://x.fi/opas/"; "" where nobody knows it yet.
	Base string
	// Keep is how long files stay that have lasting addresses and aren't part of
	// the site any more.
	Keep time.Duration
	// Offline lets a reader's browser keep the whole guide after the first
	// visit.
	Offline bool
	// OfflineDocuments lets it keep the documents, too.
	OfflineDocuments bool
	// Targets are where the guide is published by a button.
	Targets []Target
}
