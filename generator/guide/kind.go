package guide

// Kind is what is known of a kind of page without any page of it. Package
// content has the table of all kinds and says there how each is read.
type Kind struct {
	// Name stands in front matter and names the kind's template.
	Name string
	// Keys are the keys of its own in front matter.
	Keys []Key
	// Numbering says what the key "number" is to it.
	Numbering Numbering
	// New is set where the program offers to begin a page of the kind.
	New bool
}

// Key is a key in front matter.
type Key struct {
	Name string
	Type KeyType
	// Required keys must be there and hold something.
	Required bool
	// Rare keys are those that most pages never get.
	Rare bool
	// Example is a value in TOML that passes.
	Example string
	// Values are all that a text may be, the first if it isn't there.
	Values []string
	// Of is what the values name: "topic", "source", or a kind of pages, by
	// number or name; "" for nothing that has a list.
	Of string
	// Keys are those of each table of a list.
	Keys []Key
}

// KeyType is what the value of a key is.
type KeyType int

const (
	TextKey KeyType = iota
	NumberKey
	// The value of these is a list, of tables one whose headings have double
	// brackets.
	TextsKey
	NumbersKey
	TablesKey
	// A text of some length, a day, and what is true or not.
	ProseKey
	DayKey
	FlagKey
)

// Numbering says what numbers pages of a kind have.
type Numbering int

const (
	Unnumbered Numbering = iota
	// Placed pages have a number in something else, as a session has in its
	// programme.
	Placed
	// Counted pages are called by their numbers, each of which there is once in
	// a locale; lists of them are in the order of these, and config.toml can
	// say how many there must be.
	Counted
)

// Key returns a key of the kind's own, or nil.
func (k Kind) Key(name string) *Key {
	for i := range k.Keys {
		if k.Keys[i].Name == name {
			return &k.Keys[i]
		}
	}
	return nil
}

// Kinds is a table of kinds.
type Kinds []Kind

// Find returns what is known of a kind: of one that isn't in the table, which
// has nothing but a template, its name.
func (table Kinds) Find(name string) Kind {
	for _, k := range table {
		if k.Name == name {
			return k
		}
	}
	return Kind{Name: name}
}
