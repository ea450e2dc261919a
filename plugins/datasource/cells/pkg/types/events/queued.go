package events

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/waiting"
)

// inQueues are what waits after it was sent somewhere; what is held waits in the list of open holds.
var inQueues = map[string]bool{vocabulary.WaitInspect: true, vocabulary.WaitRework: true}

// queued are the decisions since the beginning of the range by which items were sent to be inspected or reworked and that nothing came of
// yet: each with its event_id as hold_id, which is what the next decision answers. It fails where not all of them were read.
func queued(ctx context.Context, r *source.Run) (*table.Table, error) {
	rows, all, err := decided(ctx, r)
	if err != nil {
		return nil, err
	}
	type said struct{ site, id, about string }
	of := func(e *record.Event) said { return said{e.Site, e.ID, e.About()} }
	waits := map[said]bool{}
	for _, w := range waiting.Of(all, r.Now().UnixMilli()) {
		if inQueues[w.What] && w.By.ID != "" {
			waits[of(&w.By)] = true
		}
	}
	rows = with(rows, "hold_id", func(row int) string {
		if e := &all[row]; waits[of(e)] {
			delete(waits, of(e)) // the same event may be stored more than once
			return e.ID
		}
		return ""
	})
	ids := rows.Column("hold_id")
	return rows.Filter(func(row int) bool { return table.TextOr(ids, row, "") != "" }), nil
}
