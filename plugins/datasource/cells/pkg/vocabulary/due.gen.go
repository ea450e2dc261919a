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
	// DueHold: it is held and nobody decided about it.
	DueHold = "hold"
	// DuePassedRework: it passed its rework and is still held.
	DuePassedRework = "passed-rework"
	// DueRework: it was sent to rework and not seen since.
	DueRework = "rework"
	// DueInspect: it is to be inspected and nobody decided since.
	DueInspect = "inspect"
	// DueProposedDecision: what somebody proposed to decide was not decided by the MES.
	DueProposedDecision = "proposed-decision"
	// DueProposedChange: a proposed change of limits or of the plan lacks an approval.
	DueProposedChange = "proposed-change"
)

// DueKinds: What is due at a machine or of the plan, as `due` tells it.
var DueKinds = []string{
	"master-check",
	"calibration",
	"limits",
	"hold",
	"passed-rework",
	"rework",
	"inspect",
	"proposed-decision",
	"proposed-change",
}

// DueKindName: as people read it.
var DueKindName = map[string]string{
	"master-check":      "Measure the master",
	"calibration":       "Calibrate",
	"limits":            "Review limits",
	"hold":              "Decide about what is held",
	"passed-rework":     "Decide after rework",
	"rework":            "Rework",
	"inspect":           "Inspect",
	"proposed-decision": "MES decides",
	"proposed-change":   "Approve change",
}

// DueKindGerman: as people read it in German.
var DueKindGerman = map[string]string{
	"master-check":      "Meisterteil messen",
	"calibration":       "Kalibrieren",
	"limits":            "Grenzen prüfen",
	"hold":              "Über Gesperrtes entscheiden",
	"passed-rework":     "Nach Nacharbeit entscheiden",
	"rework":            "Nacharbeiten",
	"inspect":           "Prüfen",
	"proposed-decision": "MES entscheidet",
	"proposed-change":   "Änderung freigeben",
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

const (
	// WaitHold: a hold.
	WaitHold = "hold"
	// WaitPassedRework: an item that passed its rework, for its release.
	WaitPassedRework = "passed-rework"
	// WaitRework: an item that was sent to rework, for whoever does it.
	WaitRework = "rework"
	// WaitInspect: an item that is to be inspected, for a decision.
	WaitInspect = "inspect"
	// WaitProposedDecision: a proposed decision about an item, for the MES.
	WaitProposedDecision = "proposed-decision"
	// WaitProposedChange: a proposed change of limits or of the plan, for its approval.
	WaitProposedChange = "proposed-change"
)

// Waits: What waits for somebody, and is due once it waited for so long (`answer_within` of the plan).
var Waits = []string{"hold", "passed-rework", "rework", "inspect", "proposed-decision", "proposed-change"}

// WaitWithinH: hours in which somebody answers where the plan does not say.
var WaitWithinH = map[string]int{
	"hold":              24,
	"passed-rework":     8,
	"rework":            24,
	"inspect":           24,
	"proposed-decision": 4,
	"proposed-change":   24,
}
