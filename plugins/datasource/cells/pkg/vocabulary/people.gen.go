// Code generated from packages/vocabulary/words/people.yaml by npm run gen. DO NOT EDIT.

package vocabulary

// Languages: Languages in which people are told what is wrong.
var Languages = []string{"en", "de"}

// WorkItems: What a station works on. A tray holds cells, and each of them has a record of its own.
var WorkItems = []string{"batch", "roll", "cell", "tray", "module", "pack"}

// WorkItemOne: as people read of one.
var WorkItemOne = map[string]string{
	"batch":  "batch",
	"roll":   "roll",
	"cell":   "cell",
	"tray":   "cell",
	"module": "module",
	"pack":   "pack",
}

// WorkItemSeveral: as people read of several.
var WorkItemSeveral = map[string]string{
	"batch":  "batches",
	"roll":   "rolls",
	"cell":   "cells",
	"tray":   "cells",
	"module": "modules",
	"pack":   "packs",
}

// WorkItemGermanOne: as people read of one in German.
var WorkItemGermanOne = map[string]string{
	"batch":  "Charge",
	"roll":   "Rolle",
	"cell":   "Zelle",
	"tray":   "Zelle",
	"module": "Modul",
	"pack":   "Pack",
}

// WorkItemGermanSeveral: as people read of several in German.
var WorkItemGermanSeveral = map[string]string{
	"batch":  "Chargen",
	"roll":   "Rollen",
	"cell":   "Zellen",
	"tray":   "Zellen",
	"module": "Module",
	"pack":   "Packs",
}

const (
	RouteQuality     = "quality"
	RouteMaintenance = "maintenance"
	RouteEngineering = "engineering"
)

// Routes: Who is told of what is wrong.
var Routes = []string{"quality", "maintenance", "engineering"}

// RouteName: as people read it.
var RouteName = map[string]string{
	"quality":     "quality",
	"maintenance": "maintenance",
	"engineering": "engineering",
}

// RouteGerman: as people read it in German.
var RouteGerman = map[string]string{
	"quality":     "Qualität",
	"maintenance": "Instandhaltung",
	"engineering": "Technik",
}

// RouteNext: who is told of what these do not acknowledge.
var RouteNext = map[string]string{
	"quality":     "engineering",
	"maintenance": "engineering",
	"engineering": "quality",
}

const (
	SentenceNoReaction       = "no-reaction"
	SentenceGaugeAction      = "gauge-action"
	SentenceUnheardAction    = "unheard-action"
	SentenceUnheededAction   = "unheeded-action"
	SentenceDifferAction     = "differ-action"
	SentenceUnansweredAction = "unanswered-action"
	SentenceKeeperAction     = "keeper-action"
	SentenceReadingAction    = "reading-action"
)

// Sentences: Sentences that the data source says and alerts as well.
var Sentences = []string{
	"no-reaction",
	"gauge-action",
	"unheard-action",
	"unheeded-action",
	"differ-action",
	"unanswered-action",
	"keeper-action",
	"reading-action",
}

// SentenceEnglish: in English.
var SentenceEnglish = map[string]string{
	"no-reaction":       "The control plan states no reaction.",
	"gauge-action":      "Measure the master part again. If it is still off, lock the gauge, and have what it measured since measured again.",
	"unheard-action":    "Look whether the machine and its gateway hear the broker. Until they do, nothing is diverted and nothing goes on: take what is held out by hand, before its next station.",
	"unheeded-action":   "It is kept as a note, and what is held stays held. Let whoever may decide it, on Holds and rework; where the MES is to decide, let it send decisions at its own topic and state disposition_master in the plan (docs/security.md).",
	"differ-action":     "Clear up with whoever runs the MES which is right. A decision of the MES closes the holds that it names (answers); what it does not name stays held here.",
	"unanswered-action": "Decide it: items on Holds and rework or in the MES, changes on Changes; look at a machine that does not answer. Shift lists under Due all that waits.",
	"keeper-action":     "Start the keeper, or read in its log what keeps it (docs/keeper.md). Until it is up to date, only Grafana's rules hold, or the line is not told.",
	"reading-action":    "Look at the gauge, its cable and the program of the station. Nobody sees meanwhile whether the process departs.",
}

