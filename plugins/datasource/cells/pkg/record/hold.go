package record

import (
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// heldFor are the containments that a hold bears as its disposition; any other is a plain hold.
var heldFor = []string{vocabulary.EventInspect, vocabulary.EventRework}

const (
	leftAlone = "none"     // the containment of a characteristic that holds nothing
	overflow  = "overflow" // the rule of a row that counts what one answer could not hold: it names no cell
)

// HoldOf is the hold that the row of a signal places, by its labels, and whether it places one. The alert of the same signal
// becomes a hold of the same event_id, so that both hold once: it names cell, station, visit, characteristic, rule and pass.
// A label out of its pattern is left out; the cell is held all the same.
func HoldOf(labels map[string]string, text string, atMs int64) (Event, bool) {
	cell := labels["cell_id"]
	if !slices.Contains(vocabulary.HoldingSignals, labels["kind"]) || labels["rule"] == overflow || labels["disposition"] == leftAlone || !IsIdentifier(cell) {
		return Event{}, false
	}
	names := cell
	for _, key := range []string{"station", "visit", "characteristic", "rule"} {
		names += "/" + labels[key]
	}
	former := "hold-" + Digest(names)
	id := former
	if labels["pass"] != "" {
		id = "hold-" + Digest(names+"/"+labels["pass"]) // another pass of the same visit is another hold
	}
	e := Event{
		ID: id, HoldID: id, Kind: vocabulary.EventHold, Site: labels["site"], AtMs: atMs, FromMs: atMs,
		ItemID: cell, TargetType: "cell", TargetID: cell, Disposition: vocabulary.EventHold,
		Source: vocabulary.SourceCellthread, Author: vocabulary.SourceCellthread, Reference: labels["kind"], Text: text,
		Station: segment(labels["station"]), Equipment: segment(labels["equipment"]), Position: segment(labels["position"]),
		Characteristic: segment(labels["characteristic"]), Rule: segment(labels["rule"]), Severity: segment(labels["severity"]),
	}
	if slices.Contains(heldFor, labels["disposition"]) {
		e.Disposition = labels["disposition"]
	}
	if pass, ok := passMs(labels["pass"]); ok && id != former {
		// A hold placed under the former ID after this pass is the same hold: readers count it once.
		e.FormerID, e.PassMs = former, pass
	}
	return e, true
}

// passMs reads the source time of a pass, which labels carry as digits.
func passMs(digits string) (int64, bool) {
	const longest = 15
	if digits == "" || len(digits) > longest || digits[0] == '+' || digits[0] == '-' {
		return 0, false
	}
	ms, err := strconv.ParseInt(digits, 10, 64)
	return ms, err == nil
}

func segment(text string) string {
	if IsSegment(text) {
		return text
	}
	return ""
}
