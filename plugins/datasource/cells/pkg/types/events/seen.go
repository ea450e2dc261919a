package events

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// whereabouts are the columns that say where held items were seen, while they are filled.
type whereabouts struct{ *table.Table }

func newWhereabouts() whereabouts {
	t := table.New("whereabouts", table.Spec{Name: "last_seen", Kind: table.Time})
	for _, name := range vocabulary.WhereaboutsColumns {
		if t.Column(name) == nil && !slices.Contains(told, name) {
			t.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Text}))
		}
	}
	return whereabouts{t}
}

// told are the columns among them that the hold itself tells: which metres of a roll it holds, how much it holds, and what was decided of others.
var told = []string{againstColumn, passedColumn, goodColumn, badColumn, "from_m", "to_m"}

// append adds what is known of a hold: seen, the newest first, where it was looked up.
func (w whereabouts) append(h placed, looked bool, seen []source.Sighting, proof string, failed map[placed]bool) {
	state := vocabulary.WhereaboutsNotKnown
	switch {
	case !h.one:
		state = vocabulary.WhereaboutsSeveral
	case !looked:
		state = vocabulary.WhereaboutsNotLookedUp
	case len(seen) > 0:
		state = vocabulary.WhereaboutsSeen
	}
	w.Column("whereabouts").AppendText(state)
	if state != vocabulary.WhereaboutsSeen {
		w.Column("last_seen").AppendMissing()
	} else {
		w.Column("last_seen").AppendInt(seen[0].AtMs * 1e6)
	}
	last := lastOf(seen)
	for name, text := range map[string]string{
		"last_station": last.Station, "last_equipment": last.Equipment, "last_position": last.Position, "carrier": last.Carrier,
		"inspected": inspected(h, seen, proof, failed),
	} {
		table.AppendTextOr(w.Column(name), text)
	}
}

func (w whereabouts) columns() (out []*table.Column) {
	for _, name := range vocabulary.WhereaboutsColumns {
		if c := w.Column(name); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// lastOf is the last station with what the item lies in since: edges of the genealogy among them are newer than any visit.
func lastOf(seen []source.Sighting) (last source.Sighting) {
	if i := slices.IndexFunc(seen, func(s source.Sighting) bool { return s.Station != "" }); i >= 0 {
		last = seen[i]
	}
	if i := slices.IndexFunc(seen, func(s source.Sighting) bool { return s.Station == "" }); i >= 0 {
		last.Carrier = seen[i].Carrier
	}
	return last
}

// inspected is what came of it when a held item was looked at again: the verdict of its last visit since to the station where it was held, ok
// or nok, nok as well where that visit is held itself; else of its rework. "" where it was not, or the hold names no station.
func inspected(h placed, seen []source.Sighting, proof string, failed map[placed]bool) string {
	for _, s := range seen {
		if h.station == "" || s.Station != h.station || s.AtMs < h.sinceMs {
			continue
		}
		switch {
		case s.Verdict == vocabulary.VerdictNOK, failed[h.record(s.AtMs)]:
			return vocabulary.VerdictNOK
		case s.Verdict == vocabulary.VerdictOK:
			return vocabulary.VerdictOK
		}
		return ""
	}
	return map[string]string{vocabulary.ProofVerified: vocabulary.VerdictOK, vocabulary.ProofNotEffective: vocabulary.VerdictNOK}[proof]
}
