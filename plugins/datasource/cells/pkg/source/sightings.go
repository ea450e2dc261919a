package source

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Sought is an item of a site ("": any) that is looked for: its newest record, and those since a moment (Unix ms; 0: no other).
type Sought struct {
	Item, Site string
	SinceMs    int64
}

// Sighting is where a record saw an item; texts are empty where it says nothing. Without a station it is known from its genealogy alone.
type Sighting struct {
	AtMs                         int64 // of the source
	Station, Equipment, Position string
	// Carrier is what it lay in, or was built into.
	Carrier string
	// Verdict is what the station said.
	Verdict    string
	receivedMs int64
}

// newestSightings are so many of the newest pointers of an item: it was at few places since it was held.
const newestSightings = 6

// placing are the relations that say where a child is from then on.
var placing = []string{vocabulary.RelationCarriedBy, vocabulary.RelationContains}

// Sightings are where items were seen last, the newest first, by records that no event voids. It looks into the index for each, and reads one
// row of most: how many are sought bounds it.
func (r *Run) Sightings(ctx context.Context, p *plan.Plan, sought []Sought) (map[Sought][]Sighting, error) {
	pointers, err := r.newestPointers(ctx, p, sought)
	if err != nil {
		return nil, err
	}
	out := map[Sought][]Sighting{}
	var first, rest []sight
	for _, of := range sought {
		wanted, others := sightsOf(of, pointers[of.Item])
		first, rest = append(first, wanted...), append(rest, others...)
	}
	if err := r.see(ctx, first, out); err != nil {
		return nil, err
	}
	// Where the newest record is void or another item's, an older one tells.
	rest = slices.DeleteFunc(rest, func(s sight) bool {
		return slices.ContainsFunc(out[s.of], func(seen Sighting) bool { return seen.Station != "" })
	})
	return out, r.see(ctx, rest, out)
}

// sight is a pointer of an item that is looked at.
type sight struct {
	of Sought
	to Pointer
}

func (r *Run) newestPointers(ctx context.Context, p *plan.Plan, sought []Sought) (map[string][]Pointer, error) {
	var lookups []Lookup
	for i, of := range sought {
		if !slices.ContainsFunc(sought[:i], func(before Sought) bool { return before.Item == of.Item }) {
			lookups = append(lookups, Lookup{Item: of.Item, Newest: true, Limit: newestSightings, Without: []string{vocabulary.MeasurementEvent}})
		}
	}
	found, err := r.Pointers(ctx, p, lookups...)
	if err != nil {
		return nil, err
	}
	// Of what many are made of, as of a roll, the newest edges hide its visits.
	lookups = slices.DeleteFunc(lookups, func(l Lookup) bool {
		return len(found[l.Item]) < newestSightings || slices.ContainsFunc(found[l.Item], func(to Pointer) bool { return to.Measurement != vocabulary.MeasurementGenealogy })
	})
	for i := range lookups {
		lookups[i].Without = append(slices.Clone(lookups[i].Without), vocabulary.MeasurementGenealogy)
	}
	visits, err := r.Pointers(ctx, p, lookups...)
	for item, more := range visits {
		found[item] = append(found[item], more...)
	}
	return found, err
}

// sightsOf are the pointers of an item that are looked at: the newest visit and those since, and edges that are newer; and the older visits.
func sightsOf(of Sought, pointers []Pointer) (wanted, others []sight) {
	pointers = slices.DeleteFunc(slices.Clone(pointers), func(to Pointer) bool { return of.Site != "" && to.Site != of.Site })
	slices.SortStableFunc(pointers, func(a, b Pointer) int { return cmp.Compare(b.At, a.At) })
	visited := false
	for _, to := range pointers {
		edge := to.Measurement == vocabulary.MeasurementGenealogy
		switch {
		case edge && visited:
		case edge, !visited, of.SinceMs > 0 && to.At/1e6 >= of.SinceMs:
			wanted = append(wanted, sight{of, to})
		default:
			others = append(others, sight{of, to})
		}
		visited = visited || !edge
	}
	return wanted, others
}

// see reads what pointers lead to, and adds what counts of it.
func (r *Run) see(ctx context.Context, sights []sight, out map[Sought][]Sighting) error {
	void, err := r.Voids(ctx)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(sights, influx.MaxStatements) {
		split := map[bool][]Pointer{}
		for _, s := range some {
			edge := s.to.Measurement == vocabulary.MeasurementGenealogy
			split[edge] = append(split[edge], s.to)
		}
		visits, err := r.Exactly(ctx, r.Databases.Visits, split[false], func(station string) ([]Column, error) { return r.sightingColumns(ctx, station) })
		if err != nil {
			return err
		}
		edges, err := r.Exactly(ctx, r.Databases.Record, split[true], func(string) ([]Column, error) {
			return []Column{Field("child_id", table.Text), Field("parent_id", table.Text), Tag("relation"), Tag("site")}, nil
		})
		if err != nil {
			return err
		}
		for station, rows := range visits {
			rows = WithItemID(rows)
			if strikes := void.Strikes(station, rows); strikes != nil {
				rows = rows.Filter(func(row int) bool { return !strikes(row) })
			}
			visits[station] = rows
		}
		byTime, edgesByTime := ByTime(visits), ByTime(edges)
		for _, s := range some {
			if s.to.Measurement == vocabulary.MeasurementGenealogy {
				out[s.of] = append(out[s.of], s.edges(edges[s.to.Measurement], edgesByTime)...)
			} else {
				out[s.of] = append(out[s.of], s.visits(visits[s.to.Measurement], byTime)...)
			}
		}
	}
	for of := range out {
		slices.SortStableFunc(out[of], func(a, b Sighting) int {
			return cmp.Or(cmp.Compare(b.AtMs, a.AtMs), cmp.Compare(b.receivedMs, a.receivedMs))
		})
	}
	return nil
}

// sightingColumns are read of a record to say where it saw an item.
func (r *Run) sightingColumns(ctx context.Context, station string) ([]Column, error) {
	fields, err := r.Fields(ctx, r.Databases.Visits, station)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	return Readable([]string{"cell_id", "item_id", "site", "line", "equipment", "product", "position", "carrier", "verdict", "source_ms", "received_ms"}, fields), nil
}

func (s sight) visits(rows *table.Table, at RowsByTime) (out []Sighting) {
	for _, row := range at[s.to.Measurement][s.to.At] {
		text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
		if s.to.leadsTo(rows, row) && text(visit.IDColumn) == s.of.Item {
			out = append(out, Sighting{
				AtMs: visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row), Station: s.to.Measurement, Equipment: s.to.Equipment,
				Position: text("position"), Carrier: text("carrier"), Verdict: text("verdict"), receivedMs: table.IntOr(rows.Column("received_ms"), row, 0),
			})
		}
	}
	return out
}

func (s sight) edges(rows *table.Table, at RowsByTime) (out []Sighting) {
	for _, row := range at[s.to.Measurement][s.to.At] {
		text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
		if text("child_id") == s.of.Item && slices.Contains(placing, text("relation")) {
			out = append(out, Sighting{AtMs: s.to.At / 1e9 * 1e3, Carrier: text("parent_id")})
		}
	}
	return out
}
