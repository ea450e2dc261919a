// Code generated from packages/vocabulary/words/audit.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// AuditPartDays: each day of the range, with what shows that it was changed.
	AuditPartDays = "days"
	// AuditPartFindings: only what was changed, or is sealed no more.
	AuditPartFindings = "findings"
	// AuditPartEvents: what was decided and changed, each with the hash of its row.
	AuditPartEvents = "events"
)

// AuditParts: What a query of the audit answers.
var AuditParts = []string{"days", "findings", "events"}

const (
	// AuditChanged: the event is not as it was sealed.
	AuditChanged = "changed"
	// AuditMissing: the event was sealed and is gone.
	AuditMissing = "missing"
	// AuditAdded: the event came after its day was sealed.
	AuditAdded = "added"
	// AuditSeal: the seal of the day is not the one that was there, or the one before it is gone.
	AuditSeal = "seal"
	// AuditList: which events of the day were changed cannot be relied on.
	AuditList = "list"
	// AuditUnsealed: the day has no seal: it was deleted, or the keeper does not run.
	AuditUnsealed = "unsealed"
	// AuditAsSealed: nothing was changed.
	AuditAsSealed = "as-sealed"
	// AuditNotYet: the day is not over, or its seal is not due.
	AuditNotYet = "not-yet"
	// AuditNotSealed: it was stored before the first seal.
	AuditNotSealed = "not-sealed"
	// AuditNotVerified: it was not looked at.
	AuditNotVerified = "not-verified"
)

// AuditStates: What seals say of a day, or of an event.
var AuditStates = []string{
	"changed",
	"missing",
	"added",
	"seal",
	"list",
	"unsealed",
	"as-sealed",
	"not-yet",
	"not-sealed",
	"not-verified",
}

// AuditFindings: something is not as it was sealed.
var AuditFindings = []string{"changed", "missing", "added", "seal", "list", "unsealed"}

// AuditStateName: as people read it.
var AuditStateName = map[string]string{
	"changed":      "Changed",
	"missing":      "Taken away",
	"added":        "Added",
	"seal":         "Seal changed",
	"list":         "List of hashes changed",
	"unsealed":     "Without a seal",
	"as-sealed":    "As sealed",
	"not-yet":      "Not sealed yet",
	"not-sealed":   "Nothing proves it",
	"not-verified": "Not verified",
}

// AuditStateGerman: as people read it in German.
var AuditStateGerman = map[string]string{
	"changed":      "Verändert",
	"missing":      "Entfernt",
	"added":        "Hinzugefügt",
	"seal":         "Siegel verändert",
	"list":         "Liste der Hashes verändert",
	"unsealed":     "Ohne Siegel",
	"as-sealed":    "Wie versiegelt",
	"not-yet":      "Noch nicht versiegelt",
	"not-sealed":   "Durch nichts belegt",
	"not-verified": "Nicht geprüft",
}
