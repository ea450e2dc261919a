// Code generated from packages/vocabulary/words/losses.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// LossByCause: what people named as the cause, of the list of the plan.
	LossByCause = "cause"
	// LossByStation: where it was found.
	LossByStation = "station"
	// LossByEquipment: the machine.
	LossByEquipment = "equipment"
	// LossByShift: the shift in which it began.
	LossByShift = "shift"
	// LossByLine: a line of a site.
	LossByLine = "line"
	// LossByDay: the production day on which it began, of the site.
	LossByDay = "day"
	// LossByAll: one row of all together.
	LossByAll = "all"
	// LossByWeek: seven production days from Monday on.
	LossByWeek = "week"
)

// LossGroups: What episodes are summed by; without one each is a row.
var LossGroups = []string{"cause", "station", "equipment", "shift", "line", "day", "all", "week"}

// LossLabels: What episodes are chosen by.
var LossLabels = []string{
	"site",
	"line",
	"station",
	"equipment",
	"position",
	"product",
	"characteristic",
	"lot",
	"shift",
	"kind",
	"rule",
	"cause",
}

const (
	LossCause          = "cause"
	LossStation        = "station"
	LossEquipment      = "equipment"
	LossPosition       = "position"
	LossFrom           = "from"
	LossTo             = "to"
	LossFirstBadS      = "first_bad_s"
	LossSignalS        = "signal_s"
	LossPersonS        = "person_s"
	LossActionS        = "action_s"
	LossProofS         = "proof_s"
	LossCells          = "cells"
	LossCaught         = "caught"
	LossSlipped        = "slipped"
	LossScrapped       = "scrapped"
	LossReworked       = "reworked"
	LossStationHours   = "station_hours"
	LossCost           = "cost"
	LossOutOfSpec      = "out_of_spec"
	LossEndOfLineHours = "end_of_line_hours"
	LossEndOfLineCost  = "end_of_line_cost"
	LossEpisodes       = "episodes"
	LossSite           = "site"
	LossLine           = "line"
	LossProduct        = "product"
	LossCharacteristic = "characteristic"
	LossLot            = "lot"
	LossShift          = "shift"
	LossKind           = "kind"
	LossRule           = "rule"
	LossAction         = "action"
	LossProof          = "proof"
	LossCellID         = "cell_id"
	LossViewFrom       = "view_from"
	LossViewTo         = "view_to"
	LossSentence       = "sentence"
)

// LossColumns: Columns of what episodes cost, in the order of the frame. Of several episodes numbers are sums and times medians; what is not known is missing.
var LossColumns = []string{
	"cause",
	"station",
	"equipment",
	"position",
	"from",
	"to",
	"first_bad_s",
	"signal_s",
	"person_s",
	"action_s",
	"proof_s",
	"cells",
	"caught",
	"slipped",
	"scrapped",
	"reworked",
	"station_hours",
	"cost",
	"out_of_spec",
	"end_of_line_hours",
	"end_of_line_cost",
	"episodes",
	"site",
	"line",
	"product",
	"characteristic",
	"lot",
	"shift",
	"kind",
	"rule",
	"action",
	"proof",
	"cell_id",
	"view_from",
	"view_to",
	"sentence",
}

// LossColumnDescription: what it says.
var LossColumnDescription = map[string]string{
	"cause":             "What people named as the cause",
	"station":           "Of several episodes: where it is the same of all of them, as all texts",
	"equipment":         "Machine; missing where it is of more than one",
	"position":          "Nozzle, channel, nest or lane",
	"from":              "When what was wrong began; of a day or week when that began",
	"to":                "When it was over; missing while it goes on",
	"first_bad_s":       "Seconds from its beginning to the first cell out of spec",
	"signal_s":          "Seconds from its beginning to when it could be told",
	"person_s":          "Seconds from its beginning to the first that a person said of it",
	"action_s":          "Seconds from its beginning to the first thing that was done about it",
	"proof_s":           "Seconds from its beginning to the proof whether that worked",
	"cells":             "Cells measured while it lasted where it was",
	"caught":            "Of those out of spec stopped before they passed the next gate",
	"slipped":           "Of those out of spec past the next gate before anything stopped them",
	"scrapped":          "Of those out of spec scrapped",
	"reworked":          "Of those out of spec worked on again where they were found",
	"station_hours":     "Hours of stations that went into what was scrapped and reworked, cell by cell",
	"cost":              "What that cost, where the plan has cost_added",
	"out_of_spec":       "Cells out of spec, or not OK where verdicts departed",
	"end_of_line_hours": "Estimate: hours of stations, had all out of spec been scrapped at end of line",
	"end_of_line_cost":  "Estimate: what that would have cost",
	"episodes":          "Episodes",
	"site":              "Site",
	"line":              "Line",
	"product":           "Product",
	"characteristic":    "What was wrong; missing where it is the verdict",
	"lot":               "What it departed with, where it departed with a lot",
	"shift":             "The shift in which it began",
	"kind":              "out-of-control or out-of-spec",
	"rule":              "What departed, of out-of-control: level, spread, share, apart",
	"action":            "What was done about it first",
	"proof":             "What became of that",
	"cell_id":           "The first cell out of spec",
	"view_from":         "From when on a chart shows it with what was before",
	"view_to":           "Until when a chart shows it with what came after",
	"sentence":          "All of it in words",
}
