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
	MeasurementSealed         = "sealed"
	MeasurementRejected       = "rejected"
	MeasurementCurve          = "curve"
	MeasurementCharacteristic = "characteristic"
	MeasurementStation        = "station"
	MeasurementSetting        = "setting"
	MeasurementControlLimit   = "control_limit"
	MeasurementKeeper         = "keeper"
)

// Measurements: Measurements beside the stations; no station may bear such a name.
var Measurements = []string{
	"arrival",
	"item_index",
	"genealogy",
	"environment",
	"equipment_state",
	"event",
	"sealed",
	"rejected",
	"curve",
	"characteristic",
	"station",
	"setting",
	"control_limit",
	"keeper",
}

// PlanMeasurements: rows of the control plan, in the order in which people look for them.
var PlanMeasurements = []string{"characteristic", "station", "setting", "control_limit"}

// SitelessMeasurements: their rows name no site.
var SitelessMeasurements = []string{
	"item_index",
	"sealed",
	"characteristic",
	"station",
	"setting",
	"control_limit",
	"keeper",
}

const (
	// WatchInternalAgent: the program.
	WatchInternalAgent = "internal_agent"
	// WatchInternalGather: its inputs.
	WatchInternalGather = "internal_gather"
	// WatchInternalMqttConsumer: what it took from the broker.
	WatchInternalMqttConsumer = "internal_mqtt_consumer"
	// WatchInternalParser: its reading of payloads.
	WatchInternalParser = "internal_parser"
	// WatchInternalProcess: its scripts.
	WatchInternalProcess = "internal_process"
	// WatchInternalSerializer: its writing of rows.
	WatchInternalSerializer = "internal_serializer"
	// WatchInternalWrite: its outputs.
	WatchInternalWrite = "internal_write"
	// WatchIngestBound: messages beyond a bound of what is taken.
	WatchIngestBound = "ingest_bound"
	// WatchBrokerQueue: messages that wait in the broker.
	WatchBrokerQueue = "broker_queue"
	// WatchDisk: free space.
	WatchDisk = "disk"
	// WatchFilestat: the file in which the broker saves.
	WatchFilestat = "filestat"
)

// WatchMeasurements: What Telegraf stores about itself and its host.
var WatchMeasurements = []string{
	"internal_agent",
	"internal_gather",
	"internal_mqtt_consumer",
	"internal_parser",
	"internal_process",
	"internal_serializer",
	"internal_write",
	"ingest_bound",
	"broker_queue",
	"disk",
	"filestat",
}

const (
	// WatchColumnPart: the program that a row is of.
	WatchColumnPart = "part"
	// WatchColumnAlias: the output that a row is of.
	WatchColumnAlias = "alias"
	// WatchColumnRule: the bound.
	WatchColumnRule = "rule"
	// WatchColumnMessages: their number.
	WatchColumnMessages = "messages"
	// WatchColumnValue: their number.
	WatchColumnValue = "value"
	// WatchColumnDevice: the disk.
	WatchColumnDevice = "device"
	// WatchColumnFree: bytes.
	WatchColumnFree = "free"
	// WatchColumnTotal: bytes.
	WatchColumnTotal = "total"
	// WatchColumnExists: 0 or 1.
	WatchColumnExists = "exists"
	// WatchColumnSizeBytes: bytes.
	WatchColumnSizeBytes = "size_bytes"
	// WatchColumnModificationTime: ns.
	WatchColumnModificationTime = "modification_time"
	// WatchColumnBufferSize: rows that wait.
	WatchColumnBufferSize = "buffer_size"
	// WatchColumnMetricsWritten: rows, counted from the start.
	WatchColumnMetricsWritten = "metrics_written"
	// WatchColumnMetricsGathered: rows, counted from the start.
	WatchColumnMetricsGathered = "metrics_gathered"
	// WatchColumnErrors: counted from the start.
	WatchColumnErrors = "errors"
	// WatchColumnInput: the kind of input that a row is of.
	WatchColumnInput = "input"
	// WatchColumnMetricsDropped: rows, counted from the start.
	WatchColumnMetricsDropped = "metrics_dropped"
	// WatchColumnMetricsRejected: rows, counted from the start.
	WatchColumnMetricsRejected = "metrics_rejected"
)

// WatchColumns: Columns of these that signals are made of.
var WatchColumns = []string{
	"part",
	"alias",
	"rule",
	"messages",
	"value",
	"device",
	"free",
	"total",
	"exists",
	"size_bytes",
	"modification_time",
	"buffer_size",
	"metrics_written",
	"metrics_gathered",
	"errors",
	"input",
	"metrics_dropped",
	"metrics_rejected",
}
