// Code generated from packages/vocabulary/words/signals.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// SignalOutOfSpec: a value outside its spec limits.
	SignalOutOfSpec = "out-of-spec"
	// SignalOutOfControl: a process outside its control limits.
	SignalOutOfControl = "out-of-control"
	// SignalUnmeasured: a special characteristic is missing.
	SignalUnmeasured = "unmeasured"
	// SignalImplausible: a value no gauge can give.
	SignalImplausible = "implausible"
	// SignalStationNOK: not OK without a value.
	SignalStationNOK = "station-nok"
	// SignalUnknownVerdict: a verdict in other words.
	SignalUnknownVerdict = "unknown-verdict"
	// SignalSkipped: an item passed a station by.
	SignalSkipped = "skipped"
	// SignalConflicting: one visit was told twice.
	SignalConflicting = "conflicting"
	// SignalSilent: nothing comes from a station.
	SignalSilent = "silent"
	// SignalClock: times of a machine are not the server's.
	SignalClock = "clock"
	// SignalIngest: inputs may be lost.
	SignalIngest = "ingest"
	// SignalUnread: signals could not be looked for.
	SignalUnread = "unread"
	// SignalPointer: a pointer names another row.
	SignalPointer = "pointer"
	// SignalRejected: an input could not be stored.
	SignalRejected = "rejected"
	// SignalMissing: an item did not arrive in time.
	SignalMissing = "missing"
	// SignalLate: an item arrived after its time.
	SignalLate = "late"
)

// SignalKinds: What is wrong, as `signals` finds it.
var SignalKinds = []string{
	"out-of-spec",
	"out-of-control",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"silent",
	"clock",
	"ingest",
	"unread",
	"pointer",
	"rejected",
	"missing",
	"late",
}

// FoundSignals: the data source finds them.
var FoundSignals = []string{
	"out-of-spec",
	"out-of-control",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"silent",
	"clock",
	"ingest",
	"unread",
	"pointer",
	"rejected",
}

// HoldingSignals: they name a cell, which their alert holds.
var HoldingSignals = []string{
	"out-of-spec",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"missing",
	"late",
}

// StationSignals: a station's page lists them.
var StationSignals = []string{
	"out-of-spec",
	"out-of-control",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"silent",
	"clock",
}

// SignalKindName: as people read it.
var SignalKindName = map[string]string{
	"out-of-spec":     "Out of spec",
	"out-of-control":  "Out of control",
	"unmeasured":      "Not measured",
	"implausible":     "Implausible value",
	"station-nok":     "Station said not OK",
	"unknown-verdict": "Verdict not understood",
	"skipped":         "Skipped",
	"conflicting":     "Conflicting records",
	"silent":          "Silent",
	"clock":           "Clock differs",
	"ingest":          "Data path in danger",
	"unread":          "Not evaluated",
	"pointer":         "Index misleads",
	"rejected":        "Rejected input",
	"missing":         "Missing",
	"late":            "Late",
}

const (
	// StateFresh: stored in the range.
	StateFresh = "fresh"
	// StateOpen: no event has answered.
	StateOpen = "open"
	// StateUnanswered: nobody has answered but Cellthread's own hold.
	StateUnanswered = "unanswered"
)

// SignalStates: Which signals are asked for.
var SignalStates = []string{"fresh", "open", "unanswered"}
