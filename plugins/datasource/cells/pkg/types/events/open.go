package events

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// clocksAhead is how far ahead of the server's clock a decision may bear its time and still close a hold.
const clocksAhead = 24 * time.Hour

func (q *Query) checkState() error {
	switch {
	case q.State != "" && !slices.Contains(vocabulary.EventStates, q.State):
		return source.Mistake("state %q is none: leave it out, or use one of %s", q.State, strings.Join(vocabulary.EventStates, ", "))
	case q.State == vocabulary.EventStateQueued && len(q.Kinds) > 0:
		return source.Mistake("state %q is of what was sent to be inspected or reworked: leave kinds out", q.State)
	case q.State == vocabulary.EventStateOpen && slices.ContainsFunc(q.Kinds, func(kind string) bool { return kind != vocabulary.EventHold }):
		return source.Mistake("only holds are open: leave kinds out")
	}
	return nil
}

// openHolds are the holds that were placed since the beginning of the range, before its end or after it, and hold now: each the row that
// placed it first, with the hold_id that it has. It fails rather than tell of a hold whose release was not read.
func openHolds(ctx context.Context, r *source.Run) (*table.Table, error) {
	rows, all, err := decided(ctx, r)
	if err != nil {
		return nil, err
	}
	now := r.Now()
	book := holds.Fold(all)
	held, reworked, reworks := map[*record.Event]string{}, map[*record.Event]string{}, holds.ReworksOf(all)
	for _, h := range book.Holds() {
		if h.Open(now.UnixMilli()) {
			held[h.Said[0]] = h.ID
			if proof := reworks.Since(h); proof != nil {
				reworked[h.Said[0]] = proof.Disposition
			}
		}
	}
	rows = with(rows, "hold_id", func(row int) string { return held[&all[row]] })
	rows = with(rows, proofColumn, func(row int) string { return reworked[&all[row]] })
	against := decidedAgainst(book)
	counts := table.NewColumn(table.Spec{Name: againstColumn, Kind: table.Int})
	for row := range all {
		counts.AppendInt(int64(len(against[reasonOf(&all[row])])))
	}
	rows.Add(counts)
	return rows.Filter(func(row int) bool { return held[&all[row]] != "" }), nil
}

// decided are the events since the beginning of the range by which items are held, decided about and told to be good again, as readers take
// them, and the rows of the same. It fails where not all of them were read.
func decided(ctx context.Context, r *source.Run) (*table.Table, []record.Event, error) {
	span := source.Span{From: r.Range.From.UnixNano(), To: r.Now().Add(clocksAhead).UnixNano()}
	rows, err := events(ctx, r, span, []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: source.AnyValues(append(slices.Clone(vocabulary.Dispositions), vocabulary.EventProof))}})
	if err == nil {
		err = r.Log.Whole(r.Budget.Rows)
	}
	if err != nil {
		return nil, nil, err
	}
	return heeded(ctx, r, rows)
}

// proofColumn says of a hold whether its item passed its rework since it was placed, as one of the proof's verdicts.
const proofColumn = "proof"

// with are rows with such texts in a column.
func with(rows *table.Table, name string, text func(row int) string) *table.Table {
	out := table.New(rows.Name)
	for _, c := range rows.Columns() {
		if c.Name != name {
			out.Add(c)
		}
	}
	texts := table.NewColumn(table.Spec{Name: name, Kind: table.Text})
	for row := range rows.Len() {
		table.AppendTextOr(texts, text(row))
	}
	out.Add(texts)
	return out
}
