// Code generated from packages/vocabulary/words/events.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// EventHold: nothing may be done with it.
	EventHold = "hold"
	// EventRelease: it may go on.
	EventRelease = "release"
	// EventRework: it is to be mended.
	EventRework = "rework"
	// EventInspect: it is to be looked at.
	EventInspect = "inspect"
	// EventScrap: it is thrown away.
	EventScrap = "scrap"
	// EventDowngrade: it is sold as less.
	EventDowngrade = "downgrade"
	// EventUseAsIs: it is used as it is.
	EventUseAsIs = "use-as-is"
	// EventNote: free text.
	EventNote = "note"
	// EventEntry: a person or a laboratory entered values.
	EventEntry = "entry"
	// EventException: the note of a record.
	EventException = "exception"
	// EventAcknowledge: a person has seen a signal.
	EventAcknowledge = "acknowledge"
	// EventCause: why it happened.
	EventCause = "cause"
	// EventAction: what was done about it.
	EventAction = "action"
	// EventMaintenance: a machine was serviced.
	EventMaintenance = "maintenance"
	// EventToolChange: a tool was changed.
	EventToolChange = "tool-change"
	// EventChangeover: the product was changed.
	EventChangeover = "changeover"
	// EventMasterCheck: a master part was measured.
	EventMasterCheck = "master-check"
	// EventCalibration: a gauge was adjusted.
	EventCalibration = "calibration"
	// EventAlert: an alert fired.
	EventAlert = "alert"
	// EventLimitChange: control limits were changed.
	EventLimitChange = "limit-change"
	// EventVoid: a record is struck, for every reader.
	EventVoid = "void"
	// EventSoftware: a program of a machine was changed.
	EventSoftware = "software"
	// EventPause: a machine is asked to stop.
	EventPause = "pause"
	// EventRequestAdjust: a machine is asked to set a value higher or lower.
	EventRequestAdjust = "request-adjust"
	// EventCommand: the line is told what is decided about its items.
	EventCommand = "command"
	// EventCommandAck: a machine answers a command.
	EventCommandAck = "command-ack"
	// EventSeal: what was stored on a day, so that a later change of it shows.
	EventSeal = "seal"
	// EventProof: whether what was done to a machine worked.
	EventProof = "proof"
	// EventExpire: a hold ended by itself, as the plan says.
	EventExpire = "expire"
	// EventProposal: what somebody proposes to decide about an item, where others decide.
	EventProposal = "proposal"
	// EventChangeProposal: a change of control limits or of the plan is proposed.
	EventChangeProposal = "change-proposal"
	// EventChangeApproval: a person approves a proposed change.
	EventChangeApproval = "change-approval"
	// EventChangeRejection: a person rejects a proposed change.
	EventChangeRejection = "change-rejection"
	// EventReturn: it came back from a customer.
	EventReturn = "return"
)

// EventKinds: Events (`_event/<kind>`): what people, MES or machines say about an item, a lot or a machine.
var EventKinds = []string{
	"hold",
	"release",
	"rework",
	"inspect",
	"scrap",
	"downgrade",
	"use-as-is",
	"note",
	"entry",
	"exception",
	"acknowledge",
	"cause",
	"action",
	"maintenance",
	"tool-change",
	"changeover",
	"master-check",
	"calibration",
	"alert",
	"limit-change",
	"void",
	"software",
	"pause",
	"request-adjust",
	"command",
	"command-ack",
	"seal",
	"proof",
	"expire",
	"proposal",
	"change-proposal",
	"change-approval",
	"change-rejection",
	"return",
}

// StoredEvents: ingest stores them; the others may be published and are kept as rejected until it does.
var StoredEvents = []string{
	"hold",
	"release",
	"rework",
	"inspect",
	"scrap",
	"downgrade",
	"use-as-is",
	"note",
	"exception",
	"acknowledge",
	"cause",
	"action",
	"maintenance",
	"tool-change",
	"changeover",
	"master-check",
	"calibration",
	"alert",
	"limit-change",
	"void",
	"command",
	"command-ack",
	"seal",
	"proof",
	"expire",
}

