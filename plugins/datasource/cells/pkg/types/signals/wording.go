package signals

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// wording is what sentences are made of in a language.
type wording struct {
	// wavers takes the characteristic, how many times, and what it is held against; level the characteristic, by how much, higher
	// or lower, than what, and standard deviations; share the characteristic and two shares.
	wavers, level, share string
	// judged is a share of verdicts.
	judged string
	// several takes the characteristic, how many are out of spec and of how many.
	several       string
	higher, lower string
	// sister, sisters, limits and usual are what it is held against, of a spread and of a level; sisters take their number.
	sister, sisters, limits, usual [2]string
	// apart takes the characteristic, places of which one departs, and apartBy (how much, standard deviations) or nothing.
	apart, apartBy, and string
	// positions and machines take how many there are of which most depart, or some are left.
	positions, machines [2]string
	// lasting takes a duration; cells, outOfSpec, notOK and held a number, of one and of several.
	lasting                       string
	cells, outOfSpec, notOK, held [2]string
	lot, plant, verdicts          string
	days, point                   string
	// nothingWrong takes monitors (of: so many of so many), stations and a duration, nothingJudged monitors and stations, stillRead a
	// duration. Monitors may be learning or idle.
	nothingWrong, nothingJudged, stillRead, of string
	monitors, stations, learning, idle         [2]string
	// gaugeFirst takes what is known against the gauge: readsMaster (a master part, by how much, to which side, standard deviations) or
	// checkOverdue (by rule; how many intervals). gaugeAction is what to do about one that is off, readingAction about one
	// that says nothing.
	gaugeFirst, gauge, it, readsMaster, tooHigh, tooLow, gaugeAction, readingAction string
	checkOverdue                                                                    map[string]string
	// kinds, rules and the reasons why a kind was not read are their names, by id.
	kinds, rules, unread map[string]string
}

