package events

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// goodColumn and badColumn count what was measured of a lot or tray since it is held.
	goodColumn, badColumn = "sample_good", "sample_bad"
	// mostSampled holds of lots and trays have counted what was measured of them since, those that were placed last, and only for as long:
	// each reads a station's visits since it was placed.
	mostSampled = 5
	sampledFor  = 48 * time.Hour
)

// sample is of how many items of a lot or tray a station said good or bad since that is held.
type sample struct{ good, bad int64 }

// sampled is a hold of a lot or tray that names the station where its items are measured.
type sampled struct {
	row int
	record.Event
}

// samples are, by row, what the station of a hold measured of a lot or tray since it was placed; none of a hold where that is not counted.
// failed are the records that are held themselves.
func samples(ctx context.Context, r *source.Run, p *plan.Plan, rows *table.Table, failed map[placed]bool) (map[int]sample, error) {
	var of []sampled
	now := r.Now()
	for row := range rows.Len() {
		e := record.EventOf(rows, row).Whole()
		if slices.Contains([]string{"lot", "batch", "tray"}, e.TargetType) && p.StationRow(e.Station, max(now.UnixNano(), p.Begin)) != nil &&
			e.AtMs > now.Add(-sampledFor).UnixMilli() && e.AtMs+time.Second.Milliseconds() < now.UnixMilli() {
			of = append(of, sampled{row, e})
		}
	}
	slices.SortStableFunc(of, func(a, b sampled) int { return cmp.Compare(b.AtMs, a.AtMs) })
	out := map[int]sample{}
	for _, h := range of[:min(len(of), mostSampled)] {
		visits, err := h.visits(ctx, r)
		if err != nil {
			return nil, err
		}
		out[h.row] = h.count(visits, failed)
	}
	return out, nil
}

// visits are the visits of the lot's or tray's items to the station since it is held.
func (h sampled) visits(ctx context.Context, r *source.Run) (*table.Table, error) {
	rows := table.New(h.Station)
	fields, err := r.Fields(ctx, r.Databases.Visits, h.Station)
	if err != nil || len(fields) == 0 {
		return rows, err
	}
	void, err := r.Voids(ctx)
	if err != nil {
		return nil, err
	}
	var statements []source.Statement
	for _, f := range fields {
		if h.TargetType == "tray" && f.Name != "carrier" || h.TargetType != "tray" && !visit.IsLot(f.Name) {
			continue
		}
		statements = append(statements, source.Statement{
			From: h.Station, Range: source.Span{From: (h.AtMs + time.Second.Milliseconds()) * 1e6, To: r.Now().UnixNano()},
			Columns: source.Readable([]string{"cell_id", "item_id", "site", "verdict", "run_type", "source_ms", "received_ms"}, fields),
			Where: []source.Condition{
				{Column: source.Tag("site"), Operator: "=", Values: []any{h.Site}},
				{Column: source.Field(f.Name, table.Text), Operator: "=", Values: []any{h.TargetID}},
			},
		})
	}
	results, err := r.ReadMany(ctx, r.Databases.Visits, statements)
	if err != nil {
		return nil, err
	}
	for _, result := range results {
		for _, series := range result.Series {
			rows.Append(series.Rows)
		}
	}
	rows = source.WithItemID(rows)
	if strikes := void.Strikes(h.Station, rows); strikes != nil && rows.Column(visit.IDColumn) != nil {
		rows = rows.Filter(func(row int) bool { return !strikes(row) })
	}
	return rows, nil
}

// count tells of each item by its last visit in production.
func (h sampled) count(rows *table.Table, failed map[placed]bool) (out sample) {
	ids, runTypes := rows.Column(visit.IDColumn), rows.Column("run_type")
	ms := func(row int) int64 { return visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row) }
	received := rows.Column("received_ms")
	last := map[string]int{}
	for row := range rows.Len() {
		id := table.TextOr(ids, row, "")
		if visit.RunTypeOf(runTypes, row) != vocabulary.RunTypeProduction {
			continue
		}
		before, known := last[id]
		if !known || cmp.Or(cmp.Compare(ms(row), ms(before)), cmp.Compare(table.IntOr(received, row, 0), table.IntOr(received, before, 0))) > 0 {
			last[id] = row
		}
	}
	for id, row := range last {
		verdict := table.TextOr(rows.Column("verdict"), row, "")
		switch {
		case verdict == vocabulary.VerdictNOK, failed[placed{item: id, station: h.Station, site: h.Site, passMs: ms(row)}]:
			out.bad++
		case verdict == vocabulary.VerdictOK:
			out.good++
		}
	}
	return out
}
