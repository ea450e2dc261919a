package traveler

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Run reads all that is known of the item and answers a frame for each part.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	t := &traveler{Run: run, plan: p, id: q.CellID[0]}
	found, err := run.Pointers(ctx, p, source.Lookup{Item: t.id})
	if err != nil {
		return nil, err
	}
	t.known = len(found[t.id]) > 0
	if !t.known {
		run.Notice("Nothing is known of %s: the index holds no record of it. Check the ID; records older than the retention are gone.", t.id)
	} else if err := t.read(ctx, q, found[t.id]); err != nil {
		return nil, err
	}
	var frames data.Frames
	for _, part := range travelerParts {
		if q.wants(part.name) {
			frames = append(frames, part.table(t).Frame(data.FrameTypeTable))
		}
	}
	if t.known && len(frames) > 0 {
		frames[0].Meta.Custom = t.names()
	}
	return frames, nil
}
