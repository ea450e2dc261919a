// Code generated from packages/vocabulary/words/due.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// ShiftChoiceCurrent: the one that runs, until now.
	ShiftChoiceCurrent = "current"
	// ShiftChoiceLast: the one before it.
	ShiftChoiceLast = "last"
)

// ShiftChoices: The shift of its site's calendar that any query may ask about in place of its time range.
var ShiftChoices = []string{"current", "last"}

// ShiftChoiceName: as people read it.
var ShiftChoiceName = map[string]string{
	"current": "This shift",
	"last":    "Last shift",
}

// ShiftChoiceGerman: as people read it in German.
var ShiftChoiceGerman = map[string]string{
	"current": "Diese Schicht",
	"last":    "Letzte Schicht",
}

const (
	// DueMasterCheck: the interval of master checks of a gauge ends.
	DueMasterCheck = "master-check"
	// DueCalibration: the interval of calibrations of a gauge ends.
	DueCalibration = "calibration"
	// DueLimits: control limits are provisional and nobody approved them.
	DueLimits = "limits"
)

// DueKinds: What is due at a machine or of the plan, as `due` tells it.
var DueKinds = []string{"master-check", "calibration", "limits"}

// DueKindName: as people read it.
var DueKindName = map[string]string{
	"master-check": "Measure the master",
	"calibration":  "Calibrate",
	"limits":       "Review limits",
}

// DueKindGerman: as people read it in German.
var DueKindGerman = map[string]string{
	"master-check": "Meisterteil messen",
	"calibration":  "Kalibrieren",
	"limits":       "Grenzen prüfen",
}

const (
	// DueStateOverdue: its time has passed.
	DueStateOverdue = "overdue"
	// DueStateDue: its time comes within what was asked.
	DueStateDue = "due"
	// DueStateOpen: it has no time.
	DueStateOpen = "open"
)

// DueStates: How urgent what is due is.
var DueStates = []string{"overdue", "due", "open"}

// DueStateName: as people read it.
var DueStateName = map[string]string{
	"overdue": "Overdue",
	"due":     "Due",
	"open":    "Open",
}

// DueStateGerman: as people read it in German.
var DueStateGerman = map[string]string{
	"overdue": "Überfällig",
	"due":     "Fällig",
	"open":    "Offen",
}
