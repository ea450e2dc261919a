// Package gate says whether an item may pass: what a station asks before it lets an item in. Whatever cannot be seen is no yes.
package gate

// Answer is what a gate is told.
type Answer string

// The answers. What unknown means is said by the plan of each gate.
const (
	Allow   Answer = "allow"
	Deny    Answer = "deny"
	Unknown Answer = "unknown"
)

// Status is the answer to a gate.
type Status struct {
	Status Answer `json:"status"`
	// Reasons are sentences; none where the item may pass.
	Reasons []string `json:"reasons"`
	// Holds are the IDs of the open holds that concern the item, the oldest first.
	Holds []string `json:"holds"`
	// Disposition is hold while any of these is open, else the newest decision, "" when nothing was decided.
	Disposition string `json:"disposition"`
	// AsOf is the moment of the question in Unix ms: what was stored later is not in the answer.
	AsOf int64 `json:"asOf"`
}

// NotKnown is the answer where a sentence says what kept it from being known.
func NotKnown(asOfMs int64, why string) Status {
	return Status{Status: Unknown, Reasons: []string{why}, Holds: []string{}, AsOf: asOfMs}
}
