// Generated from packages/vocabulary/words/events.yaml by `npm run gen`: do not edit.

/** Events (`_event/<kind>`): what people, MES or machines say about an item, a lot or a machine. */
export const eventKinds = ["hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "note", "entry", "exception", "acknowledge", "cause", "action", "maintenance", "tool-change", "changeover", "master-check", "calibration", "alert", "limit-change", "void", "software", "pause", "request-adjust", "command", "command-ack", "seal", "proof", "expire", "proposal", "change-proposal", "change-approval", "change-rejection", "return"] as const;
export type EventKind = (typeof eventKinds)[number];

/** Of the event kinds: ingest stores them; the others may be published and are kept as rejected until it does. */
export const storedEvents = ["hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "note", "exception", "acknowledge", "cause", "action", "maintenance", "tool-change", "changeover", "master-check", "calibration", "alert", "limit-change", "void", "command", "command-ack", "seal", "proof", "expire"] as const;
export type StoredEvent = (typeof storedEvents)[number];

/** Of the event kinds: stations may say them; they tell what happened at a machine and decide about no item. */
export const machineEvents = ["note", "exception", "maintenance", "tool-change", "changeover", "master-check", "calibration", "software", "command-ack"] as const;
export type MachineEvent = (typeof machineEvents)[number];

/** Of the event kinds: only a master MES may say them. */
export const mesEvents = ["hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "acknowledge", "cause", "action", "limit-change", "void", "return"] as const;
export type MesEvent = (typeof mesEvents)[number];

/** Of the event kinds: they say what becomes of an item. */
export const dispositions = ["hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "expire"] as const;
export type Disposition = (typeof dispositions)[number];

/** Of the event kinds: their author is a login that stays for the audit. */
export const signedEvents = ["hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "entry", "limit-change", "void", "pause", "request-adjust", "proposal", "change-proposal", "change-approval", "change-rejection"] as const;
export type SignedEvent = (typeof signedEvents)[number];

/** Of the event kinds: they count only from whoever decides; by the broker from anybody else they are kept as a note, and told. */
export const decidingEvents = ["release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "acknowledge", "limit-change", "void"] as const;
export type DecidingEvent = (typeof decidingEvents)[number];

/** Of the event kinds: Cellthread alone says them: by the broker they are kept as a note, and told. */
export const ownEvents = ["command", "seal", "proof", "expire"] as const;
export type OwnEvent = (typeof ownEvents)[number];

/** Of the event kinds: they free an item or strike a record, and are stored whole or not at all. */
export const freeingEvents = ["release", "rework", "downgrade", "use-as-is", "acknowledge", "void"] as const;
export type FreeingEvent = (typeof freeingEvents)[number];

/** Of the event kinds: they settle what is wrong with an item. */
export const answeringEvents = ["hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "acknowledge"] as const;
export type AnsweringEvent = (typeof answeringEvents)[number];

/** Of the event kinds: they send an item to be inspected or reworked, and something has to come of it. */
export const queueingEvents = ["rework", "inspect"] as const;
export type QueueingEvent = (typeof queueingEvents)[number];

/** Of the event kinds: after them, passes with one number are what a person said they are. */
export const settlingEvents = ["release", "rework", "downgrade", "use-as-is"] as const;
export type SettlingEvent = (typeof settlingEvents)[number];

/** Of the event kinds: they usually explain a change in a chart. */
export const explainingEvents = ["hold", "maintenance", "tool-change", "changeover", "calibration", "limit-change"] as const;
export type ExplainingEvent = (typeof explainingEvents)[number];

/** Of the event kinds: after them the monitors of a machine begin anew, at what is usual of it. */
export const breakingEvents = ["action", "maintenance", "tool-change", "calibration"] as const;
export type BreakingEvent = (typeof breakingEvents)[number];

/** Of the event kinds: a person asks a machine for them where the plan allows it; told the line once, within seconds or not at all. */
export const requestEvents = ["pause", "request-adjust"] as const;
export type RequestEvent = (typeof requestEvents)[number];

/** What each means. */
export const eventKindMeans = {
  "hold": "nothing may be done with it",
  "release": "it may go on",
  "rework": "it is to be mended",
  "inspect": "it is to be looked at",
  "scrap": "it is thrown away",
  "downgrade": "it is sold as less",
  "use-as-is": "it is used as it is",
  "note": "free text",
  "entry": "a person or a laboratory entered values",
  "exception": "the note of a record",
  "acknowledge": "a person has seen a signal",
  "cause": "why it happened",
  "action": "what was done about it",
  "maintenance": "a machine was serviced",
  "tool-change": "a tool was changed",
  "changeover": "the product was changed",
  "master-check": "a master part was measured",
  "calibration": "a gauge was adjusted",
  "alert": "an alert fired",
  "limit-change": "control limits were changed",
  "void": "a record is struck, for every reader",
  "software": "a program of a machine was changed",
  "pause": "a machine is asked to stop",
  "request-adjust": "a machine is asked to set a value higher or lower",
  "command": "the line is told what is decided about its items",
  "command-ack": "a machine answers a command",
  "seal": "what was stored on a day, so that a later change of it shows",
  "proof": "whether what was done to a machine worked",
  "expire": "a hold ended by itself, as the plan says",
  "proposal": "what somebody proposes to decide about an item, where others decide",
  "change-proposal": "a change of control limits or of the plan is proposed",
  "change-approval": "a person approves a proposed change",
  "change-rejection": "a person rejects a proposed change",
  "return": "it came back from a customer",
} as const satisfies Record<EventKind, string | number>;

/** What became of what was done to a machine: the disposition of an event of kind proof, whose reference names what was done. */
export const proofVerdicts = ["verified", "not-effective", "cannot-be-told"] as const;
export type ProofVerdict = (typeof proofVerdicts)[number];

/** as people read it. */
export const proofVerdictName = {
  "verified": "it worked",
  "not-effective": "not effective",
  "cannot-be-told": "cannot be told",
} as const satisfies Record<ProofVerdict, string | number>;

/** as people read it in German. */
export const proofVerdictGerman = {
  "verified": "es hat gewirkt",
  "not-effective": "ohne Wirkung",
  "cannot-be-told": "nicht zu beurteilen",
} as const satisfies Record<ProofVerdict, string | number>;

/** What each means. */
export const proofVerdictMeans = {
  "verified": "what was wrong is as that of its sisters or limits, and differs from before",
  "not-effective": "what was wrong still is",
  "cannot-be-told": "too few items came in time, or something else changed meanwhile",
} as const satisfies Record<ProofVerdict, string | number>;

/** Where an event comes from. */
export const eventSources = ["cellthread", "mes", "person", "machine"] as const;
export type EventSource = (typeof eventSources)[number];

/** What each means. */
export const eventSourceMeans = {
  "cellthread": "by itself",
  "mes": "the manufacturing execution system",
  "person": "somebody",
  "machine": "a machine, or whoever speaks at its topic",
} as const satisfies Record<EventSource, string | number>;
