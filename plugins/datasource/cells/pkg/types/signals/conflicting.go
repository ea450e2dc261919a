package signals

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// conflictingKind: an item and visit was reported again, with other values. A correction bears the same source time and
// machine: the signal's value is the number of records it replaced. Anything else is another pass of the same number: each of
// them is a signal, whose value is the number of the others, until a person answers.
var conflictingKind = signalKind{Name: vocabulary.SignalConflicting, Station: findConflicting}

// contested are the items of which more than one record tells of a visit, and the times of those that lie elsewhere: what tells
// records apart is read of these alone.
func (s *search) contested(ctx context.Context, station *plan.Row, read source.VisitRead) (items []string, beside []source.Range, err error) {
	rows, p, err := s.Records(ctx, read)
	if err != nil || rows == nil {
		return nil, nil, err
	}
	found, err := join.FindPasses(rows, source.VisitColumns(p, read.Station, s.Range.To.UnixNano(), rows, false))
	if err != nil {
		return nil, nil, err
	}
	ids := rows.Column(visit.IDColumn)
	several := map[string]bool{}
	for _, row := range slices.Concat(append(found.Rivals, found.Met())...) {
		several[table.TextOr(ids, row, "")] = true
	}
	if s.query.State == vocabulary.StateFresh && ofCell(station) && !station.CountsPasses() {
		elsewhere, err := s.elsewhere(ctx, station.Station, rows)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range elsewhere {
			several[p.item] = true
			from := time.Unix(p.At/1e9, 0)
			beside = append(beside, source.Range{From: from, To: from.Add(time.Second)})
		}
	}
	return slices.Sorted(maps.Keys(several)), beside, nil
}

func findConflicting(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	// A filter on anything a pass may differ in would hide the other one; signals are filtered by their labels afterwards.
	filters := slices.DeleteFunc(visitsOf(s.query.filters, station.Station), func(f source.CompiledFilter) bool {
		return !slices.Contains([]string{"site", visit.IDColumn}, f.Key)
	})
	read := source.VisitRead{Station: station.Station, Ranges: s.ranges(station.Station), Choice: retest.All, Filters: filters}
	items, beside, err := s.contested(ctx, station, read)
	if err != nil || len(items) == 0 {
		return nil, err
	}
	read.Columns, read.Whole, read.Beside, read.Filters = signalColumns, true, beside, append(filters, source.OnlyItems(items))
	rows, err := s.Visits(ctx, read)
	if err != nil {
		return nil, err
	}
	source, at := rows.Column("source_ms"), rows.Column("time")
	var out []signal
	for row := range rows.Len() {
		for _, of := range []struct{ column, rule string }{{visit.ReplacedColumn, vocabulary.SignalRuleDifferingResend}, {visit.RivalsColumn, vocabulary.SignalRuleAnotherPass}} {
			n := table.IntOr(rows.Column(of.column), row, 0)
			if n == 0 || s.passedOver(rows, row) {
				continue
			}
			labels := passLabels(rows, row)
			labels["station"], labels["rule"] = station.Station, of.rule
			if s.query.State != vocabulary.StateFresh && s.answers.Answer(labels, visit.SourceMs(source, at, row)) {
				continue
			}
			out = append(out, signal{Value: float64(n), Labels: labels})
		}
	}
	return out, nil
}
