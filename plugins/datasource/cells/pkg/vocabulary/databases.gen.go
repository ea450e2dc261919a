// Code generated from packages/vocabulary/words/databases.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	DatabaseVisits   = "visits"
	DatabaseIndex    = "index"
	DatabaseRecord   = "record"
	DatabaseCurve    = "curve"
	DatabaseRejected = "rejected"
)

// Databases: Databases of InfluxDB; on 2.x buckets.
var Databases = []string{"visits", "index", "record", "curve", "rejected"}

// DatabaseRetentionDays: how long rows are kept.
var DatabaseRetentionDays = map[string]int{
	"visits":   400,
	"index":    400,
	"record":   5480,
	"curve":    90,
	"rejected": 90,
}

// DatabaseShardDays: how much time one file of the server spans.
var DatabaseShardDays = map[string]int{
	"visits":   7,
	"index":    91,
	"record":   364,
	"curve":    1,
	"rejected": 7,
}

// DatabaseHolds: what lies there.
var DatabaseHolds = map[string]string{
	"visits":   "stations, environment, state of equipment",
	"index":    "where each item was seen",
	"record":   "control plan, limits, events, genealogy",
	"curve":    "cycler samples",
	"rejected": "inputs that could not be stored",
}

const (
	MeasurementArrival        = "arrival"
	MeasurementItemIndex      = "item_index"
	MeasurementGenealogy      = "genealogy"
	MeasurementEnvironment    = "environment"
	MeasurementEquipmentState = "equipment_state"
	MeasurementEvent          = "event"
	MeasurementRejected       = "rejected"
	MeasurementCurve          = "curve"
	MeasurementCharacteristic = "characteristic"
	MeasurementStation        = "station"
	MeasurementSetting        = "setting"
	MeasurementControlLimit   = "control_limit"
)

// Measurements: Measurements beside the stations; no station may bear such a name.
var Measurements = []string{
	"arrival",
	"item_index",
	"genealogy",
	"environment",
	"equipment_state",
	"event",
	"rejected",
	"curve",
	"characteristic",
	"station",
	"setting",
	"control_limit",
}

// PlanMeasurements: rows of the control plan, in the order in which people look for them.
var PlanMeasurements = []string{"characteristic", "station", "setting", "control_limit"}
