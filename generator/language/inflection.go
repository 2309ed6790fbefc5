package language

// Inflection says how the forms of a word differ from each other, for the
// script of the search: a reader may type a form that stands nowhere. All
// patterns are regular expressions of scripts that are held against the end of
// a word in folded letters.
type Inflection struct {
	// Endings may be there or not, those of a layer inside of those before it.
	Endings [][]string `json:"endings,omitempty"`
	// Changes are what becomes of a stem when it is inflected, and what it would
	// be in the first grade (kunnan, kunta), each with what it is replaced by.
	Changes [][2]string `json:"changes,omitempty"`
}

// Inflection returns the rules of a language, none where they aren't known.
func (l Language) Inflection() Inflection {
	switch l.Tag {
	case "fi":
		return Inflection{
			Endings: [][]string{
				{"kaan|kin|ko|han|pa"},
				{"ni|si|nsa|mme|nne", `(?<=([aeiouy]))\1n`},
				{
					"ma(?:an|ssa|sta|lla|tta)",
					"ssa|s?ta|lla|lta|lle|na|ks[ie]|tta|ine|seen|siin", "ta", "j?a", "a", "h[aeiouy]n", `(?<=([aeiouy]))\1n`,
					"(?:i?de|itte|je|i?e|te)n?", "[nt]", "vat?|mme|tte|isi|aan|minen|mis|t?t[uy]|n[uy]t|nee",
				},
			},
			Changes: [][2]string{
				// rahattoman, rahaton; ajastimen, ajastin; iäkkään, iäkäs
				{"ttom[ai]?", "ton"}, {"(?<=[aeiouy].+i)m[ei]", "n"}, {"(?<=[^aeiouy][ae])s", ""},
				{"(?<=^[^aeiouy]*)(?:[uy](o)|i(e))i?", "$1$2@"}, {"(?<=^[^aeiouy]+)([oe])i", "$1@"},
				{"n(?:ut|yt|ee?|ei)", "N"}, {"(?<=[uy])(?:s|de?|te?|ks[ei]?|st)", "S"}, {"ps[ei]?", "s"}, {"nen|s[ei]?", "S"},
				{"[aeiouy]+j?[aeiouy]*", ""}, {`(.)\1`, "$1"}, {"([lnr])t", "$1"}, {"v", "p"}, {"d", "t"}, {"mp", "m"}, {"ng", "nk"},
			},
		}
	case "sv":
		return Inflection{
			Endings: [][]string{{"s"}, {"[aeo]rna", "na|are", "a", "[aeo]?[nrt]", "ade|at|[ai]nde|ing", "e"}},
			// programmet, program; cirklar, cirkel
			Changes: [][2]string{{`([mn])\1`, "$1"}, {"(?<=[^aeiouy])e([lnr])", "$1"}},
		}
	case "en":
		return Inflection{
			Endings: [][]string{{"s", "es"}, {"ed|ing|ly|[eo]r|ion|ment|al", "at(?:e|ion|or)|ness", "e"}},
			// counties, county; planned, plan; organize, organise; color, colour; center, centre
			Changes: [][2]string{{"i", "y"}, {`([^aeiou])\1`, "$1"}, {"iz", "is"}, {"or", "our"}, {"er", "r"}},
		}
	}
	return Inflection{}
}
