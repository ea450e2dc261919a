package health

var english = wording{
	decimal:      ".",
	nothingTells: "Nothing tells how it fares.",
	notAllSeen:   "Of %d parts nothing tells how they fare: they may not be well.",

	noRecord:    "No record in this time range: it rests, or is cut off.",
	lagOfOne:    "The newest record was stored within %s.",
	lag:         "Half is stored within %s, 95 %% within %s, of the newest %d records.",
	nothingLate: "Nothing that was measured before this time range was stored in it.",
	cameLate:    "%d times something was stored that was measured before this time range, the oldest at %s UTC; it was judged all the same.",

	refused:        "%d inputs could not be stored; they are kept with their reason.",
	nothingRefused: "No input was rejected.",

	filesFailed: "%d files could not be read; they lie in failed/.",
	noFile:      "No file was read in this time range.",
	filesRead:   "Files were read, none was refused.",

	gathered: "%d rows gathered, %d errors.",
	wrote:    "%d rows stored, %d lost, %d wait, %d errors.",
	queued:   "%d messages wait.",
	noSave:   "It saves nothing: what waits is lost when it ends.",
	savedAgo: "Saved %s ago.",
	free:     "%d %% free, %d GiB.",

	noKeeper:    "No keeper ever said how it fares: items are held by Grafana's rules or the MES, or not at all.",
	looked:      "Looked %s ago; the oldest that it has not seen was stored %s ago.",
	neverLooked: "It has not done its task since it was started.",

	catchingUp: "It was started a moment ago, and has not seen what was stored %s ago and since.",

	noSeal:     "No day was sealed in the last 90 days.",
	sealedUpTo: "Sealed up to %s.",
}