// SentenceGerman: in German.
var SentenceGerman = map[string]string{
	"no-reaction":       "Der Control Plan nennt keine Reaktion.",
	"gauge-action":      "Meisterteil noch einmal messen. Liegt es wieder daneben: Messmittel sperren, und was es seither gemessen hat, noch einmal messen.",
	"unheard-action":    "Nachsehen, ob Maschine und Gateway den Broker hören. Bis dahin wird nichts ausgeschleust und nichts geht weiter: was gesperrt ist, vor der nächsten Station von Hand herausnehmen.",
	"unheeded-action":   "Sie ist als Notiz aufbewahrt, und was gesperrt ist, bleibt gesperrt. Entscheiden lassen, wer es darf, auf Sperren und Nacharbeit; soll das MES entscheiden, muss es unter seinem eigenen Topic senden und der Plan disposition_master nennen (docs/security.md).",
	"differ-action":     "Mit den Betreuern des MES klären, was richtig ist. Eine Entscheidung des MES hebt die Sperren auf, die sie nennt (answers); was sie nicht nennt, bleibt hier gesperrt.",
	"unanswered-action": "Entscheiden: über Teile auf Sperren und Nacharbeit oder im MES, über Änderungen auf Änderungen; nach einer Maschine sehen, die nicht antwortet. Schicht nennt unter Fällig alles, was wartet.",
	"keeper-action":     "Den Keeper starten oder in seinem Protokoll lesen, was ihn hindert (docs/keeper.md). Bis er auf dem Stand ist, sperren nur die Regeln von Grafana, oder die Linie erfährt nichts.",
	"reading-action":    "Messmittel, Kabel und Programm der Station ansehen. So lange sieht niemand, ob der Prozess abweicht.",
}

// RejectedReasons: Why an input could not be stored.
var RejectedReasons = []string{
	"alert",
	"cell-id",
	"cycler",
	"event-kind",
	"nested",
	"not-json",
	"place",
	"relation",
	"script",
	"station",
	"timestamp",
	"too-large",
	"topic",
	"unplanned",
	"value",
	"visit",
}

// RejectedReasonName: as people read it.
var RejectedReasonName = map[string]string{
	"alert":      "a hold cannot be read",
	"cell-id":    "no valid item ID",
	"cycler":     "the file of a cycler cannot be read",
	"event-kind": "an event of an unknown kind",
	"nested":     "nested too deep",
	"not-json":   "not JSON",
	"place":      "an event of another machine than that of its topic",
	"relation":   "an unknown relation of two items",
	"script":     "a fault of the ingest script",
	"station":    "a station outside the plan",
	"timestamp":  "no valid time",
	"too-large":  "too large",
	"topic":      "a topic that cannot be read",
	"unplanned":  "names outside the plan",
	"value":      "a value that cannot be stored",
	"visit":      "no valid number of the visit",
}

// RejectedReasonGerman: as people read it in German.
var RejectedReasonGerman = map[string]string{
	"alert":      "eine Sperre ist nicht lesbar",
	"cell-id":    "keine gültige Teilekennung",
	"cycler":     "die Datei eines Zyklierers ist nicht lesbar",
	"event-kind": "ein Ereignis unbekannter Art",
	"nested":     "zu tief verschachtelt",
	"not-json":   "kein JSON",
	"place":      "ein Ereignis einer anderen Maschine als der seines Topics",
	"relation":   "eine unbekannte Beziehung zweier Teile",
	"script":     "ein Fehler des Eingangsskripts",
	"station":    "eine Station außerhalb des Plans",
	"timestamp":  "keine gültige Zeit",
	"too-large":  "zu groß",
	"topic":      "ein unlesbares Topic",
	"unplanned":  "Namen außerhalb des Plans",
	"value":      "ein Wert, der nicht zu speichern ist",
	"visit":      "keine gültige Nummer des Besuchs",
}
