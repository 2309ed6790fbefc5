package guide

import "time"

// Settings are what config.toml says.
type Settings struct {
	Title     string
	Themes    []string
	Languages []Language
	Publisher Publisher
	Statement Statement
	Contract  Contract
	// File is the path of the settings' file.
	File string
}

// Language is a language of the site.
type Language struct {
	Tag, Name string
	// Title is the guide's title in the language, Topics the title of the
	// list of topics where content has none.
	Title, Topics string
}

// Publisher answers for the guide.
type Publisher struct{ Name, Email, Address string }

// Statement is what the accessibility statement needs to know.
type Statement struct {
	// Reviewed is when it was made or looked over last.
	Reviewed time.Time
	// Status is "full", "partial" or "none".
	Status string
}

// Contract says which collections must be complete. The zero contract asks
// for nothing.
type Contract struct {
	Areas            []string
	Questions, Steps int
	QuestionsPerArea int
}