// MachineEvents: stations may say them; they tell what happened at a machine and decide about no item.
var MachineEvents = []string{
	"note",
	"exception",
	"maintenance",
	"tool-change",
	"changeover",
	"master-check",
	"calibration",
	"software",
	"command-ack",
}

// MESEvents: only a master MES may say them.
var MESEvents = []string{
	"hold",
	"release",
	"rework",
	"inspect",
	"scrap",
	"downgrade",
	"use-as-is",
	"acknowledge",
	"cause",
	"action",
	"limit-change",
	"void",
	"return",
}

// Dispositions: they say what becomes of an item.
var Dispositions = []string{"hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "expire"}

// SignedEvents: their author is a login that stays for the audit.
var SignedEvents = []string{
	"hold",
	"release",
	"rework",
	"inspect",
	"scrap",
	"downgrade",
	"use-as-is",
	"entry",
	"limit-change",
	"void",
	"pause",
	"request-adjust",
	"proposal",
	"change-proposal",
	"change-approval",
	"change-rejection",
}

// DecidingEvents: they count only from whoever decides; by the broker from anybody else they are kept as a note, and told.
var DecidingEvents = []string{
	"release",
	"rework",
	"inspect",
	"scrap",
	"downgrade",
	"use-as-is",
	"acknowledge",
	"limit-change",
	"void",
}

// OwnEvents: Cellthread alone says them: by the broker they are kept as a note, and told.
var OwnEvents = []string{"command", "seal", "proof", "expire"}

// FreeingEvents: they free an item or strike a record, and are stored whole or not at all.
var FreeingEvents = []string{"release", "rework", "downgrade", "use-as-is", "acknowledge", "void"}

// AnsweringEvents: they settle what is wrong with an item.
var AnsweringEvents = []string{"hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "acknowledge"}

// QueueingEvents: they send an item to be inspected or reworked, and something has to come of it.
var QueueingEvents = []string{"rework", "inspect"}

// SettlingEvents: after them, passes with one number are what a person said they are.
var SettlingEvents = []string{"release", "rework", "downgrade", "use-as-is"}

// ExplainingEvents: they usually explain a change in a chart.
var ExplainingEvents = []string{"hold", "maintenance", "tool-change", "changeover", "calibration", "limit-change"}

// BreakingEvents: after them the monitors of a machine begin anew, at what is usual of it.
var BreakingEvents = []string{"action", "maintenance", "tool-change", "calibration"}

// RequestEvents: a person asks a machine for them where the plan allows it; told the line once, within seconds or not at all.
var RequestEvents = []string{"pause", "request-adjust"}

const (
	// ProofVerified: what was wrong is as that of its sisters or limits, and differs from before.
	ProofVerified = "verified"
	// ProofNotEffective: what was wrong still is.
	ProofNotEffective = "not-effective"
	// ProofCannotBeTold: too few items came in time, or something else changed meanwhile.
	ProofCannotBeTold = "cannot-be-told"
)

// ProofVerdicts: What became of what was done to a machine: the disposition of an event of kind proof, whose reference names what was done.
var ProofVerdicts = []string{"verified", "not-effective", "cannot-be-told"}

// ProofVerdictName: as people read it.
var ProofVerdictName = map[string]string{
	"verified":       "it worked",
	"not-effective":  "not effective",
	"cannot-be-told": "cannot be told",
}

// ProofVerdictGerman: as people read it in German.
var ProofVerdictGerman = map[string]string{
	"verified":       "es hat gewirkt",
	"not-effective":  "ohne Wirkung",
	"cannot-be-told": "nicht zu beurteilen",
}

const (
	// SourceCellthread: by itself.
	SourceCellthread = "cellthread"
	// SourceMES: the manufacturing execution system.
	SourceMES = "mes"
	// SourcePerson: somebody.
	SourcePerson = "person"
	// SourceMachine: a machine, or whoever speaks at its topic.
	SourceMachine = "machine"
)

// EventSources: Where an event comes from.
var EventSources = []string{"cellthread", "mes", "person", "machine"}
