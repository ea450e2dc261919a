package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// breaks are when something was last done to places in a stretch of time, Unix ms: their monitors begin anew.
type breaks struct {
	fromMs, untilMs int64
	last            map[place]int64
}

// place is a position of a machine, the machine where that is "", the station where both are.
type place struct{ site, equipment, position string }

// readBreaks reads those of the station that lie in a stretch, unless it did.
func (s *station) readBreaks(ctx context.Context, run *source.Run, from, until int64) error {
	if s.breaks.fromMs == from && s.breaks.untilMs == until {
		return nil
	}
	all, err := run.MachineEvents(ctx, vocabulary.BreakingEvents, source.Span{From: from * 1e6, To: until * 1e6})
	if err != nil {
		return err
	}
	last := map[place]int64{}
	for _, e := range all {
		// What was done to an item was not done to the machine.
		if !e.OfItem && (e.Equipment != "" || e.Station == s.name) {
			at := place{e.Site, e.Equipment, e.Position}
			last[at] = max(last[at], e.AtNs/1e6)
		}
	}
	s.breaks = breaks{from, until, last}
	return nil
}

// of are the last ones of streams, 0 of those without; nil where none has any.
func (b breaks) of(streams []summary.Stream) (last []int64) {
	if len(b.last) == 0 {
		return nil
	}
	for i, s := range streams {
		at := max(b.last[place{s.Site, "", ""}], b.last[place{s.Site, s.Equipment, ""}], b.last[place{s.Site, s.Equipment, s.Position}])
		if at == 0 {
			continue
		}
		if last == nil {
			last = make([]int64, len(streams))
		}
		last[i] = at
	}
	return last
}
