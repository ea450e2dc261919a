package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// breaks are when something was done to places in a stretch of time (Unix ms).
type breaks struct {
	fromMs, untilMs int64
	control.Breaks
}

// readBreaks reads those of the station that lie in a stretch, unless it did.
func (s *station) readBreaks(ctx context.Context, run *source.Run, from, until int64) error {
	if s.breaks.fromMs == from && s.breaks.untilMs == until {
		return nil
	}
	all, err := run.MachineEvents(ctx, vocabulary.BreakingEvents, source.Span{From: from * 1e6, To: until * 1e6})
	if err != nil {
		return err
	}
	s.breaks = breaks{from, until, control.BreaksOf(s.name, all)}
	return nil
}
