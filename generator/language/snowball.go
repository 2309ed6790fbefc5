package language

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/swedish"
)

// Stem returns what the inflected forms of a word have in common, by the rules
// of the Snowball project and a list of irregular words; Finnish and unknown
// languages have none here, and give the word itself. (Snowball's Finnish rules
// part kunnan from kuntaa and asukas from asukkaat: for Finnish there is the
// lexicon.)
func (l Language) Stem(word string) string {
	stem := snowball(l.Tag, word)
	if regular, ok := regularStems[l.Tag][stem]; ok {
		return regular
	}
	return stem
}

func snowball(tag, word string) string {
	var stem func(*snowballstem.Env) bool
	switch tag {
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

// Bare returns what may be left of a noun without an ending that the stem by
// rules misses: kommun of kommuner, program of programmet, cirkel of cirklar.
// Not all of them are words.
func (l Language) Bare(word string) []string {
	if l.Tag != "sv" {
		return nil
	}
	var list []string
	for _, ending := range []string{"n", "t", "r", "s", "en", "et", "er", "ar", "or", "na", "ns", "ts", "erna", "arna", "orna"} {
		rest, ok := strings.CutSuffix(word, ending)
		if !ok || len(rest) <= 3 {
			continue
		}
		list = append(list, rest)
		switch short := rest[:len(rest)-1]; rest[len(rest)-2:] {
		case "mm", "nn":
			list = append(list, short)
		case "kl", "dl", "gl", "bl", "pl", "tr", "dr", "gn", "kn":
			list = append(list, short+"e"+rest[len(rest)-1:])
		}
	}
	return list
}

// Common are words that say little by themselves (and, how, who, to be), in the
// form that a dictionary has them in.
func (l Language) Common() []string {
	switch l.Tag {
	case "fi":
		return strings.Fields("antaa ei eli en entä eri että haluta he hän ja jo joka jokainen jokin joko joku jos jotta kaikki kannattaa kanssa ken koska kuin kuinka kuka kumpi kun käydä löytyä löytää me mennä mihin miksi mikä mikäli millainen milloin minne missä mistä miten mukaan mutta muu myös ne niin nyt näin oleva olla ollut on ottaa paljo paljon paljonko pitää saada se sekä siitä siksi silloin sitten sopia tai tarkoittaa te tehdä tehty toimia tulla tuo tämä täytyä vaan vai vaikka vain varten vielä voida voiva")
	case "sv":
		return strings.Fields("att av de den det där du efter eller en ett få får för från gör göra ha har hur i inte jag kan man med men mig mitt måste någon något när och om oss på sig sin ska som så till vad var vem vi vid vill vår än är")
	case "en":
		return strings.Fields("a about am an and any anybody anyone anything are as at be because been being but by can come could did do does for from get give go had has have he her him his how i if in is it its just let make may me mean must my need nobody not of on or our ours she should so some somebody someone something such take than that the their them then there these they this those to us want was we were what when where whether which who whom whose why will with would you your")
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
