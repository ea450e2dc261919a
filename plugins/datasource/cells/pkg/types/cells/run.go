package cells

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Run reads the anchor's visits, joins the other stations to them and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	anchor, err := q.readAnchor(ctx, run)
	if err != nil {
		return nil, err
	}
	others, err := q.readOthers(ctx, run, p, anchor)
	if err != nil {
		return nil, err
	}
	rows, err := q.join(run, p, anchor, others)
	if err != nil {
		return nil, err
	}
	out, err := q.answer(ctx, run, p, rows)
	if err != nil {
		return nil, err
	}
	return data.Frames{out.Frame(data.FrameTypeTable)}, nil
}
