package losses

import (
	"context"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// count counts the items that were measured in each episode, at their first visits.
func (s *search) count(ctx context.Context, all []*loss.Episode) error {
	var statements []source.Statement
	var of []*loss.Episode
	for _, e := range all {
		if e.FromMs == e.ToMs {
			e.Cells = e.OutOfSpec
			continue
		}
		statement, err := s.measuredIn(ctx, e)
		if err != nil {
			return err
		}
		if len(statement.Columns) > 0 {
			statements, of = append(statements, statement), append(of, e)
		}
	}
	results, err := s.ReadMany(ctx, s.Databases.Visits, statements)
	if err != nil {
		return err
	}
	for i, result := range results {
		if !result.Cut {
			of[i].Cells = s.countIn(of[i], result)
		}
	}
	return nil
}

var countColumns = []string{"cell_id", "item_id", "visit", "run_type", "position", "lane", "source_ms"}

// measuredIn reads what was measured in an episode.
func (s *search) measuredIn(ctx context.Context, e *loss.Episode) (out source.Statement, err error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, e.Station)
	if err != nil || len(fields) == 0 {
		return out, err
	}
	out = source.Statement{
		From: e.Station, Columns: append(source.Readable(countColumns, fields), source.Tag("equipment")),
		// A row lies less than a second after its source time.
		Range: source.Span{From: e.FromMs * 1e6, To: (e.ToMs + 1000) * 1e6},
	}
	where := func(c source.Column, value string) {
		if value != "" {
			out.Where = append(out.Where, source.Condition{Column: c, Operator: "=", Values: []any{value}})
		}
	}
	where(source.Tag("site"), e.Site)
	where(source.Tag("line"), e.Line)
	where(source.Tag("equipment"), e.Equipment)
	where(source.Tag("product"), e.Product)
	if e.Lot != "" {
		kind := control.LotKind(s.plan, summary.Key{Stream: summary.Stream{Site: e.Site, Line: e.Line, Station: e.Station}, Characteristic: e.Characteristic}, s.ns)
		if visit.IsLot(kind) {
			where(source.Field(kind, table.Text), e.Lot)
		} else {
			for _, id := range source.Readable([]string{"item_id"}, fields) {
				where(id, e.Lot)
			}
		}
	}
	return out, nil
}

// countIn counts them.
func (s *search) countIn(e *loss.Episode, result source.Result) float64 {
	station := s.plan.StationRow(e.Station, s.ns)
	stretches := station != nil && plan.StationItem(station) == "roll"
	seen := map[string]bool{}
	for _, series := range result.Series {
		rows := source.WithItemID(series.Rows)
		text := func(name string, row int) string { return strings.TrimSpace(table.TextOr(rows.Column(name), row, "")) }
		for row := range rows.Len() {
			number := table.IntOr(rows.Column("visit"), row, 1)
			ms := visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row)
			position := text("position", row)
			if position == "" {
				position = text("lane", row)
			}
			at := loss.Place{Site: e.Site, Line: e.Line, Station: e.Station, Equipment: text("equipment", row), Position: position, Product: e.Product}
			if ms < e.FromMs || ms > e.ToMs || visit.RunTypeOf(rows.Column("run_type"), row) != vocabulary.RunTypeProduction ||
				number != 1 && !stretches && !station.CountsPasses() || !e.Takes(at) {
				continue
			}
			id := text(visit.IDColumn, row)
			if stretches {
				id += "/" + strconv.FormatInt(number, 10)
			}
			seen[id] = true
		}
	}
	return float64(len(seen))
}
