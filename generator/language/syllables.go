package language

import "strings"

// sound is what a letter stands for in Finnish, as far as syllables need it:
// a vowel, a consonant, or none that is known.
type sound uint8

const (
	unknown sound = iota
	consonant
	// aspirated is h, aspirable what stands for one sound with an h behind it
	// in foreign words.
	aspirated
	aspirable
	vowelA
	vowelE
	vowelI
	vowelO
	vowelU
	vowelY
	vowelAE
	vowelOE
	// foreign is å, which can be anything in a Swedish name.
	foreign
)

func (s sound) isVowel() bool { return s >= vowelA }

// soundOf returns the sound of a letter.
func soundOf(r rune) sound {
	switch r |= 0x20; r {
	case 'a', 'á', 'à', 'â', 'ã':
		return vowelA
	case 'e', 'é', 'è', 'ê', 'ë':
		return vowelE
	case 'i', 'í', 'ì', 'î', 'ï':
		return vowelI
	case 'o', 'ó', 'ò', 'ô', 'õ':
		return vowelO
	case 'u', 'ú', 'ù', 'û':
		return vowelU
	case 'y', 'ý', 'ü':
		return vowelY
	case 'ä', 'æ':
		return vowelAE
	case 'ö', 'ø':
		return vowelOE
	case 'å':
		return foreign
	case 'h':
		return aspirated
	case 'c', 'p', 's', 't':
		return aspirable
	case 'ç', 'ñ':
		return consonant
	}
	if r >= 'a' && r <= 'z' || strings.ContainsRune("šžŠŽ", r) {
		return consonant
	}
	return unknown
}

// isOneSound tells of a long vowel, a diphthong, and what is one in some
// syllables: uo, ie and yö, which are parted never, though they are two sounds
// after the first syllable.
func isOneSound(a, b sound) bool {
	if a == b || a == foreign || b == foreign {
		return true
	}
	switch b {
	case vowelI:
		return true
	case vowelU:
		return a == vowelA || a == vowelE || a == vowelO || a == vowelI
	case vowelY:
		return a == vowelAE || a == vowelOE || a == vowelE || a == vowelI
	case vowelO:
		return a == vowelU
	case vowelE:
		return a == vowelI
	case vowelOE:
		return a == vowelY
	}
	return false
}

// markSyllables marks where a Finnish word that isn't a compound can be
// parted: not always at each syllable, but never inside of one. A syllable
// starts at a consonant before a vowel (kan-sa, kans-sa), or between two vowels
// that belong to two syllables (alu-eet), unless the second is a syllable by
// itself. Two letters stay together at either end.
func markSyllables(sounds []sound, breaks []bool) {
	first := 0
	for first < len(sounds) && !sounds[first].isVowel() {
		first++
	}
	later := false
	for i := len(sounds) - 2; i >= 2; i-- {
		before, at := sounds[i-1], sounds[i]
		switch {
		case at.isVowel():
			later = !later && before.isVowel() && !isOneSound(before, at)
		case at == unknown || before == unknown || at == aspirated && before == aspirable:
			later = false
		default:
			later = i > first && sounds[i+1].isVowel()
		}
		breaks[i] = later
	}
}
