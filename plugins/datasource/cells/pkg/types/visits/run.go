package visits

import (
	"context"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Run reads the visits and answers their frame, and those of limits and signals where asked for.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	fields, err := run.Fields(ctx, run.Databases.Visits, q.Station)
	if err != nil {
		return nil, err
	}
	lots, characteristics := q.FieldsOf(run, p, fields)
	rows, err := run.Visits(ctx, source.VisitRead{
		Station: q.Station, Columns: slices.Concat(q.reads(lots), characteristics, q.Strata),
		Ranges: []source.Range{run.Range}, Choice: q.Visits, RunTypes: q.RunTypes, Filters: q.Where.For(q.Station),
	})
	if err != nil {
		return nil, err
	}
	tables := []*table.Table{q.Table(run, p, rows, lots, characteristics)}
	if slices.Contains(q.Include, vocabulary.IncludeLimits) {
		tables = append(tables, q.limits(run, p, rows, characteristics))
	}
	if slices.Contains(q.Include, vocabulary.IncludeSignals) {
		tables = append(tables, q.pointSignals(p, rows, characteristics, run.Range.To.UnixNano()))
	}
	var frames data.Frames
	for _, t := range tables {
		frame := t.Frame(data.FrameTypeTable)
		switch t.Name {
		case vocabulary.FrameLimits:
			frame.Meta.Custom = p.Charting(q.Station, characteristics, run.Range.To.UnixNano())
		case vocabulary.FrameVisits:
			DescribeUnit(frame, rows)
		}
		frames = append(frames, frame)
	}
	return frames, nil
}
