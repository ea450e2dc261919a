// Code generated from packages/vocabulary/words/health.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// HealthPartStored: how late records of a station were stored.
	HealthPartStored = "stored"
	// HealthPartMended: what was measured before the time range and stored in it.
	HealthPartMended = "mended"
	// HealthPartRejected: inputs that could not be stored.
	HealthPartRejected = "rejected"
	// HealthPartFiles: files that were read and those that could not be.
	HealthPartFiles = "files"
	// HealthPartTelegrafIn: what its inputs gathered.
	HealthPartTelegrafIn = "telegraf-in"
	// HealthPartTelegrafOut: what its outputs stored, gave up, and have waiting.
	HealthPartTelegrafOut = "telegraf-out"
	// HealthPartBrokerQueue: messages that wait for Telegraf.
	HealthPartBrokerQueue = "broker-queue"
	// HealthPartBrokerSave: how old the file is in which the broker keeps what waits.
	HealthPartBrokerSave = "broker-save"
	// HealthPartDisk: free space of broker and database.
	HealthPartDisk = "disk"
	// HealthPartKeeper: when each of its tasks last did all that it should, and what it has not seen.
	HealthPartKeeper = "keeper"
	// HealthPartSealed: the newest day that was sealed.
	HealthPartSealed = "sealed"
)

// HealthParts: What of the path from station to decision is looked at, as `health` tells it.
var HealthParts = []string{
	"stored",
	"mended",
	"rejected",
	"files",
	"telegraf-in",
	"telegraf-out",
	"broker-queue",
	"broker-save",
	"disk",
	"keeper",
	"sealed",
}

// HealthPartName: as people read it.
var HealthPartName = map[string]string{
	"stored":       "From record to stored",
	"mended":       "Stored late",
	"rejected":     "Rejected inputs",
	"files":        "Files of cyclers",
	"telegraf-in":  "Telegraf takes",
	"telegraf-out": "Telegraf stores",
	"broker-queue": "Broker’s queue",
	"broker-save":  "Broker saves",
	"disk":         "Disk",
	"keeper":       "Keeper",
	"sealed":       "Seals",
}

// HealthPartGerman: as people read it in German.
var HealthPartGerman = map[string]string{
	"stored":       "Von der Meldung bis gespeichert",
	"mended":       "Spät gespeichert",
	"rejected":     "Abgewiesene Meldungen",
	"files":        "Dateien der Zykler",
	"telegraf-in":  "Telegraf nimmt an",
	"telegraf-out": "Telegraf speichert",
	"broker-queue": "Warteschlange des Brokers",
	"broker-save":  "Broker sichert",
	"disk":         "Datenträger",
	"keeper":       "Keeper",
	"sealed":       "Siegel",
}

const (
	// HealthWrong: something was lost or is late.
	HealthWrong = "wrong"
	// HealthNotSeen: nothing tells how it fares, which is not well.
	HealthNotSeen = "not-seen"
	// HealthWell: it was seen to be as it should.
	HealthWell = "well"
)

// HealthStates: How a part of the path fares.
var HealthStates = []string{"wrong", "not-seen", "well"}

// HealthStateName: as people read it.
var HealthStateName = map[string]string{
	"wrong":    "Wrong",
	"not-seen": "Not seen",
	"well":     "Well",
}

// HealthStateGerman: as people read it in German.
var HealthStateGerman = map[string]string{
	"wrong":    "Gestört",
	"not-seen": "Nicht zu sehen",
	"well":     "Gut",
}
