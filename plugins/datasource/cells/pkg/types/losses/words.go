package losses

// wording is what sentences are made of in a language; of two words the first is for one, the second for more.
type wording struct {
	// stillRead takes a number of stations and since when all is known; cut how many rows there are and how many are told.
	stillRead [2]string
	cut       string
	// unstarted and untypical take visits and stations, unpriced stations.
	unstarted, untypical, unpriced string
	// unfollowed takes a number of episodes.
	unfollowed string
	// none says that there is no episode; episodes, cells, outOfSpec, caught, slipped, scrapped, reworked take numbers.
	none                                                  string
	episodes, cells, outOfSpec                            [2]string
	caught, slipped, neither, scrapped, reworked          string
	hours, cost, endHours, endCost                        string
	level, spread, share, verdicts, apart, single         string
	lasted, goesOn, told, person, action, proof, noAnswer string
	and, point                                            string
}

var wordings = map[string]wording{
	"en": {
		stillRead: [2]string{
			"%d station is still being read: what departed there before %s is not told yet; ask again in a moment.",
			"%d stations are still being read: what departed there before %s is not told yet; ask again in a moment.",
		},
		cut:        "Of %d episodes the newest %d are told; narrow the time range, or ask for sums.",
		unstarted:  "%d visits (%s) do not say when they began: their hours are not counted.",
		untypical:  "%d visits that were never made (%s) have no usual length: their hours are not in what the end of line would have taken.",
		unpriced:   "The plan says nothing of cost_added of %s: what went through there has no cost.",
		unfollowed: "Of %d episodes of rolls or batches it is not told what became of the items: what was caught, slipped, scrapped and reworked, and what it took, is that of the others.",
		none:       "No episode in this time range.",
		episodes:   [2]string{"%d episode", "%d episodes"}, cells: [2]string{"%d cell measured", "%d cells measured"},
		outOfSpec: [2]string{"%d out of spec", "%d out of spec"},
		caught:    "%d caught before the next gate", slipped: "%d slipped past it", neither: "%d neither so far", scrapped: "%d scrapped", reworked: "%d reworked",
		hours: "%s station-hours", cost: "%s %s", endHours: "found at end of line an estimated %s station-hours", endCost: "%s %s",
		level: "level of %s", spread: "spread of %s", share: "share of %s out of spec", verdicts: "share of verdicts not OK", apart: "%s differs between places otherwise than usual",
		single: "%s out of spec", lasted: "for %s", goesOn: "for %s so far", told: "told after %s", person: "a person after %s", action: "action after %s",
		proof: "proof after %s", noAnswer: "nobody answered", and: " and ", point: ".",
	},
	"de": {
		stillRead: [2]string{
			"%d Station wird noch gelesen: Was dort vor %s abwich, ist noch nicht dabei; gleich noch einmal fragen.",
			"%d Stationen werden noch gelesen: Was dort vor %s abwich, ist noch nicht dabei; gleich noch einmal fragen.",
		},
		cut:        "Von %d Episoden sind die neuesten %d gezeigt; Zeitraum verkleinern oder nach Summen fragen.",
		unstarted:  "%d Durchgänge (%s) sagen nicht, wann sie begannen: ihre Stunden sind nicht gezählt.",
		untypical:  "%d Durchgänge, die es nie gab (%s), haben keine übliche Dauer: ihre Stunden fehlen in der Schätzung bis zum Linienende.",
		unpriced:   "Der Plan sagt nichts über cost_added von %s: was dort durchlief, hat keine Kosten.",
		unfollowed: "Von %d Episoden von Rollen oder Chargen ist nicht bekannt, was aus den Teilen wurde: aufgehalten, durchgeschlüpft, verschrottet, nachgearbeitet und Aufwand sind die der übrigen.",
		none:       "Keine Episode in diesem Zeitraum.",
		episodes:   [2]string{"%d Episode", "%d Episoden"}, cells: [2]string{"%d Zelle gemessen", "%d Zellen gemessen"},
		outOfSpec: [2]string{"%d außer Spezifikation", "%d außer Spezifikation"},
		caught:    "%d vor dem nächsten Tor aufgehalten", slipped: "%d durchgeschlüpft", neither: "%d bisher weder noch", scrapped: "%d verschrottet", reworked: "%d nachgearbeitet",
		hours: "%s Stationsstunden", cost: "%s %s", endHours: "am Linienende gefunden geschätzt %s Stationsstunden", endCost: "%s %s",
		level: "Lage von %s", spread: "Streuung von %s", share: "Anteil außer Spezifikation von %s", verdicts: "Anteil nicht-OK-Urteile", apart: "%s weicht zwischen Plätzen anders ab als üblich",
		single: "%s außer Spezifikation", lasted: "%s lang", goesOn: "seit %s", told: "gemeldet nach %s", person: "ein Mensch nach %s", action: "Maßnahme nach %s",
		proof: "Nachweis nach %s", noAnswer: "niemand hat geantwortet", and: " und ", point: ",",
	},
}

const defaultLanguage = "en"
