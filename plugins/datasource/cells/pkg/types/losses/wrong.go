package losses

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// mostCells bounds the cells that are followed through all stations.
const mostCells = 50_000

// suspects are the items of which something may be wrong at a station, and when the first of it was measured (Unix ms).
type suspects struct {
	items   []string
	firstMs int64
}

// wrong follows all cells of which something was wrong in the range, or shortly before, and gives with them what was.
func (s *search) wrong(ctx context.Context, departed []*loss.Episode) ([]*loss.Cell, []*loss.Bad, error) {
	found := make([]suspects, len(s.stations))
	judged := make([]bool, len(s.stations))
	for i, station := range s.stations {
		judged[i] = slices.ContainsFunc(departed, func(e *loss.Episode) bool { return e.Station == station.Station && e.Characteristic == "" })
	}
	err := s.each(s.stations, func(i int, station *plan.Row) (err error) {
		found[i], err = s.suspectsAt(ctx, station, judged[i])
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	cells, err := s.follow(ctx, found)
	if err != nil {
		return nil, nil, err
	}
	verdictsAt := map[string]bool{}
	for i, station := range s.stations {
		verdictsAt[station.Station] = judged[i]
	}
	isNOK := func(verdict string) bool { return verdict == vocabulary.VerdictNOK }
	from, to := s.over.From.Add(-before).UnixMilli(), s.over.To.UnixMilli()
	var wrong []*loss.Bad
	for _, c := range cells {
		c.Order()
		for _, b := range c.Wrong(verdictsAt, isNOK) {
			if ms := b.Visit().ToMs; ms >= from && ms < to {
				wrong = append(wrong, b)
			}
		}
	}
	return cells, wrong, nil
}

// suspectsAt asks a station for the items with values that may be out of spec, by the narrowest limits of any product and time; and for
// those that it said are not OK, where verdicts departed.
func (s *search) suspectsAt(ctx context.Context, station *plan.Row, verdicts bool) (out suspects, err error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if err != nil || len(fields) == 0 {
		return out, err
	}
	columns := append(source.Readable([]string{"cell_id", "item_id"}, fields), source.Field("source_ms", table.Int))
	over := source.Span{From: s.over.From.Add(-before).UnixNano(), To: s.over.To.UnixNano()}
	var statements []source.Statement
	ask := func(c source.Condition) {
		statements = append(statements, source.Statement{From: station.Station, Columns: columns, Range: over, Where: []source.Condition{c}})
	}
	numbers, _ := source.Measurable(s.plan.MeasuredAt(station.Station, s.ns), fields)
	for _, spec := range numbers {
		low, high := s.narrowest(spec, over)
		value := source.Field(spec.Characteristic, table.Float)
		if !math.IsInf(low, 0) {
			ask(source.Condition{Column: value, Operator: "<", Values: []any{low}})
		}
		if !math.IsInf(high, 0) {
			ask(source.Condition{Column: value, Operator: ">", Values: []any{high}})
		}
	}
	if verdicts {
		ask(source.Condition{Column: source.Field("verdict", table.Text), Operator: "=", Values: []any{vocabulary.VerdictNOK}})
	}
	results, err := s.ReadMany(ctx, s.Databases.Visits, statements)
	if err != nil {
		return out, err
	}
	seen := map[string]bool{}
	for _, result := range results {
		for _, series := range result.Series {
			rows := source.WithItemID(series.Rows)
			id := rows.Column(visit.IDColumn)
			for row := range rows.Len() {
				ms := visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row)
				if item := table.TextOr(id, row, ""); item != "" {
					if !seen[item] {
						seen[item] = true
						out.items = append(out.items, item)
					}
					if out.firstMs == 0 || ms < out.firstMs {
						out.firstMs = ms
					}
				}
			}
		}
	}
	return out, nil
}

// narrowest are the greatest lower and the least upper spec limit of a characteristic that held in a range for anything.
func (s *search) narrowest(spec *plan.Row, over source.Span) (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	for _, pair := range s.plan.Characteristics.Strata(spec.Station, spec.Characteristic) {
		scope := plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}
		for _, stretch := range s.plan.Specs(spec.Station, spec.Characteristic, scope).Between(over.From, over.To) {
			limits := control.SpecOf(stretch.Row)
			if limits.LSL != nil {
				low = max(low, *limits.LSL)
			}
			if limits.USL != nil {
				high = min(high, *limits.USL)
			}
		}
	}
	return low, high
}

