package holds

// SeenEvents tells rows that say again what an earlier one of an event has said.
type SeenEvents map[string]int64 // time in ms by event_id

// Repeats tells whether an event was seen: under its event_id (delivery is at least once), or, of a hold, under the ID that
// holds had before they named the pass. A hold of that ID placed before the pass was of another one.
func (s SeenEvents) Repeats(id, formerID string, ms, passMs int64) bool {
	if id == "" {
		return false
	}
	if _, seen := s[id]; seen {
		return true
	}
	s[id] = ms
	former, seen := s[formerID]
	return formerID != "" && seen && former+lastOfSecond >= passMs
}
