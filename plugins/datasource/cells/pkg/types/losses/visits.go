package losses

import (
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// followed is a visit of an item, with the lots that went into it there.
type followed struct {
	loss.Visit
	item string
	lots []string
}

var visitColumns = []string{"site", "line", "equipment", "position", "lane", "product", "verdict", "started_ms", "carrier", "history"}

// visitsTo reads the production visits of items to a station, and judges their values.
func (s *search) visitsTo(ctx context.Context, station *plan.Row, items []string, over []source.Range) ([]followed, error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	planned, _ := source.Measurable(s.plan.MeasuredAt(station.Station, s.ns), fields)
	names := plan.NamesOf(planned)
	var lots []string
	for _, f := range fields {
		if visit.IsLot(f.Name) {
			lots = append(lots, f.Name)
		}
	}
	rows, err := s.Visits(ctx, source.VisitRead{
		Station: station.Station, Columns: slices.Concat(visitColumns, lots, names, control.StrataKeys(s.plan, station.Station, names)),
		Ranges: over, Choice: retest.All, RunTypes: []string{vocabulary.RunTypeProduction}, Filters: source.Filters{source.OnlyItems(items)},
	})
	if err != nil {
		return nil, err
	}
	if s.Log.WasCut() {
		return nil, source.Mistake("what these cells went through is more than the datasource reads in one query (maxRows %d); narrow the time range", s.Budget.Rows)
	}
	text := func(name string) func(row int) string {
		c := rows.Column(name)
		return func(row int) string { return table.TextOr(c, row, "") }
	}
	id, site, line, equipment, position := text(visit.IDColumn), text("site"), text("line"), text("equipment"), text("position")
	lane, product, verdict, carrier := text("lane"), text("product"), text("verdict"), text("carrier")
	judged := control.FindingsOf(s.plan, station, rows, planned, nil)
	out := make([]followed, 0, rows.Len())
	for row := range rows.Len() {
		ms := visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row)
		started := table.IntOr(rows.Column("started_ms"), row, 0)
		f := followed{item: id(row), Visit: loss.Visit{
			Visit: holds.Visit{
				Site: site(row), Line: line(row), Station: station.Station, Equipment: equipment(row), Position: position(row), FromMs: ms, ToMs: ms,
			},
			Product: product(row), Carrier: carrier(row), Verdict: verdict(row), Number: visit.Number(rows.Column("visit"), row),
			ReceivedMs: table.IntOr(rows.Column("received_ms"), row, 0), History: table.IsTrue(rows.Column("history"), row),
		}}
		if f.Position == "" {
			f.Position = lane(row)
		}
		if started > 0 && started <= ms {
			f.FromMs, f.Started = started, true
		}
		for _, finding := range judged.Row(row) {
			if finding.Kind == vocabulary.SignalOutOfSpec && !finding.Earlier {
				f.Out = append(f.Out, finding.Characteristic)
			}
		}
		for _, name := range lots {
			if lot := strings.TrimSpace(table.TextOr(rows.Column(name), row, "")); lot != "" {
				f.lots = append(f.lots, lot)
			}
		}
		out = append(out, f)
	}
	return out, nil
}
