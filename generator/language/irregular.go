package language

import "strings"

// Irregular returns words whose forms no rule tells, each with its forms.
func (l Language) Irregular() [][]string {
	var lines string
	switch l.Tag {
	case "sv":
		lines = `bok böcker, stad städer, land länder, natt nätter, fot fötter, rot rötter, bonde bönder, man män männen, far fäder, mor mödrar,
			bror bröder, dotter döttrar, få fick fått, gå gick gått går, stå stod stått står, förstå förstod förstått förstår, se såg sett ser,
			ge gav gett ger, ta tog tagit tar, delta deltog deltagit deltar, komma kom kommit kommer, göra gjorde gjort gör, skriva skrev skrivit,
			hålla höll hållit, dra drog dragit drar, finna fann funnit finns, bjuda bjöd bjudit, välja valde valt väljer, sätta satte satt,
			säga sade sagt säger, veta vet visste, bli blev blivit blir, föreslå föreslog föreslagit föreslår, lägga lade lagt, stöda stödja stödde stött,
			leda ledde lett, äta åt ätit`
	case "en":
		lines = `person people, child children, man men, woman women, foot feet, life lives, half halves, criterion criteria, meet met, speak spoke spoken,
			write wrote written, choose chose chosen, hear heard, make made, take took taken, give gave given, find found, lead led, hold held, keep kept,
			begin began begun, bring brought, build built, buy bought, feel felt, get got, go went gone, know knew known, lend lent, lose lost, pay paid,
			run ran, say said, see saw seen, send sent, sit sat, spend spent, stand stood, teach taught, tell told, think thought, understand understood,
			withdraw withdrew withdrawn, draw drew drawn, eat ate eaten, drive drove driven, fall fell fallen, grow grew grown, come came, become became`
	}
	var words [][]string
	for line := range strings.SplitSeq(lines, ",") {
		if forms := strings.Fields(line); len(forms) > 0 {
			words = append(words, forms)
		}
	}
	return words
}

// regularStems are the stems of irregular words by those of their forms, for
// each language.
var regularStems = map[string]map[string]string{"sv": stemsOfIrregular("sv"), "en": stemsOfIrregular("en")}

func stemsOfIrregular(tag string) map[string]string {
	stems := map[string]string{}
	for _, forms := range For(tag).Irregular() {
		for _, form := range forms[1:] {
			stems[snowball(tag, form)] = snowball(tag, forms[0])
		}
	}
	return stems
}
