// Code generated from packages/vocabulary/words/visits.yaml by npm run gen. DO NOT EDIT.

// Package vocabulary is the words that all layers and languages share. Generated.
package vocabulary

const (
	// VerdictOK: passed.
	VerdictOK = "ok"
	// VerdictNOK: failed.
	VerdictNOK = "nok"
	// VerdictRetest: to be measured again.
	VerdictRetest = "retest"
	// VerdictSkipped: not worked on.
	VerdictSkipped = "skipped"
)

// Verdicts: What a station said of a visit.
var Verdicts = []string{"ok", "nok", "retest", "skipped"}

const (
	// RunTypeProduction: the default.
	RunTypeProduction = "production"
	// RunTypeMaster: a master part.
	RunTypeMaster = "master"
	// RunTypeSetup: a part to set a machine up.
	RunTypeSetup = "setup"
	// RunTypeTrial: an experiment.
	RunTypeTrial = "trial"
	// RunTypeSample: a sample for the laboratory.
	RunTypeSample = "sample"
	// RunTypeFirstPiece: the first part after a changeover.
	RunTypeFirstPiece = "first-piece"
	// RunTypeStudy: a study of a measurement system.
	RunTypeStudy = "study"
)

// RunTypes: What a record was made for; yield, charts and capability use production.
var RunTypes = []string{"production", "master", "setup", "trial", "sample", "first-piece", "study"}

const (
	// ChoiceFirst: before any rework or retest.
	ChoiceFirst = "first"
	// ChoiceLast: what the cell left the station with.
	ChoiceLast = "last"
	// ChoiceAll: every pass, a row each.
	ChoiceAll = "all"
)

// VisitChoices: Which visits of a cell at a station count.
var VisitChoices = []string{"first", "last", "all"}

const (
	// DecideLast: the last that was judged.
	DecideLast = "last"
	// DecideAll: every one that was judged.
	DecideAll = "all"
	// DecideMedian: more than half of those judged.
	DecideMedian = "median"
)

// RetestDecisions: Which visits decide whether an item passed a station, after retests.
var RetestDecisions = []string{"last", "all", "median"}

const (
	ItemItem   = "item"
	ItemCell   = "cell"
	ItemBatch  = "batch"
	ItemLot    = "lot"
	ItemRoll   = "roll"
	ItemTray   = "tray"
	ItemModule = "module"
	ItemPack   = "pack"
)

// ItemTypes: What has an identifier of its own.
var ItemTypes = []string{"item", "cell", "batch", "lot", "roll", "tray", "module", "pack"}

// VisitColumns: Columns of a visit, beside its values and lots.
var VisitColumns = []string{
	"cell_id",
	"item_id",
	"visit",
	"verdict",
	"run_type",
	"site",
	"line",
	"equipment",
	"product",
	"position",
	"slot",
	"operator",
	"shift",
	"recipe",
	"recipe_version",
	"work_order",
	"carrier",
	"started_ms",
	"superseded",
	"lane",
	"from_m",
	"to_m",
	"grade",
	"reason",
	"history",
	"source_ms",
	"received_ms",
	"product_reported",
	"site_reported",
	"line_reported",
	"equipment_reported",
	"verdict_reported",
}

// VisitTags: tags.
var VisitTags = []string{"site", "line", "equipment", "product"}

// VisitTexts: fields of text.
var VisitTexts = []string{
	"cell_id",
	"item_id",
	"verdict",
	"run_type",
	"position",
	"slot",
	"operator",
	"shift",
	"recipe",
	"recipe_version",
	"work_order",
	"carrier",
	"lane",
	"grade",
	"reason",
	"product_reported",
	"site_reported",
	"line_reported",
	"equipment_reported",
	"verdict_reported",
}

// VisitIntegers: fields of whole numbers.
var VisitIntegers = []string{"visit", "started_ms", "source_ms", "received_ms"}

// VisitFloats: fields of numbers.
var VisitFloats = []string{"from_m", "to_m"}

// VisitBooleans: fields of yes and no.
var VisitBooleans = []string{"history"}

// ShownVisitColumns: the frame `visits` has them.
var ShownVisitColumns = []string{
	"visit",
	"verdict",
	"run_type",
	"site",
	"line",
	"equipment",
	"product",
	"position",
	"slot",
	"operator",
	"shift",
	"recipe",
	"recipe_version",
	"work_order",
	"carrier",
	"started_ms",
	"superseded",
}

const (
	FrameVisits       = "visits"
	FrameLimits       = "limits"
	FramePointSignals = "point-signals"
)

// VisitFrames: Frames of an answer of `visits`: the first, and what it may bring beside.
var VisitFrames = []string{"visits", "limits", "point-signals"}

// LimitColumns: Columns of the frame `limits`, a row for each stretch in which limits stood.
var LimitColumns = []string{
	"characteristic",
	"product",
	"stratum",
	"from",
	"to",
	"lsl",
	"target",
	"usl",
	"model",
	"centre",
	"sigma_within",
	"sigma_between",
	"sigma_plotted",
	"subgroup_n",
	"window",
	"revision",
	"status",
}

// LimitNumbers: numbers.
var LimitNumbers = []string{
	"lsl",
	"target",
	"usl",
	"centre",
	"sigma_within",
	"sigma_between",
	"sigma_plotted",
	"subgroup_n",
	"window",
}

// PointSignalColumns: Columns of the frame `point-signals`, a row for each rule that a value or point met.
var PointSignalColumns = []string{"time", "cell_id", "visit", "characteristic", "stratum", "rule", "detail"}

// StratumKeys: Keys of a stratum, in the order of its text, so that one stratum has one spelling.
var StratumKeys = []string{
	"site",
	"line",
	"zone",
	"equipment",
	"position",
	"lane",
	"slot",
	"carrier",
	"item_id",
	"recipe",
	"recipe_version",
	"work_order",
	"shift",
	"operator",
	"product",
	"run_type",
}
