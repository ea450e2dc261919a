// Code generated from packages/vocabulary/words/traveler.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	PartHeader          = "header"
	PartOperations      = "operations"
	PartCharacteristics = "characteristics"
	PartGenealogy       = "genealogy"
	PartEnvironment     = "environment"
	PartEvents          = "events"
)

// TravelerParts: Frames of a traveler.
var TravelerParts = []string{"header", "operations", "characteristics", "genealogy", "environment", "events"}

// HeaderColumns: Columns of the traveler's `header`.
var HeaderColumns = []string{
	"cell_id",
	"product",
	"site",
	"line",
	"first_seen",
	"last_seen",
	"station",
	"verdict",
	"disposition",
	"visits",
	"out_of_spec",
	"rework",
}

// OperationColumns: Columns of the traveler's `operations`.
var OperationColumns = []string{
	"time",
	"started",
	"order",
	"station",
	"visit",
	"verdict",
	"run_type",
	"site",
	"line",
	"equipment",
	"position",
	"operator",
	"shift",
	"recipe",
	"recipe_version",
	"work_order",
	"carrier",
	"superseded",
}

// CharacteristicColumns: Columns of the traveler's `characteristics`.
var CharacteristicColumns = []string{
	"time",
	"station",
	"visit",
	"characteristic",
	"name",
	"value",
	"unit",
	"lsl",
	"target",
	"usl",
	"verdict",
	"centre",
	"sigma",
	"z",
	"peer_percentile",
	"reading",
	"lcl",
	"ucl",
	"text",
	"control_limits",
}

// GenealogyColumns: Columns of the traveler's `genealogy`.
var GenealogyColumns = []string{
	"time",
	"relation",
	"child_id",
	"child_type",
	"parent_id",
	"parent_type",
	"depth",
	"quantity",
	"unit",
	"lane",
	"from_m",
	"to_m",
}

// EnvironmentColumns: Columns of the traveler's `environment`.
var EnvironmentColumns = []string{"time", "station", "visit", "zone", "sensor", "quantity", "value", "unit", "age_s"}

// EventColumns: Columns of the traveler's `events`.
var EventColumns = []string{
	"time",
	"kind",
	"target_type",
	"target_id",
	"hold_id",
	"station",
	"equipment",
	"text",
	"author",
	"disposition",
	"severity",
	"reference",
}
