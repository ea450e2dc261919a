package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// wording is what sentences are made of in a language.
type wording struct {
	// wavers takes the characteristic, how many times, and what it is held against; level the characteristic, by how much, higher
	// or lower, than what, and standard deviations; share the characteristic and two shares.
	wavers, level, share string
	// judged is a share of verdicts.
	judged string
	// several takes the characteristic, how many are out of spec, of how many, and of what.
	several       string
	higher, lower string
	// sister, sisters, limits and usual are what it is held against, of a spread and of a level; sisters take their number.
	sister, sisters, limits, usual [2]string
	// apart takes the characteristic, places of which one departs, and apartBy (how much, standard deviations) or nothing.
	apart, apartBy, and string
	// positions and machines take how many there are of which most depart, or some are left.
	positions, machines [2]string
	// lasting takes a duration; outOfSpec, notOK and held a number, of one and of several.
	lasting                string
	outOfSpec, notOK, held [2]string
	// item and items are what stations work on, by kind, of one and of several; anything is that of no station.
	item, items          map[string]string
	anything             [2]string
	lot, plant, verdicts string
	days, point          string
	// nothingWrong takes monitors (of: so many of so many), stations and a duration, nothingWas before them how long ago, nothingJudged
	// monitors and stations, stillRead a duration. Monitors may be learning or idle, at stations something may be uncounted.
	nothingWrong, nothingWas, nothingJudged, stillRead, of string
	monitors, stations, learning, idle, uncounted          [2]string
	// gaugeFirst takes what is known against the gauge: readsMaster (a master part, by how much, to which side, standard deviations) or
	// checkOverdue (by rule; how many intervals). gaugeAction is what to do about one that is off, readingAction about one
	// that says nothing.
	gaugeFirst, gauge, it, readsMaster, tooHigh, tooLow, gaugeAction, readingAction string
	checkOverdue                                                                    map[string]string
	// unheardHold and unheardDecision take a number and items, of one and of several; unheardAction is what to do about it. keeperAction is
	// what to do about the keeper.
	unheardHold, unheardDecision [2]string
	unheardAction, keeperAction  string
	// unheededAction is what to do about a decision that does not count, differAction about one that differs, unansweredAction about what waits.
	unheededAction, differAction, unansweredAction string
	// kinds, rules, the reasons why a kind was not read and those of rejected inputs are their names, by id.
	kinds, rules, unread, rejections map[string]string
	states, standings                map[string]string
	// acknowledgedAgo takes how long ago; doneAgo what was done, how long ago and, beingProved, how many of how many items came and how many are to come.
	// somethingDone is what was done where nobody says.
	acknowledgedAgo, doneAgo, beingProved, somethingDone string
	noReaction                                           string
	// Why nothing was found: unplanned takes stations.
	noPlan, unplanned, noInput, noVisits, nothingOpen, nothingNew string
	// waiting takes a number of stations and a time; atStation a station and what is said of it, ofStation besides a characteristic.
	waiting              [2]string
	atStation, ofStation string
	// backlogs say how many visits wait to be looked up and at which stations, by the detail.
	backlogs map[string]string
	// unreadAt takes a kind (ofOne, ofSeveral: at its stations), the state, why it was not read, a time and a detail; unevaluated how
	// many are watched, how many are unknown and a time.
	unreadAt, ofOne, ofSeveral, unevaluated string
	// details are why something was not read or judged, in full, by id.
	details map[string]string
	// unsaid takes why a number beside signals is missing.
	unsaid string
}

// wordings by language: one for each that a plan may choose.
var wordings = map[string]wording{"en": english, "de": german}

const defaultLanguage = "en"

// rulesSaid are the kinds of which the rule says more than the kind does.
var rulesSaid = []string{
	vocabulary.SignalOutOfSpec, vocabulary.SignalOverdue, vocabulary.SignalVerdictDiffers, vocabulary.SignalClock, vocabulary.SignalIngest,
	vocabulary.SignalPointer, vocabulary.SignalKeeper, vocabulary.SignalUnheeded, vocabulary.SignalDecisionsDiffer,
	vocabulary.SignalUnanswered,
}
