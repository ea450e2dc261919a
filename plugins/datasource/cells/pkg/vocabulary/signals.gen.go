// Code generated from packages/vocabulary/words/signals.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// SignalOutOfSpec: a value outside its spec limits.
	SignalOutOfSpec = "out-of-spec"
	// SignalOutOfControl: a process outside its control limits.
	SignalOutOfControl = "out-of-control"
	// SignalKOfN: several of the last items of a machine are out of spec.
	SignalKOfN = "k-of-n"
	// SignalNoReading: the last items of a machine brought no value that can be true.
	SignalNoReading = "no-reading"
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
	// SignalEnvironment: a zone is outside its spec limits.
	SignalEnvironment = "environment"
	// SignalOverdue: a gauge was not checked in its interval.
	SignalOverdue = "overdue"
	// SignalVerdictDiffers: a station and the plan judge differently.
	SignalVerdictDiffers = "verdict-differs"
	// SignalClock: times of a machine are not the server's.
	SignalClock = "clock"
	// SignalUnacknowledged: nobody acknowledged a signal in the time that the plan gives, and the next route is told.
	SignalUnacknowledged = "unacknowledged"
	// SignalHoldUnanswered: a line did not acknowledge what is held or decided.
	SignalHoldUnanswered = "hold-unanswered"
	// SignalUnheeded: somebody decided by a message who may not.
	SignalUnheeded = "unheeded"
	// SignalDecisionsDiffer: the MES decided otherwise than is held here, or was proposed.
	SignalDecisionsDiffer = "decisions-differ"
	// SignalUnanswered: nobody answered what was proposed or asked for, in the time that the plan gives.
	SignalUnanswered = "unanswered"
	// SignalKeeper: no keeper looks, or none has seen all.
	SignalKeeper = "keeper"
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
	// SignalLate: an item did not arrive in its time.
	SignalLate = "late"
)

// SignalKinds: What is wrong, as `signals` finds it.
var SignalKinds = []string{
	"out-of-spec",
	"out-of-control",
	"k-of-n",
	"no-reading",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"silent",
	"environment",
	"overdue",
	"verdict-differs",
	"clock",
	"unacknowledged",
	"hold-unanswered",
	"unheeded",
	"decisions-differ",
	"unanswered",
	"keeper",
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
	"k-of-n",
	"no-reading",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"silent",
	"environment",
	"overdue",
	"verdict-differs",
	"clock",
	"unacknowledged",
	"hold-unanswered",
	"unheeded",
	"decisions-differ",
	"unanswered",
	"keeper",
	"ingest",
	"unread",
	"pointer",
	"rejected",
	"missing",
	"late",
}

// CellSignals: they are of one cell.
var CellSignals = []string{
	"out-of-spec",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"pointer",
	"missing",
	"late",
}

// HoldingSignals: they name a cell, which their alert holds.
var HoldingSignals = []string{"out-of-spec", "unmeasured", "implausible", "conflicting"}

// CountedSignals: they are of one cell, and an alert rule gets their number by machine or line.
var CountedSignals = []string{"station-nok", "unknown-verdict", "skipped", "missing", "late"}

// SeveralSignals: an alert rule gets them from the k of the plan’s k of n on.
var SeveralSignals = []string{"station-nok"}

// StationSignals: a station's page lists them.
var StationSignals = []string{
	"out-of-spec",
	"out-of-control",
	"k-of-n",
	"no-reading",
	"unmeasured",
	"implausible",
	"station-nok",
	"unknown-verdict",
	"skipped",
	"conflicting",
	"silent",
	"environment",
	"overdue",
	"verdict-differs",
	"clock",
	"hold-unanswered",
	"unheeded",
	"decisions-differ",
	"unanswered",
	"missing",
	"late",
}

// SignalKindName: as people read it.
var SignalKindName = map[string]string{
	"out-of-spec":      "Out of spec",
	"out-of-control":   "Out of control",
	"k-of-n":           "Several out of spec",
	"no-reading":       "Gauge says nothing",
	"unmeasured":       "Not measured",
	"implausible":      "Implausible value",
	"station-nok":      "Station said not OK",
	"unknown-verdict":  "Verdict not understood",
	"skipped":          "Skipped",
	"conflicting":      "Conflicting records",
	"silent":           "Silent",
	"environment":      "Environment",
	"overdue":          "Check overdue",
	"verdict-differs":  "Verdicts differ",
	"clock":            "Clock differs",
	"unacknowledged":   "Not acknowledged",
	"hold-unanswered":  "Line does not acknowledge",
	"unheeded":         "Decision does not count",
	"decisions-differ": "MES and Cellthread differ",
	"unanswered":       "Nobody answers",
	"keeper":           "Keeper not up to date",
	"ingest":           "Data path in danger",
	"unread":           "Not evaluated",
	"pointer":          "Index misleads",
	"rejected":         "Rejected input",
	"missing":          "Missing",
	"late":             "Late",
}