var wordings = map[string]wording{
	"en": {
		wavers: "%s wavers, spread %s × %s", level: "%s is %s %s than %s (%s σ)", share: "%s: %s out of spec, usually %s", judged: "%s: %s not OK, usually %s",
		several: "%s out of spec in %d of the last %d cells", higher: "higher", lower: "lower",
		sister: [2]string{"that of its sister", "its sister"},
		apart:  "%s of %s differs otherwise than usual%s, one of them is off", apartBy: ", by %s (%s σ)", and: " and ",
		sisters: [2]string{"that of its %d sisters", "its %d sisters"}, limits: [2]string{"that of its control limits", "its control limits say"},
		usual:     [2]string{"the usual one", "usual"},
		positions: [2]string{", most of %d positions", ", some of %d positions"}, machines: [2]string{", most of %d machines", ", some of %d machines"},
		lasting: ", for %s", cells: [2]string{"%d cell", "%d cells"}, outOfSpec: [2]string{"%d out of spec", "%d out of spec"}, notOK: [2]string{"%d not OK", "%d not OK"}, held: [2]string{"%d held", "%d held"},
		lot: "lot %s", plant: "Plant", verdicts: "verdicts", days: "d", point: ".",
		nothingWrong:  "Nothing is wrong: %s at %s judge what was measured in the last %s.",
		nothingJudged: "Nothing is judged: %s at %s.", of: "%d of %s",
		monitors: [2]string{"%d monitor", "%d monitors"}, stations: [2]string{"%d station", "%d stations"},
		learning:   [2]string{"%d still learns what is usual.", "%d still learn what is usual."},
		idle:       [2]string{"%d has too few values to go by.", "%d have too few values to go by."},
		gaugeFirst: "Check the gauge first: %s. ", gauge: "the gauge", it: "it", readsMaster: "reads master part %s %s %s (%s σ)", tooHigh: "too high", tooLow: "too low",
		checkOverdue:  map[string]string{"master-check": "its master check is overdue (%s × its interval)", "calibration": "its calibration is overdue (%s × its interval)"},
		gaugeAction:   "Measure the master part again. If it is still off, lock the gauge, and have what it measured since measured again.",
		readingAction: "Look at the gauge, its cable and the program of the station. Nobody sees meanwhile whether the process departs.",
		stillRead:     "They still read %s before, from which they learn what is usual.",
		kinds:         vocabulary.SignalKindName, rules: vocabulary.SignalRuleName, unread: vocabulary.UnreadReasonName,
	},
	"de": {
		wavers: "%s schwankt, Streuung %s × %s", level: "%s liegt %s %s als %s (%s σ)", share: "%s: %s außerhalb der Spezifikation, sonst %s", judged: "%s: %s nicht in Ordnung, sonst %s",
		several: "%s bei %d der letzten %d Zellen außerhalb der Spezifikation", higher: "höher", lower: "niedriger",
		sister: [2]string{"die der Schwester", "bei der Schwester"},
		apart:  "%s von %s unterscheidet sich anders als üblich%s, eines davon liegt daneben", apartBy: ", um %s (%s σ)", and: " und ",
		sisters: [2]string{"die der %d Schwestern", "bei den %d Schwestern"}, limits: [2]string{"die der Eingriffsgrenzen", "nach den Eingriffsgrenzen"},
		usual:     [2]string{"die übliche", "üblich"},
		positions: [2]string{", die meisten von %d Positionen", ", einige von %d Positionen"}, machines: [2]string{", die meisten von %d Maschinen", ", einige von %d Maschinen"},
		lasting: ", seit %s", cells: [2]string{"%d Zelle", "%d Zellen"}, outOfSpec: [2]string{"%d außerhalb", "%d außerhalb"}, notOK: [2]string{"%d nicht in Ordnung", "%d nicht in Ordnung"}, held: [2]string{"%d gesperrt", "%d gesperrt"},
		lot: "Los %s", plant: "Werk", verdicts: "Urteile", days: "Tg", point: ",",
		nothingWrong:  "Nichts liegt vor: %s an %s, geprüft ist, was in den letzten %s gemessen wurde.",
		nothingJudged: "Nichts ist beurteilt: %s an %s.", of: "%d von %s",
		monitors: [2]string{"%d Überwachung", "%d Überwachungen"}, stations: [2]string{"%d Station", "%d Stationen"},
		learning:   [2]string{"%d lernt noch, was üblich ist.", "%d lernen noch, was üblich ist."},
		idle:       [2]string{"%d hat zu wenige Werte.", "%d haben zu wenige Werte."},
		gaugeFirst: "Zuerst das Messmittel prüfen: %s. ", gauge: "das Messmittel", it: "es", readsMaster: "liest Masterteil %s %s %s (%s σ)", tooHigh: "zu hoch", tooLow: "zu niedrig",
		checkOverdue:  map[string]string{"master-check": "die Prüfung mit dem Masterteil ist überfällig (%s × ihr Abstand)", "calibration": "die Kalibrierung ist überfällig (%s × ihr Abstand)"},
		gaugeAction:   "Masterteil noch einmal messen. Liegt es wieder daneben: Messmittel sperren, und was es seither gemessen hat, noch einmal messen.",
		readingAction: "Messmittel, Kabel und Programm der Station ansehen. So lange sieht niemand, ob der Prozess abweicht.",
		stillRead:     "Sie lesen noch %s davor, woraus sie lernen, was üblich ist.",
		kinds:         vocabulary.SignalKindGerman, rules: vocabulary.SignalRuleGerman, unread: vocabulary.UnreadReasonGerman,
	},
}

// rulesSaid are the kinds of which the rule says more than the kind does.
var rulesSaid = []string{
	vocabulary.SignalOutOfSpec, vocabulary.SignalOverdue, vocabulary.SignalVerdictDiffers, vocabulary.SignalClock, vocabulary.SignalIngest,
	vocabulary.SignalPointer,
}

// symbols of Grafana's units whose ids do not show them.
var symbols = map[string]string{
	"celsius": "°C", "percent": "%", "volt": "V", "amph": "Ah", "joule": "J", "ppm": "ppm", "massg": "g", "masskg": "kg", "lengthmm": "mm",
	"amp": "A", "ohm": "Ω", "watt": "W", "pressurembar": "mbar", "s": "s", "m": "min", "h": "h", "d": "d",
}

// symbolOf is how a unit is written; empty where it is not known.
func symbolOf(unit string) string {
	if of, stated := strings.CutPrefix(unit, "suffix:"); stated {
		return strings.TrimSpace(of)
	}
	return symbols[unit]
}
