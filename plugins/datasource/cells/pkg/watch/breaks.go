package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// breaks are when something was done to machines in a stretch of time (Unix ms): their monitors begin anew.
type breaks struct {
	fromMs, untilMs int64
	all             []source.MachineEvent
}

// readBreaks reads those of the plant that lie in a stretch, unless it did.
func (s *station) readBreaks(ctx context.Context, run *source.Run, from, until int64) error {
	if s.breaks.fromMs == from && s.breaks.untilMs == until {
		return nil
	}
	all, err := run.MachineEvents(ctx, vocabulary.BreakingEvents, source.Span{From: from * 1e6, To: until * 1e6})
	if err == nil {
		s.breaks = breaks{from, until, all}
	}
	return err
}

// of are the last ones of streams, Unix ms, 0 of those without; nil where none has any.
func (b breaks) of(streams []summary.Stream) (last []int64) {
	for _, e := range b.all {
		for i, s := range streams {
			if !happenedTo(e, s) {
				continue
			}
			if last == nil {
				last = make([]int64, len(streams))
			}
			last[i] = max(last[i], e.AtNs/1e6)
		}
	}
	return last
}

func happenedTo(e source.MachineEvent, s summary.Stream) bool {
	if e.Equipment == "" {
		return e.Site == s.Site && e.Station != "" && e.Station == s.Station
	}
	return e.Site == s.Site && e.Equipment == s.Equipment && (e.Position == "" || e.Position == s.Position)
}