// SignalKindGerman: as people read it in German.
var SignalKindGerman = map[string]string{
	"out-of-spec":      "Außerhalb der Spezifikation",
	"out-of-control":   "Außerhalb der Eingriffsgrenzen",
	"k-of-n":           "Mehrere außerhalb der Spezifikation",
	"no-reading":       "Messmittel sagt nichts",
	"unmeasured":       "Nicht gemessen",
	"implausible":      "Unmöglicher Messwert",
	"station-nok":      "Station meldet nicht in Ordnung",
	"unknown-verdict":  "Urteil nicht verstanden",
	"skipped":          "Station ausgelassen",
	"conflicting":      "Widersprüchliche Meldungen",
	"silent":           "Stumm",
	"environment":      "Umgebung außerhalb der Grenzen",
	"overdue":          "Prüfung überfällig",
	"verdict-differs":  "Urteile weichen ab",
	"clock":            "Uhr geht falsch",
	"unacknowledged":   "Nicht quittiert",
	"hold-unanswered":  "Linie bestätigt nicht",
	"unheeded":         "Entscheidung zählt nicht",
	"decisions-differ": "MES und Cellthread weichen ab",
	"unanswered":       "Niemand antwortet",
	"keeper":           "Keeper nicht auf dem Stand",
	"ingest":           "Datenweg gefährdet",
	"unread":           "Nicht ausgewertet",
	"pointer":          "Verzeichnis führt irre",
	"rejected":         "Abgewiesene Meldung",
	"missing":          "Vermisst",
	"late":             "Verspätet",
}

// SignalKindSeverity: how bad it is where no characteristic of the plan says so.
var SignalKindSeverity = map[string]string{
	"out-of-spec":      "warning",
	"out-of-control":   "warning",
	"k-of-n":           "warning",
	"no-reading":       "warning",
	"unmeasured":       "warning",
	"implausible":      "warning",
	"station-nok":      "warning",
	"unknown-verdict":  "warning",
	"skipped":          "warning",
	"conflicting":      "warning",
	"silent":           "warning",
	"environment":      "warning",
	"overdue":          "warning",
	"verdict-differs":  "warning",
	"clock":            "warning",
	"unacknowledged":   "warning",
	"hold-unanswered":  "critical",
	"unheeded":         "warning",
	"decisions-differ": "warning",
	"unanswered":       "warning",
	"keeper":           "critical",
	"ingest":           "critical",
	"unread":           "critical",
	"pointer":          "warning",
	"rejected":         "warning",
	"missing":          "warning",
	"late":             "warning",
}

