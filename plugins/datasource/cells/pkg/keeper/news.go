package keeper

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// dayBack is how far back an event may bear a time and still be seen when it is stored now; it is looked for so far every dayEvery,
	// in between as far as nearBack.
	dayBack  = 24 * time.Hour
	dayEvery = 5 * time.Minute
	nearBack = 10 * time.Minute
)

// news are the events that were stored since they were read last; of the last day the first time. Some come again.
type news struct {
	// readTo is up to when events were read that were stored until then, dayTo the same of those that bear times of a day ago.
	readTo, dayTo time.Time
}

func (n *news) read(ctx context.Context, run *source.Run, kinds []string) ([]record.Event, error) {
	now := run.Now()
	if n.readTo.IsZero() {
		n.readTo, n.dayTo = now.Add(-dayBack), now.Add(-dayBack)
	}
	since, back := n.readTo, nearBack
	if whole := now.Sub(n.dayTo) >= dayEvery; whole {
		since, back = n.dayTo, dayBack
	}
	from := since.Add(-back)
	events, err := run.EventsStored(ctx, source.Span{From: from.UnixNano(), To: now.Add(dayBack).UnixNano()}, since.Add(-overlap).UnixMilli(), kinds)
	if err != nil {
		return nil, err
	}
	if n.readTo = now; back == dayBack {
		n.dayTo = now
	}
	return events, nil
}
