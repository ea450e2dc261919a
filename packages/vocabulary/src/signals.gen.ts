// Generated from packages/vocabulary/words/signals.yaml by `npm run gen`: do not edit.

/** What is wrong, as `signals` finds it. */
export const signalKinds = ["out-of-spec", "out-of-control", "k-of-n", "no-reading", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "silent", "environment", "overdue", "verdict-differs", "clock", "unacknowledged", "hold-unanswered", "unheeded", "decisions-differ", "unanswered", "keeper", "ingest", "unread", "pointer", "rejected", "missing", "late"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Of the signal kinds: the data source finds them. */
export const foundSignals = ["out-of-spec", "out-of-control", "k-of-n", "no-reading", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "silent", "environment", "overdue", "verdict-differs", "clock", "unacknowledged", "hold-unanswered", "unheeded", "decisions-differ", "unanswered", "keeper", "ingest", "unread", "pointer", "rejected", "missing", "late"] as const;
export type FoundSignal = (typeof foundSignals)[number];

/** Of the signal kinds: they are of one cell. */
export const cellSignals = ["out-of-spec", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "pointer", "missing", "late"] as const;
export type CellSignal = (typeof cellSignals)[number];

/** Of the signal kinds: they name a cell, which their alert holds. */
export const holdingSignals = ["out-of-spec", "unmeasured", "implausible", "conflicting"] as const;
export type HoldingSignal = (typeof holdingSignals)[number];

/** Of the signal kinds: they are of one cell, and an alert rule gets their number by machine or line. */
export const countedSignals = ["station-nok", "unknown-verdict", "skipped", "missing", "late"] as const;
export type CountedSignal = (typeof countedSignals)[number];

/** Of the signal kinds: an alert rule gets them from the k of the plan’s k of n on. */
export const severalSignals = ["station-nok"] as const;
export type SeveralSignal = (typeof severalSignals)[number];

/** Of the signal kinds: a station's page lists them. */
export const stationSignals = ["out-of-spec", "out-of-control", "k-of-n", "no-reading", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "silent", "environment", "overdue", "verdict-differs", "clock", "hold-unanswered", "unheeded", "decisions-differ", "unanswered", "missing", "late"] as const;
export type StationSignal = (typeof stationSignals)[number];

/** as people read it. */
export const signalKindName = {
  "out-of-spec": "Out of spec",
  "out-of-control": "Out of control",
  "k-of-n": "Several out of spec",
  "no-reading": "Gauge says nothing",
  "unmeasured": "Not measured",
  "implausible": "Implausible value",
  "station-nok": "Station said not OK",
  "unknown-verdict": "Verdict not understood",
  "skipped": "Skipped",
  "conflicting": "Conflicting records",
  "silent": "Silent",
  "environment": "Environment",
  "overdue": "Check overdue",
  "verdict-differs": "Verdicts differ",
  "clock": "Clock differs",
  "unacknowledged": "Not acknowledged",
  "hold-unanswered": "Line does not acknowledge",
  "unheeded": "Decision does not count",
  "decisions-differ": "MES and Cellthread differ",
  "unanswered": "Nobody answers",
  "keeper": "Keeper not up to date",
  "ingest": "Data path in danger",
  "unread": "Not evaluated",
  "pointer": "Index misleads",
  "rejected": "Rejected input",
  "missing": "Missing",
  "late": "Late",
} as const satisfies Record<SignalKind, string | number>;

/** as people read it in German. */
export const signalKindGerman = {
  "out-of-spec": "Außerhalb der Spezifikation",
  "out-of-control": "Außerhalb der Eingriffsgrenzen",
  "k-of-n": "Mehrere außerhalb der Spezifikation",
  "no-reading": "Messmittel sagt nichts",
  "unmeasured": "Nicht gemessen",
  "implausible": "Unmöglicher Messwert",
  "station-nok": "Station meldet nicht in Ordnung",
  "unknown-verdict": "Urteil nicht verstanden",
  "skipped": "Station ausgelassen",
  "conflicting": "Widersprüchliche Meldungen",
  "silent": "Stumm",
  "environment": "Umgebung außerhalb der Grenzen",
  "overdue": "Prüfung überfällig",
  "verdict-differs": "Urteile weichen ab",
  "clock": "Uhr geht falsch",
  "unacknowledged": "Nicht quittiert",
  "hold-unanswered": "Linie bestätigt nicht",
  "unheeded": "Entscheidung zählt nicht",
  "decisions-differ": "MES und Cellthread weichen ab",
  "unanswered": "Niemand antwortet",
  "keeper": "Keeper nicht auf dem Stand",
  "ingest": "Datenweg gefährdet",
  "unread": "Nicht ausgewertet",
  "pointer": "Verzeichnis führt irre",
  "rejected": "Abgewiesene Meldung",
  "missing": "Vermisst",
  "late": "Verspätet",
} as const satisfies Record<SignalKind, string | number>;

/** how bad it is where no characteristic of the plan says so. */
export const signalKindSeverity = {
  "out-of-spec": "warning",
  "out-of-control": "warning",
  "k-of-n": "warning",
  "no-reading": "warning",
  "unmeasured": "warning",
  "implausible": "warning",
  "station-nok": "warning",
  "unknown-verdict": "warning",
  "skipped": "warning",
  "conflicting": "warning",
  "silent": "warning",
  "environment": "warning",
  "overdue": "warning",
  "verdict-differs": "warning",
  "clock": "warning",
  "unacknowledged": "warning",
  "hold-unanswered": "critical",
  "unheeded": "warning",
  "decisions-differ": "warning",
  "unanswered": "warning",
  "keeper": "critical",
  "ingest": "critical",
  "unread": "critical",
  "pointer": "warning",
  "rejected": "warning",
  "missing": "warning",
  "late": "warning",
} as const satisfies Record<SignalKind, string | number>;

/** who is told where no characteristic of the plan says so. */
export const signalKindRoute = {
  "out-of-spec": "quality",
  "out-of-control": "maintenance",
  "k-of-n": "maintenance",
  "no-reading": "maintenance",
  "unmeasured": "quality",
  "implausible": "quality",
  "station-nok": "quality",
  "unknown-verdict": "quality",
  "skipped": "quality",
  "conflicting": "quality",
  "silent": "maintenance",
  "environment": "maintenance",
  "overdue": "maintenance",
  "verdict-differs": "engineering",
  "clock": "engineering",
  "unacknowledged": "engineering",
  "hold-unanswered": "maintenance",
  "unheeded": "quality",
  "decisions-differ": "quality",
  "unanswered": "quality",
  "keeper": "maintenance",
  "ingest": "maintenance",
  "unread": "engineering",
  "pointer": "engineering",
  "rejected": "engineering",
  "missing": "quality",
  "late": "quality",
} as const satisfies Record<SignalKind, string | number>;

/** What each means. */
export const signalKindMeans = {
  "out-of-spec": "a value outside its spec limits",
  "out-of-control": "a process outside its control limits",
  "k-of-n": "several of the last items of a machine are out of spec",
  "no-reading": "the last items of a machine brought no value that can be true",
  "unmeasured": "a special characteristic is missing",
  "implausible": "a value no gauge can give",
  "station-nok": "not OK without a value",
  "unknown-verdict": "a verdict in other words",
  "skipped": "an item passed a station by",
  "conflicting": "one visit was told twice",
  "silent": "nothing comes from a station",
  "environment": "a zone is outside its spec limits",
  "overdue": "a gauge was not checked in its interval",
  "verdict-differs": "a station and the plan judge differently",
  "clock": "times of a machine are not the server's",
  "unacknowledged": "nobody acknowledged a signal in the time that the plan gives, and the next route is told",
  "hold-unanswered": "a line did not acknowledge what is held or decided",
  "unheeded": "somebody decided by a message who may not",
  "decisions-differ": "the MES decided otherwise than is held here, or was proposed",
  "unanswered": "nobody answered what was proposed or asked for, in the time that the plan gives",
  "keeper": "no keeper looks, or none has seen all",
  "ingest": "inputs may be lost",
  "unread": "signals could not be looked for",
  "pointer": "a pointer names another row",
  "rejected": "an input could not be stored",
  "missing": "an item did not arrive in time",
  "late": "an item did not arrive in its time",
} as const satisfies Record<SignalKind, string | number>;

/** Which signals are asked for. */
export const signalStates = ["fresh", "open", "unanswered"] as const;
export type SignalState = (typeof signalStates)[number];

/** as people read it. */
export const signalStateName = {
  "fresh": "new",
  "open": "open",
  "unanswered": "unanswered",
} as const satisfies Record<SignalState, string | number>;

/** as people read it in German. */
export const signalStateGerman = {
  "fresh": "neu",
  "open": "offen",
  "unanswered": "unbeantwortet",
} as const satisfies Record<SignalState, string | number>;

/** What each means. */
export const signalStateMeans = {
  "fresh": "stored in the range",
  "open": "no event has answered",
  "unanswered": "nobody has answered but Cellthread's own hold",
} as const satisfies Record<SignalState, string | number>;

/** What people did about a signal of a process, and what became of it. */
export const signalStandings = ["open", "acknowledged", "acted", "not-effective", "cannot-be-told", "verified"] as const;
export type SignalStanding = (typeof signalStandings)[number];

/** Of the signal standings: somebody has to acknowledge it. */
export const openStandings = ["open", "not-effective"] as const;
export type OpenStanding = (typeof openStandings)[number];

/** as people read it. */
export const signalStandingName = {
  "open": "open",
  "acknowledged": "acknowledged",
  "acted": "being proved",
  "not-effective": "not effective",
  "cannot-be-told": "cannot be told",
  "verified": "verified",
} as const satisfies Record<SignalStanding, string | number>;

/** as people read it in German. */
export const signalStandingGerman = {
  "open": "offen",
  "acknowledged": "quittiert",
  "acted": "wird geprüft",
  "not-effective": "ohne Wirkung",
  "cannot-be-told": "nicht zu beurteilen",
  "verified": "bestätigt",
} as const satisfies Record<SignalStanding, string | number>;

/** What each means. */
export const signalStandingMeans = {
  "open": "nobody acknowledged it",
  "acknowledged": "somebody saw it",
  "acted": "something was done and it is being watched whether it worked",
  "not-effective": "what was done did not help",
  "cannot-be-told": "nobody can tell whether what was done helped",
  "verified": "what was done worked",
} as const satisfies Record<SignalStanding, string | number>;

/** What a signal hit; out of control also bears the id of a chart's rule, a rejected input its reason. */
export const signalRules = ["above-usl", "below-lsl", "above-ucl", "below-lcl", "implausible", "censored-low", "censored-high", "above-plausible", "below-plausible", "k-of-n", "no-value", "verdict", "not-understood", "no-arrival", "too-late", "too-early", "no-visit", "differing-resend", "another-pass", "no-rows", "sensor", "zone", "master-check", "calibration", "passed", "failed", "never", "behind", "ahead", "another-item", "no-record", "free-space", "broker-save", "queue", "lag", "dropped", "unplanned-names", "rejected-flood", "no-look", "unseen", "by-machine", "by-mes", "still-held", "proposed-otherwise", "passed-rework", "proposed-decision", "proposed-change", "request", "hold", "decision", "overflow", "level", "spread", "share", "gauge", "apart"] as const;
export type SignalRule = (typeof signalRules)[number];

/** Of the signal rules: of one value against its limits. */
export const limitRules = ["above-usl", "below-lsl", "above-ucl", "below-lcl"] as const;
export type LimitRule = (typeof limitRules)[number];

/** Of the signal rules: a reading that is no measurement. */
export const readingRules = ["implausible", "censored-low", "censored-high"] as const;
export type ReadingRule = (typeof readingRules)[number];

/** Of the signal rules: where the path from station to database is in danger. */
export const ingestRules = ["free-space", "broker-save", "queue", "lag", "dropped", "unplanned-names", "rejected-flood"] as const;
export type IngestRule = (typeof ingestRules)[number];

/** as people read it. */
export const signalRuleName = {
  "above-usl": "above the upper spec limit",
  "below-lsl": "below the lower spec limit",
  "above-ucl": "above the upper control limit",
  "below-lcl": "below the lower control limit",
  "implausible": "no gauge can give it",
  "censored-low": "below what the gauge can tell",
  "censored-high": "above what the gauge can tell",
  "above-plausible": "above what is plausible",
  "below-plausible": "below what is plausible",
  "k-of-n": "several of the last out of spec",
  "no-value": "no value",
  "verdict": "the verdict of the station",
  "not-understood": "a verdict in other words",
  "no-arrival": "did not come in time",
  "too-late": "came too late",
  "too-early": "came too early",
  "no-visit": "no visit",
  "differing-resend": "one record told differently",
  "another-pass": "two passes of one number",
  "no-rows": "no rows",
  "sensor": "no reading of the zone",
  "zone": "a zone beyond its spec limits",
  "master-check": "no master part was measured in time",
  "calibration": "the gauge was not calibrated in time",
  "passed": "passed though out of spec",
  "failed": "failed though in spec",
  "never": "no rows for 90 days or ever",
  "behind": "behind the server's clock",
  "ahead": "ahead of the server's clock",
  "another-item": "the row of another item",
  "no-record": "no row",
  "free-space": "little space on a disk",
  "broker-save": "the broker does not save",
  "queue": "messages wait in the broker",
  "lag": "records are stored late",
  "dropped": "rows were dropped",
  "unplanned-names": "too many names outside the plan",
  "rejected-flood": "too many rejected inputs",
  "no-look": "it does not look",
  "unseen": "it has not seen all that was stored",
  "by-machine": "a machine may not decide",
  "by-mes": "people decide here, not the MES",
  "still-held": "the MES lets go on what is held here",
  "proposed-otherwise": "the MES decided otherwise than was proposed",
  "passed-rework": "it passed its rework and waits to be decided",
  "proposed-decision": "what was proposed waits for the MES",
  "proposed-change": "a proposed change waits for approval",
  "request": "the machine does not answer what it was asked for",
  "hold": "that items are held",
  "decision": "what is decided about items",
  "overflow": "more than fit, counted",
  "level": "its level departs",
  "spread": "its spread departs",
  "share": "its share departs",
  "gauge": "the gauge is off its master part",
  "apart": "parallel machines differ",
} as const satisfies Record<SignalRule, string | number>;

/** as people read it in German. */
export const signalRuleGerman = {
  "above-usl": "über der oberen Spezifikationsgrenze",
  "below-lsl": "unter der unteren Spezifikationsgrenze",
  "above-ucl": "über der oberen Eingriffsgrenze",
  "below-lcl": "unter der unteren Eingriffsgrenze",
  "implausible": "kein Messmittel kann es anzeigen",
  "censored-low": "unter dem, was das Messmittel erkennt",
  "censored-high": "über dem, was das Messmittel erkennt",
  "above-plausible": "über dem, was möglich ist",
  "below-plausible": "unter dem, was möglich ist",
  "k-of-n": "mehrere der letzten außerhalb der Spezifikation",
  "no-value": "kein Wert",
  "verdict": "das Urteil der Station",
  "not-understood": "ein Urteil in anderen Worten",
  "no-arrival": "nicht rechtzeitig gekommen",
  "too-late": "zu spät gekommen",
  "too-early": "zu früh gekommen",
  "no-visit": "kein Besuch",
  "differing-resend": "ein Datensatz verschieden gemeldet",
  "another-pass": "zwei Durchläufe einer Nummer",
  "no-rows": "keine Datensätze",
  "sensor": "kein Messwert der Zone",
  "zone": "eine Zone jenseits ihrer Spezifikation",
  "master-check": "kein Meisterteil rechtzeitig gemessen",
  "calibration": "das Messmittel nicht rechtzeitig kalibriert",
  "passed": "gut gemeldet trotz Abweichung",
  "failed": "schlecht gemeldet trotz Einhaltung",
  "never": "seit 90 Tagen oder nie ein Datensatz",
  "behind": "hinter der Uhr des Servers",
  "ahead": "vor der Uhr des Servers",
  "another-item": "der Datensatz eines anderen Teils",
  "no-record": "kein Datensatz",
  "free-space": "wenig Platz auf einer Platte",
  "broker-save": "der Broker sichert nicht",
  "queue": "Nachrichten warten im Broker",
  "lag": "Datensätze werden spät gespeichert",
  "dropped": "Datensätze gingen verloren",
  "unplanned-names": "zu viele Namen außerhalb des Plans",
  "rejected-flood": "zu viele abgewiesene Meldungen",
  "no-look": "er sieht nicht nach",
  "unseen": "er hat nicht alles Gespeicherte gesehen",
  "by-machine": "eine Maschine darf nicht entscheiden",
  "by-mes": "hier entscheiden Menschen, nicht das MES",
  "still-held": "das MES gibt frei, was hier gesperrt ist",
  "proposed-otherwise": "das MES hat anders entschieden als vorgeschlagen",
  "passed-rework": "es hat die Nacharbeit bestanden und wartet auf Entscheidung",
  "proposed-decision": "ein Vorschlag wartet auf das MES",
  "proposed-change": "eine vorgeschlagene Änderung wartet auf Freigabe",
  "request": "die Maschine antwortet auf eine Anforderung nicht",
  "hold": "die Sperre von Teilen",
  "decision": "die Entscheidung über Teile",
  "overflow": "mehr als Platz haben, gezählt",
  "level": "seine Lage weicht ab",
  "spread": "seine Streuung weicht ab",
  "share": "sein Anteil weicht ab",
  "gauge": "das Messmittel weicht vom Meisterteil ab",
  "apart": "parallele Maschinen unterscheiden sich",
} as const satisfies Record<SignalRule, string | number>;

/** What a rule for people asks of a signal in place of how far beyond it is. */
export const signalValues = ["since", "cells", "out_of_spec", "not_ok", "held", "shift", "sisters", "parts", "ratio", "gauge", "departs"] as const;
export type SignalValue = (typeof signalValues)[number];

/** What each means. */
export const signalValueMeans = {
  "since": "seconds that it has lasted",
  "cells": "cells concerned",
  "out_of_spec": "cells out of spec among them, where values are judged",
  "not_ok": "cells not OK among them, where verdicts are judged",
  "held": "cells put on hold since",
  "shift": "level now less what is usual, in units of the characteristic",
  "sisters": "streams that it is held against",
  "parts": "positions of a machine, or machines of a line, of which most depart, below zero where no more than half are left that do; none where it is told for itself",
  "ratio": "spread or share over what is usual, or how many standard deviations of cells a level is off",
  "gauge": "1 where the gauge is to be checked first, else 0",
  "departs": "what departs: 1 its level, 2 its spread, 3 its share, 4 its gauge, 5 which of two or three is not known",
} as const satisfies Record<SignalValue, string | number>;

/** Labels that every signal has. */
export const signalLabels = ["site", "line", "station", "equipment", "position", "lot", "product", "characteristic", "kind", "rule", "route", "disposition", "severity"] as const;
export type SignalLabel = (typeof signalLabels)[number];

/** Labels of the signals of a cell besides. */
export const cellLabels = ["cell_id", "visit", "pass"] as const;
export type CellLabel = (typeof cellLabels)[number];

/** Why an alert rule did not see what it looks at; the rule of an unread signal is the kind and this, as out-of-spec/failed. */
export const unreadReasons = ["failed", "cut", "timed-out", "overdue", "never", "model", "field-type", "unread", "streams", "waiting", "unasked"] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** as people read it. */
export const unreadReasonName = {
  "failed": "the query fails",
  "cut": "there are more rows than may be read",
  "timed-out": "the query takes too long",
  "overdue": "the evaluation is overdue",
  "never": "not evaluated since the data source started",
  "model": "approved control limits are of a model without lines",
  "field-type": "values are stored as text or boolean",
  "unread": "what is usual is still being read",
  "streams": "there are too many positions or lots",
  "waiting": "more come than can be looked up",
  "unasked": "the plan has it, and no rule asks for it",
} as const satisfies Record<UnreadReason, string | number>;

/** as people read it in German. */
export const unreadReasonGerman = {
  "failed": "die Abfrage schlägt fehl",
  "cut": "es sind mehr Datensätze als gelesen werden dürfen",
  "timed-out": "die Abfrage dauert zu lange",
  "overdue": "die Auswertung ist überfällig",
  "never": "seit dem Start der Datenquelle nicht ausgewertet",
  "model": "freigegebene Eingriffsgrenzen gehören zu einem Modell ohne Linien",
  "field-type": "Werte sind als Text oder Wahrheitswert gespeichert",
  "unread": "was üblich ist, wird noch gelesen",
  "streams": "es sind zu viele Positionen oder Lose",
  "waiting": "es kommen mehr als nachgeschlagen werden können",
  "unasked": "der Plan hat es, und keine Regel fragt danach",
} as const satisfies Record<UnreadReason, string | number>;

/** What each means. */
export const unreadReasonMeans = {
  "failed": "the last evaluation ended in an error (the notice says which)",
  "cut": "more rows would have had to be read than the data source allows",
  "timed-out": "it took longer than the data source allows",
  "overdue": "it was not made for three of its intervals, and at least a minute",
  "never": "so long it was not made since the data source started; before that it is unknown, which a warning says",
  "model": "approved control limits are of a model (lognormal, p …) for which no lines are known yet, or their numbers cannot be: they alert nobody",
  "field-type": "one characteristic was stored as text or boolean and is not judged; the others are",
  "unread": "what is judged and learned from is still being read, newest first: rules judge when all of it was",
  "streams": "a machine or line sent more than 10 000 positions or lots (a serial number, likely): those with the shortest names are told apart, of these the first by their letters, all others are watched only together",
  "waiting": "more new visits of a station wait to be looked up in the index than its rule comes to before they leave its range: it does not see those",
  "unasked": "rules are made of a plan, and the one that is in force has a station, route or characteristic for which none of them asks: make them anew and give them to Grafana",
} as const satisfies Record<UnreadReason, string | number>;