// SignalKindRoute: who is told where no characteristic of the plan says so.
var SignalKindRoute = map[string]string{
	"out-of-spec":      "quality",
	"out-of-control":   "maintenance",
	"k-of-n":           "maintenance",
	"no-reading":       "maintenance",
	"unmeasured":       "quality",
	"implausible":      "quality",
	"station-nok":      "quality",
	"unknown-verdict":  "quality",
	"skipped":          "quality",
	"conflicting":      "quality",
	"silent":           "maintenance",
	"environment":      "maintenance",
	"overdue":          "maintenance",
	"verdict-differs":  "engineering",
	"clock":            "engineering",
	"unacknowledged":   "engineering",
	"hold-unanswered":  "maintenance",
	"unheeded":         "quality",
	"decisions-differ": "quality",
	"unanswered":       "quality",
	"keeper":           "maintenance",
	"ingest":           "maintenance",
	"unread":           "engineering",
	"pointer":          "engineering",
	"rejected":         "engineering",
	"missing":          "quality",
	"late":             "quality",
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

// SignalStateName: as people read it.
var SignalStateName = map[string]string{
	"fresh":      "new",
	"open":       "open",
	"unanswered": "unanswered",
}

// SignalStateGerman: as people read it in German.
var SignalStateGerman = map[string]string{
	"fresh":      "neu",
	"open":       "offen",
	"unanswered": "unbeantwortet",
}

const (
	// StandingOpen: nobody acknowledged it.
	StandingOpen = "open"
	// StandingAcknowledged: somebody saw it.
	StandingAcknowledged = "acknowledged"
	// StandingActed: something was done and it is being watched whether it worked.
	StandingActed = "acted"
	// StandingNotEffective: what was done did not help.
	StandingNotEffective = "not-effective"
	// StandingCannotBeTold: nobody can tell whether what was done helped.
	StandingCannotBeTold = "cannot-be-told"
	// StandingVerified: what was done worked.
	StandingVerified = "verified"
)

// SignalStandings: What people did about a signal of a process, and what became of it.
var SignalStandings = []string{"open", "acknowledged", "acted", "not-effective", "cannot-be-told", "verified"}

// OpenStandings: somebody has to acknowledge it.
var OpenStandings = []string{"open", "not-effective"}

// SignalStandingName: as people read it.
var SignalStandingName = map[string]string{
	"open":           "open",
	"acknowledged":   "acknowledged",
	"acted":          "being proved",
	"not-effective":  "not effective",
	"cannot-be-told": "cannot be told",
	"verified":       "verified",
}

// SignalStandingGerman: as people read it in German.
var SignalStandingGerman = map[string]string{
	"open":           "offen",
	"acknowledged":   "quittiert",
	"acted":          "wird geprüft",
	"not-effective":  "ohne Wirkung",
	"cannot-be-told": "nicht zu beurteilen",
	"verified":       "bestätigt",
}

const (
	SignalRuleAboveUsl          = "above-usl"
	SignalRuleBelowLsl          = "below-lsl"
	SignalRuleAboveUcl          = "above-ucl"
	SignalRuleBelowLcl          = "below-lcl"
	SignalRuleImplausible       = "implausible"
	SignalRuleCensoredLow       = "censored-low"
	SignalRuleCensoredHigh      = "censored-high"
	SignalRuleAbovePlausible    = "above-plausible"
	SignalRuleBelowPlausible    = "below-plausible"
	SignalRuleKOfN              = "k-of-n"
	SignalRuleNoValue           = "no-value"
	SignalRuleVerdict           = "verdict"
	SignalRuleNotUnderstood     = "not-understood"
	SignalRuleNoArrival         = "no-arrival"
	SignalRuleTooLate           = "too-late"
	SignalRuleTooEarly          = "too-early"
	SignalRuleNoVisit           = "no-visit"
	SignalRuleDifferingResend   = "differing-resend"
	SignalRuleAnotherPass       = "another-pass"
	SignalRuleNoRows            = "no-rows"
	SignalRuleSensor            = "sensor"
	SignalRuleZone              = "zone"
	SignalRuleMasterCheck       = "master-check"
	SignalRuleCalibration       = "calibration"
	SignalRulePassed            = "passed"
	SignalRuleFailed            = "failed"
	SignalRuleNever             = "never"
	SignalRuleBehind            = "behind"
	SignalRuleAhead             = "ahead"
	SignalRuleAnotherItem       = "another-item"
	SignalRuleNoRecord          = "no-record"
	SignalRuleFreeSpace         = "free-space"
	SignalRuleBrokerSave        = "broker-save"
	SignalRuleQueue             = "queue"
	SignalRuleLag               = "lag"
	SignalRuleDropped           = "dropped"
	SignalRuleUnplannedNames    = "unplanned-names"
	SignalRuleRejectedFlood     = "rejected-flood"
	SignalRuleNoLook            = "no-look"
	SignalRuleUnseen            = "unseen"
	SignalRuleByMachine         = "by-machine"
	SignalRuleByMES             = "by-mes"
	SignalRuleStillHeld         = "still-held"
	SignalRuleProposedOtherwise = "proposed-otherwise"
	SignalRulePassedRework      = "passed-rework"
	SignalRuleProposedDecision  = "proposed-decision"
	SignalRuleProposedChange    = "proposed-change"
	SignalRuleRequest           = "request"
	SignalRuleHold              = "hold"
	SignalRuleDecision          = "decision"
	SignalRuleOverflow          = "overflow"
	SignalRuleLevel             = "level"
	SignalRuleSpread            = "spread"
	SignalRuleShare             = "share"
	SignalRuleGauge             = "gauge"
	SignalRuleApart             = "apart"
)

// SignalRules: What a signal hit; out of control also bears the id of a chart's rule, a rejected input its reason.
var SignalRules = []string{
	"above-usl",
	"below-lsl",
	"above-ucl",
	"below-lcl",
	"implausible",
	"censored-low",
	"censored-high",
	"above-plausible",
	"below-plausible",
	"k-of-n",
	"no-value",
	"verdict",
	"not-understood",
	"no-arrival",
	"too-late",
	"too-early",
	"no-visit",
	"differing-resend",
	"another-pass",
	"no-rows",
	"sensor",
	"zone",
	"master-check",
	"calibration",
	"passed",
	"failed",
	"never",
	"behind",
	"ahead",
	"another-item",
	"no-record",
	"free-space",
	"broker-save",
	"queue",
	"lag",
	"dropped",
	"unplanned-names",
	"rejected-flood",
	"no-look",
	"unseen",
	"by-machine",
	"by-mes",
	"still-held",
	"proposed-otherwise",
	"passed-rework",
	"proposed-decision",
	"proposed-change",
	"request",
	"hold",
	"decision",
	"overflow",
	"level",
	"spread",
	"share",
	"gauge",
	"apart",
}

// LimitRules: of one value against its limits.
var LimitRules = []string{"above-usl", "below-lsl", "above-ucl", "below-lcl"}

// ReadingRules: a reading that is no measurement.
var ReadingRules = []string{"implausible", "censored-low", "censored-high"}

// IngestRules: where the path from station to database is in danger.
var IngestRules = []string{"free-space", "broker-save", "queue", "lag", "dropped", "unplanned-names", "rejected-flood"}

// SignalRuleName: as people read it.
var SignalRuleName = map[string]string{
	"above-usl":          "above the upper spec limit",
	"below-lsl":          "below the lower spec limit",
	"above-ucl":          "above the upper control limit",
	"below-lcl":          "below the lower control limit",
	"implausible":        "no gauge can give it",
	"censored-low":       "below what the gauge can tell",
	"censored-high":      "above what the gauge can tell",
	"above-plausible":    "above what is plausible",
	"below-plausible":    "below what is plausible",
	"k-of-n":             "several of the last out of spec",
	"no-value":           "no value",
	"verdict":            "the verdict of the station",
	"not-understood":     "a verdict in other words",
	"no-arrival":         "did not come in time",
	"too-late":           "came too late",
	"too-early":          "came too early",
	"no-visit":           "no visit",
	"differing-resend":   "one record told differently",
	"another-pass":       "two passes of one number",
	"no-rows":            "no rows",
	"sensor":             "no reading of the zone",
	"zone":               "a zone beyond its spec limits",
	"master-check":       "no master part was measured in time",
	"calibration":        "the gauge was not calibrated in time",
	"passed":             "passed though out of spec",
	"failed":             "failed though in spec",
	"never":              "no rows for 90 days or ever",
	"behind":             "behind the server's clock",
	"ahead":              "ahead of the server's clock",
	"another-item":       "the row of another item",
	"no-record":          "no row",
	"free-space":         "little space on a disk",
	"broker-save":        "the broker does not save",
	"queue":              "messages wait in the broker",
	"lag":                "records are stored late",
	"dropped":            "rows were dropped",
	"unplanned-names":    "too many names outside the plan",
	"rejected-flood":     "too many rejected inputs",
	"no-look":            "it does not look",
	"unseen":             "it has not seen all that was stored",
	"by-machine":         "a machine may not decide",
	"by-mes":             "people decide here, not the MES",
	"still-held":         "the MES lets go on what is held here",
	"proposed-otherwise": "the MES decided otherwise than was proposed",
	"passed-rework":      "it passed its rework and waits to be decided",
	"proposed-decision":  "what was proposed waits for the MES",
	"proposed-change":    "a proposed change waits for approval",
	"request":            "the machine does not answer what it was asked for",
	"hold":               "that items are held",
	"decision":           "what is decided about items",
	"overflow":           "more than fit, counted",
	"level":              "its level departs",
	"spread":             "its spread departs",
	"share":              "its share departs",
	"gauge":              "the gauge is off its master part",
	"apart":              "parallel machines differ",
}

// SignalRuleGerman: as people read it in German.
var SignalRuleGerman = map[string]string{
	"above-usl":          "über der oberen Spezifikationsgrenze",
	"below-lsl":          "unter der unteren Spezifikationsgrenze",
	"above-ucl":          "über der oberen Eingriffsgrenze",
	"below-lcl":          "unter der unteren Eingriffsgrenze",
	"implausible":        "kein Messmittel kann es anzeigen",
	"censored-low":       "unter dem, was das Messmittel erkennt",
	"censored-high":      "über dem, was das Messmittel erkennt",
	"above-plausible":    "über dem, was möglich ist",
	"below-plausible":    "unter dem, was möglich ist",
	"k-of-n":             "mehrere der letzten außerhalb der Spezifikation",
	"no-value":           "kein Wert",
	"verdict":            "das Urteil der Station",
	"not-understood":     "ein Urteil in anderen Worten",
	"no-arrival":         "nicht rechtzeitig gekommen",
	"too-late":           "zu spät gekommen",
	"too-early":          "zu früh gekommen",
	"no-visit":           "kein Besuch",
	"differing-resend":   "ein Datensatz verschieden gemeldet",
	"another-pass":       "zwei Durchläufe einer Nummer",
	"no-rows":            "keine Datensätze",
	"sensor":             "kein Messwert der Zone",
	"zone":               "eine Zone jenseits ihrer Spezifikation",
	"master-check":       "kein Meisterteil rechtzeitig gemessen",
	"calibration":        "das Messmittel nicht rechtzeitig kalibriert",
	"passed":             "gut gemeldet trotz Abweichung",
	"failed":             "schlecht gemeldet trotz Einhaltung",
	"never":              "seit 90 Tagen oder nie ein Datensatz",
	"behind":             "hinter der Uhr des Servers",
	"ahead":              "vor der Uhr des Servers",
	"another-item":       "der Datensatz eines anderen Teils",
	"no-record":          "kein Datensatz",
	"free-space":         "wenig Platz auf einer Platte",
	"broker-save":        "der Broker sichert nicht",
	"queue":              "Nachrichten warten im Broker",
	"lag":                "Datensätze werden spät gespeichert",
	"dropped":            "Datensätze gingen verloren",
	"unplanned-names":    "zu viele Namen außerhalb des Plans",
	"rejected-flood":     "zu viele abgewiesene Meldungen",
	"no-look":            "er sieht nicht nach",
	"unseen":             "er hat nicht alles Gespeicherte gesehen",
	"by-machine":         "eine Maschine darf nicht entscheiden",
	"by-mes":             "hier entscheiden Menschen, nicht das MES",
	"still-held":         "das MES gibt frei, was hier gesperrt ist",
	"proposed-otherwise": "das MES hat anders entschieden als vorgeschlagen",
	"passed-rework":      "es hat die Nacharbeit bestanden und wartet auf Entscheidung",
	"proposed-decision":  "ein Vorschlag wartet auf das MES",
	"proposed-change":    "eine vorgeschlagene Änderung wartet auf Freigabe",
	"request":            "die Maschine antwortet auf eine Anforderung nicht",
	"hold":               "die Sperre von Teilen",
	"decision":           "die Entscheidung über Teile",
	"overflow":           "mehr als Platz haben, gezählt",
	"level":              "seine Lage weicht ab",
	"spread":             "seine Streuung weicht ab",
	"share":              "sein Anteil weicht ab",
	"gauge":              "das Messmittel weicht vom Meisterteil ab",
	"apart":              "parallele Maschinen unterscheiden sich",
}

const (
	// SignalValueSince: seconds that it has lasted.
	SignalValueSince = "since"
	// SignalValueCells: cells concerned.
	SignalValueCells = "cells"
	// SignalValueOutOfSpec: cells out of spec among them, where values are judged.
	SignalValueOutOfSpec = "out_of_spec"
	// SignalValueNotOK: cells not OK among them, where verdicts are judged.
	SignalValueNotOK = "not_ok"
	// SignalValueHeld: cells put on hold since.
	SignalValueHeld = "held"
	// SignalValueShift: level now less what is usual, in units of the characteristic.
	SignalValueShift = "shift"
	// SignalValueSisters: streams that it is held against.
	SignalValueSisters = "sisters"
	// SignalValueParts: positions of a machine, or machines of a line, of which most depart, below zero where no more than half are left that do; none where it is told for itself.
	SignalValueParts = "parts"
	// SignalValueRatio: spread or share over what is usual, or how many standard deviations of cells a level is off.
	SignalValueRatio = "ratio"
	// SignalValueGauge: 1 where the gauge is to be checked first, else 0.
	SignalValueGauge = "gauge"
	// SignalValueDeparts: what departs: 1 its level, 2 its spread, 3 its share, 4 its gauge, 5 which of two or three is not known.
	SignalValueDeparts = "departs"
)

// SignalValues: What a rule for people asks of a signal in place of how far beyond it is.
var SignalValues = []string{
	"since",
	"cells",
	"out_of_spec",
	"not_ok",
	"held",
	"shift",
	"sisters",
	"parts",
	"ratio",
	"gauge",
	"departs",
}

// SignalLabels: Labels that every signal has.
var SignalLabels = []string{
	"site",
	"line",
	"station",
	"equipment",
	"position",
	"lot",
	"product",
	"characteristic",
	"kind",
	"rule",
	"route",
	"disposition",
	"severity",
}

// CellLabels: Labels of the signals of a cell besides.
var CellLabels = []string{"cell_id", "visit", "pass"}

const (
	// UnreadFailed: the last evaluation ended in an error (the notice says which).
	UnreadFailed = "failed"
	// UnreadCut: more rows would have had to be read than the data source allows.
	UnreadCut = "cut"
	// UnreadTimedOut: it took longer than the data source allows.
	UnreadTimedOut = "timed-out"
	// UnreadOverdue: it was not made for three of its intervals, and at least a minute.
	UnreadOverdue = "overdue"
	// UnreadNever: so long it was not made since the data source started; before that it is unknown, which a warning says.
	UnreadNever = "never"
	// UnreadModel: approved control limits are of a model (lognormal, p …) for which no lines are known yet, or their numbers cannot be: they alert nobody.
	UnreadModel = "model"
	// UnreadFieldType: one characteristic was stored as text or boolean and is not judged; the others are.
	UnreadFieldType = "field-type"
	// UnreadUnread: what is judged and learned from is still being read, newest first: rules judge when all of it was.
	UnreadUnread = "unread"
	// UnreadStreams: a machine or line sent more than 10 000 positions or lots (a serial number, likely): those with the shortest names are told apart, of these the first by their letters, all others are watched only together.
	UnreadStreams = "streams"
	// UnreadWaiting: more new visits of a station wait to be looked up in the index than its rule comes to before they leave its range: it does not see those.
	UnreadWaiting = "waiting"
	// UnreadUnasked: rules are made of a plan, and the one that is in force has a station, route or characteristic for which none of them asks: make them anew and give them to Grafana.
	UnreadUnasked = "unasked"
)

// UnreadReasons: Why an alert rule did not see what it looks at; the rule of an unread signal is the kind and this, as out-of-spec/failed.
var UnreadReasons = []string{
	"failed",
	"cut",
	"timed-out",
	"overdue",
	"never",
	"model",
	"field-type",
	"unread",
	"streams",
	"waiting",
	"unasked",
}

// UnreadReasonName: as people read it.
var UnreadReasonName = map[string]string{
	"failed":     "the query fails",
	"cut":        "there are more rows than may be read",
	"timed-out":  "the query takes too long",
	"overdue":    "the evaluation is overdue",
	"never":      "not evaluated since the data source started",
	"model":      "approved control limits are of a model without lines",
	"field-type": "values are stored as text or boolean",
	"unread":     "what is usual is still being read",
	"streams":    "there are too many positions or lots",
	"waiting":    "more come than can be looked up",
	"unasked":    "the plan has it, and no rule asks for it",
}

// UnreadReasonGerman: as people read it in German.
var UnreadReasonGerman = map[string]string{
	"failed":     "die Abfrage schlägt fehl",
	"cut":        "es sind mehr Datensätze als gelesen werden dürfen",
	"timed-out":  "die Abfrage dauert zu lange",
	"overdue":    "die Auswertung ist überfällig",
	"never":      "seit dem Start der Datenquelle nicht ausgewertet",
	"model":      "freigegebene Eingriffsgrenzen gehören zu einem Modell ohne Linien",
	"field-type": "Werte sind als Text oder Wahrheitswert gespeichert",
	"unread":     "was üblich ist, wird noch gelesen",
	"streams":    "es sind zu viele Positionen oder Lose",
	"waiting":    "es kommen mehr als nachgeschlagen werden können",
	"unasked":    "der Plan hat es, und keine Regel fragt danach",
}
