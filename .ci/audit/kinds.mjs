// A page of each kind that readers meet most, with what it may weigh and cost
// at most:
//
//	bytes  HTML, styles and scripts of its first visit, as a host sends them
//	cost   processor time of its main thread, as a multiple of what the same
//	       HTML costs without styles and scripts
//
// What each page of the guide weighs unpacked is in generator/weight_test.go.
export const kinds = [
	{ kind: 'the front page', name: 'index.html', bytes: 19_500, cost: 3 },
	{ kind: 'the section of questions', name: 'fi/kysymykset/index.html', bytes: 15_500, cost: 3 },
	{ kind: 'a question', name: 'fi/kysymykset/07-syrjinta-ja-esteet.html', bytes: 14_800, cost: 3 },
	{ kind: 'a step', name: 'fi/osallisuusohjelma/3-tarpeet.html', bytes: 16_000, cost: 3 },
	{ kind: 'a session', name: 'fi/sparraukset/1-miksi-osallisuus.html', bytes: 19_200, cost: 3 },
	{ kind: 'a worksheet', name: 'fi/tyopohjat/palvelualueen-suunnitelma.html', bytes: 27_000, cost: 3.5 },
	{ kind: 'the search page', name: 'fi/haku.html', bytes: 14_700, cost: 3 },
]
