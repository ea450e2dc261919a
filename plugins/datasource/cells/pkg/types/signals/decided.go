package signals

import (
	"context"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// decidedColumn says what people decided about the cell of a signal (include disposition): the label disposition is the plan's
// containment, which is the same as long as the signal lasts.
const decidedColumn = "decided"

// withDecisions writes into every signal of a cell what was decided about that cell: its disposition, as its traveler has it
// but for decisions about its lots, trays and machines. Alert rules do not get it: their columns are labels, and one that
// changes would end the alert and begin another. Only the signals that an answer has room for are looked up.
func (s *search) withDecisions(ctx context.Context, signals []signal) ([]signal, error) {
	if s.Alerting {
		return nil, source.Mistake("an alert rule cannot include %s: what people decide would end the alert and begin another; ask for it in a panel", vocabulary.IncludeDisposition)
	}
	kept, cut := worstFirst(signals, slices.Concat(vocabulary.SignalLabels, vocabulary.CellLabels))
	items := map[string]bool{}
	for _, of := range kept {
		if id := of.Labels[visit.IDColumn]; id != "" {
			items[id] = true
		}
	}
	events, err := s.decisionsAbout(ctx, items)
	if err != nil {
		return nil, err
	}
	for _, of := range kept {
		if decided := holds.Disposition(events[of.Labels[visit.IDColumn]], s.Now().UnixMilli()); decided != "" {
			of.Labels[decidedColumn] = decided
		}
	}
	if cut > 0 {
		return signals, nil // the answer is cut again, at the same signals
	}
	return kept, nil
}

// decisionsAbout reads the decisions about items.
func (s *search) decisionsAbout(ctx context.Context, items map[string]bool) (map[string][]record.Event, error) {
	fields, err := s.Fields(ctx, s.Databases.Record, vocabulary.MeasurementEvent)
	if source.DatabaseMissing(err) || err == nil && len(fields) == 0 || len(items) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	results, err := s.Read(ctx, s.Databases.Record, source.Statement{
		From: vocabulary.MeasurementEvent, Columns: source.RecordColumns([]string{"kind"}, fields), Range: source.WholeRecord(s.Now()),
		Where: []source.Condition{
			{Column: source.Tag("kind"), Operator: "=", Values: source.AnyValues(vocabulary.Dispositions)},
			{Column: source.Tag("bucket"), Operator: "=", Values: source.AnyValues(source.BucketsOf(s.plan, slices.Collect(maps.Keys(items))))},
		},
	})
	if err != nil {
		return nil, err
	}
	out := map[string][]record.Event{}
	for _, series := range results[0].Series {
		item, target := series.Rows.Column("item_id"), series.Rows.Column("target_id")
		for row := range series.Rows.Len() {
			if id := table.TextOr(item, row, table.TextOr(target, row, "")); items[id] {
				out[id] = append(out[id], record.EventOf(series.Rows, row).Heeded(s.plan))
			}
		}
	}
	return out, nil
}
