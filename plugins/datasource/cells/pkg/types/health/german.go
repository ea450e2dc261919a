package health

var german = wording{
	decimal:      ",",
	nothingTells: "Nichts sagt, wie es darum steht.",
	notAllSeen:   "Von %d Teilen sagt nichts, wie es um sie steht: Sie können gestört sein.",

	noRecord:    "Keine Meldung in diesem Zeitraum: Sie ruht, oder ist abgeschnitten.",
	lagOfOne:    "Die neueste Meldung war nach %s gespeichert.",
	lag:         "Die Hälfte ist nach %s gespeichert, 95 %% nach %s, von den neuesten %d Meldungen.",
	nothingLate: "Nichts, was vor diesem Zeitraum gemessen war, wurde in ihm gespeichert.",
	cameLate:    "%d-mal wurde etwas gespeichert, das vor diesem Zeitraum gemessen war, das älteste um %s UTC; es wurde trotzdem beurteilt.",

	refused:        "%d Meldungen ließen sich nicht speichern; sie sind mit ihrem Grund aufgehoben.",
	nothingRefused: "Keine Meldung wurde abgewiesen.",

	filesFailed: "%d Dateien ließen sich nicht lesen; sie liegen in failed/.",
	noFile:      "In diesem Zeitraum wurde keine Datei gelesen.",
	filesRead:   "Dateien wurden gelesen, keine abgewiesen.",

	gathered: "%d Zeilen angenommen, %d Fehler.",
	wrote:    "%d Zeilen gespeichert, %d verloren, %d warten, %d Fehler.",
	queued:   "%d Nachrichten warten.",
	noSave:   "Er sichert nichts: Was wartet, ist verloren, wenn er endet.",
	savedAgo: "Vor %s gesichert.",
	free:     "%d %% frei, %d GiB.",

	noKeeper:    "Kein Keeper sagte je, wie es um ihn steht: Gesperrt wird von Grafanas Regeln oder dem MES, oder gar nicht.",
	looked:      "Sah vor %s nach; das Älteste, das er noch nicht sah, wurde vor %s gespeichert.",
	neverLooked: "Er hat seine Aufgabe nicht erfüllt, seit er gestartet wurde.",

	catchingUp: "Er wurde eben gestartet und hat noch nicht gesehen, was vor %s und seitdem gespeichert wurde.",

	noSeal:     "In den letzten 90 Tagen wurde kein Tag versiegelt.",
	sealedUpTo: "Versiegelt bis %s.",
}