// lookedBack is how far back a cell is followed to a station that the plan does not connect with the one where something was wrong.
const lookedBack = 14 * 24 * time.Hour

// follow reads all visits of cells of which something may be wrong, to all stations that cells pass; of rolls and batches those to the
// station itself, each stretch by itself.
func (s *search) follow(ctx context.Context, found []suspects) ([]*loss.Cell, error) {
	var items []string
	seen := map[string]bool{}
	for i, station := range s.stations {
		for _, item := range found[i].items {
			if s.ofCells(station.Station) && !seen[item] {
				seen[item] = true
				items = append(items, item)
			}
		}
	}
	if len(items) > mostCells {
		return nil, source.Mistake("of %d cells something may be wrong in this time range, more than the %d that are followed; narrow it", len(items), mostCells)
	}
	read := make([][]followed, len(s.stations))
	were, indexed, err := s.where(ctx, items)
	if err != nil {
		return nil, err
	}
	err = s.each(s.stations, func(i int, station *plan.Row) (err error) {
		switch {
		case !s.ofCells(station.Station) && len(found[i].items) > 0:
			read[i], err = s.visitsTo(ctx, station, found[i].items, []source.Range{{From: s.over.From.Add(-before), To: s.over.To}})
		case indexed && len(were[station.Station]) > 0:
			read[i], err = s.visitsTo(ctx, station, items, were[station.Station])
		case indexed:
		case s.ofCells(station.Station) && len(items) > 0:
			read[i], err = s.visitsTo(ctx, station, items, []source.Range{{From: s.reach(station, found), To: s.Now().Add(time.Second)}})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var cells []*loss.Cell
	byID := map[string]*loss.Cell{}
	for i, station := range s.stations {
		for _, f := range read[i] {
			c := byID[f.item]
			if c == nil || !s.ofCells(station.Station) {
				c = &loss.Cell{ID: f.item}
				cells = append(cells, c)
				if s.ofCells(station.Station) {
					byID[f.item] = c
				}
			}
			c.Visits = append(c.Visits, f.Visit)
			c.Lots = append(c.Lots, f.lots...)
		}
	}
	return cells, nil
}

// fewCells are looked up in the index one by one; of more all is read that may be theirs.
const fewCells = 500

// where asks the index when cells were at each station; ok is false where it is not asked, or there is none.
func (s *search) where(ctx context.Context, items []string) (out map[string][]source.Range, ok bool, err error) {
	if len(items) == 0 || len(items) > fewCells {
		return nil, false, nil
	}
	lookups := make([]source.Lookup, len(items))
	for i, item := range items {
		lookups[i] = source.Lookup{Item: item}
	}
	of, err := s.Pointers(ctx, s.plan, lookups...)
	if err != nil || of == nil {
		return nil, false, err
	}
	out = map[string][]source.Range{}
	for _, pointers := range of {
		for _, to := range pointers {
			at := time.Unix(0, to.At)
			// A row lies less than a second after its source time.
			out[to.Measurement] = append(out[to.Measurement], source.Range{From: at.Add(-time.Second), To: at.Add(time.Millisecond)})
		}
	}
	for station, ranges := range out {
		out[station] = source.Merged(ranges)
	}
	return out, true, nil
}

// reach is from when on a station is read: as far before the first that was wrong anywhere as a cell may take from there.
func (s *search) reach(station *plan.Row, found []suspects) time.Time {
	from := s.over.To
	for i, other := range s.stations {
		if len(found[i].items) == 0 || !s.ofCells(other.Station) {
			continue
		}
		hours, _, ok := plan.Reach(s.plan.Stations, other.Station, station.Station, s.ns)
		back := time.Duration(hours * float64(time.Hour))
		if !ok {
			back = lookedBack
		}
		if at := time.UnixMilli(found[i].firstMs).Add(-back - time.Hour); at.Before(from) {
			from = at
		}
	}
	return from
}
