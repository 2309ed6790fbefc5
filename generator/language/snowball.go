package language

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/swedish"
)

// Stem returns what the inflected forms of a word have in common, by the rules
// of the Snowball project; Finnish and unknown languages have none here, and
// give the word itself. (Snowball's Finnish rules part kunnan from kuntaa and
// asukas from asukkaat: for Finnish there is the lexicon.)
func (l Language) Stem(word string) string {
	var stem func(*snowballstem.Env) bool
	switch l.Tag {
	case "sv":
		stem = swedish.Stem
	case "en":
		stem = english.Stem
	default:
		return word
	}
	env := snowballstem.NewEnv(word)
	stem(env)
	return env.Current()
}

// Endings are those of the language's nouns that a stem by rules misses; a
// word is related to the one that is left without them, if that is a word.
func (l Language) Endings() []string {
	if l.Tag != "sv" {
		return nil
	}
	return []string{"n", "t", "r", "s", "en", "et", "er", "ar", "or", "na", "ns", "ts", "erna", "arna", "orna"}
}

// Common are words that say little by themselves (and, how, who, to be), in the
// form that a dictionary has them in.
func (l Language) Common() []string {
	switch l.Tag {
	case "fi":
		return strings.Fields("antaa ei eli en entä eri että haluta he hän ja jo joka jokainen jokin joko joku jos jotta kaikki kannattaa kanssa ken koska kuin kuinka kuka kumpi kun käydä löytyä löytää me mennä mihin miksi mikä mikäli millainen milloin minne missä mistä miten mukaan mutta muu myös ne niin nyt näin oleva olla ollut on ottaa paljo paljon paljonko pitää saada se sekä siitä siksi silloin sitten sopia tai tarkoittaa te tehdä tehty toimia tulla tuo tämä täytyä vaan vai vaikka vain varten vielä voida voiva")
	case "sv":
		return strings.Fields("att av de den det där eller en ett för från hur i inte är kan man med och om på som till vad vara vem vi ni är")
	case "en":
		return strings.Fields("a an and are as at be by can do for from how i in is it not of on or that the this to was we what when where which who why with you")
	}
	return nil
}

// derivations returns endings of words that come from a verb, and the verb's.
func (l Language) derivations() [][2]string {
	if l.Tag != "fi" {
		return nil
	}
	return [][2]string{{"aava", "ata"}, {"äävä", "ätä"}, {"aaja", "ata"}, {"ääjä", "ätä"}, {"va", "a"}, {"vä", "ä"}, {"ja", "a"}, {"jä", "ä"}, {"ointi", "oida"}, {"öinti", "öidä"}, {"nta", "a"}, {"ntä", "ä"}, {"aus", "ata"}, {"äys", "ätä"}, {"ttelu", "tella"}, {"ttely", "tellä"}}
}

// Bases returns the verbs that a word may come from: osallistuva and
// osallistuja from osallistua, arviointi from arvioida. Not all of them are
// words.
func (l Language) Bases(lemma string) []string {
	var list []string
	for _, d := range l.derivations() {
		if stem, ok := strings.CutSuffix(lemma, d[0]); ok && len(stem) > 2 {
			list = append(list, stem+d[1])
		}
	}
	return list
}
