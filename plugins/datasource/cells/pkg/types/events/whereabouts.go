package events

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// mostSought are looked up at most, those that were held last: each costs a statement or two.
const mostSought = 200

func (q *Query) checkInclude() error {
	for _, name := range q.Include {
		if !slices.Contains(vocabulary.EventIncludes, name) {
			return source.Mistake("include %q is unknown; use %q", name, vocabulary.EventIncludes)
		}
		if q.State == "" {
			return source.Mistake("include %q is of what is held or waits: ask with state %s", name, strings.Join(vocabulary.EventStates, " or "))
		}
	}
	return nil
}

// single are the types of targets that are one item, which stations report.
var single = []string{"", "item", "cell", "batch", "roll", "module", "pack"}

// placed is an open hold as its row says it.
type placed struct {
	item, station string
	site          string
	// sinceMs is what a record has to be later than to be one of after the hold, passMs the record that it was placed for.
	sinceMs, passMs int64
	one             bool
}

func placedAt(rows *table.Table, row int) placed {
	text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
	ns, _ := rows.Column("time").Int(row)
	h := placed{
		item: cmp.Or(text("target_id"), text("item_id")), station: text("station"), site: text("site"), passMs: table.MsOr(rows.Column("pass_ms"), row, 0),
		one: slices.Contains(single, text("target_type")),
	}
	// Events are stored to the second.
	if h.sinceMs = ns/1e9*1e3 + time.Second.Milliseconds(); h.passMs > 0 {
		h.sinceMs = h.passMs + 1
	}
	h.one = h.one && h.item != ""
	return h
}

// withWhereabouts are open holds with where what is held was seen last. others are all open holds: one that was placed for a later record
// tells that it was not good.
func withWhereabouts(ctx context.Context, r *source.Run, rows, others *table.Table) (*table.Table, error) {
	p, err := r.Plan(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]placed, rows.Len())
	for row := range all {
		all[row] = placedAt(rows, row)
	}
	sought, left := soughtOf(all)
	if left > 0 {
		r.Warn("Where held items are was looked up for the %d that were held last; of %d it was not. Narrow the time range or choose stations.", mostSought, left)
	}
	seen, err := r.Sightings(ctx, p, sought)
	if err != nil {
		return nil, err
	}
	found := map[itemOfSite][]source.Sighting{}
	looked := map[itemOfSite]bool{}
	for _, of := range sought {
		key := itemOfSite{of.Site, of.Item}
		found[key], looked[key] = seen[of], true
	}
	failed := map[placed]bool{}
	for row := range others.Len() {
		h := placedAt(others, row)
		failed[h.record(h.passMs)] = h.passMs > 0
	}
	counts, err := passed(ctx, r, p, rows)
	if err != nil {
		return nil, err
	}
	w := newWhereabouts()
	sampled, err := samples(ctx, r, p, rows, failed)
	if err != nil {
		return nil, err
	}
	for row, h := range all {
		key := itemOfSite{h.site, h.item}
		w.append(h, looked[key], found[key], table.TextOr(rows.Column(proofColumn), row, ""), failed)
	}
	out := rows.Filter(func(int) bool { return true })
	for _, c := range w.columns() {
		out.Add(c)
	}
	out.Add(ints(passedColumn, rows.Len(), func(row int) (int64, bool) { n, is := counts[row]; return n, is }))
	out.Add(ints(goodColumn, rows.Len(), func(row int) (int64, bool) { s, is := sampled[row]; return s.good, is }))
	out.Add(ints(badColumn, rows.Len(), func(row int) (int64, bool) { s, is := sampled[row]; return s.bad, is }))
	return out, nil
}

// ints is a column of whole numbers where there are any.
func ints(name string, n int, of func(row int) (int64, bool)) *table.Column {
	c := table.NewColumn(table.Spec{Name: name, Kind: table.Int})
	for row := range n {
		if v, is := of(row); is {
			c.AppendInt(v)
		} else {
			c.AppendMissing()
		}
	}
	return c
}

type itemOfSite struct{ site, item string }

// record names a record of a held item at the station of the hold.
func (h placed) record(ms int64) placed {
	return placed{item: h.item, station: h.station, site: h.site, passMs: ms}
}

// soughtOf are the items that are looked for, each once, those that were held last; left is how many are not.
func soughtOf(all []placed) (sought []source.Sought, left int) {
	newest := slices.DeleteFunc(slices.Clone(all), func(h placed) bool { return !h.one })
	slices.SortStableFunc(newest, func(a, b placed) int { return cmp.Compare(b.sinceMs, a.sinceMs) })
	at := map[itemOfSite]int{}
	for _, h := range newest {
		key := itemOfSite{h.site, h.item}
		i, known := at[key]
		switch {
		case known && i >= 0:
			sought[i].SinceMs = min(sought[i].SinceMs, h.sinceMs)
		case known:
		case len(sought) == mostSought:
			at[key] = -1
			left++
		default:
			at[key] = len(sought)
			sought = append(sought, source.Sought{Item: h.item, Site: h.site, SinceMs: h.sinceMs})
		}
	}
	return sought, left
}
