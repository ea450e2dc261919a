// Package visits answers the visits of one station, with their limits and the signals of their points.
package visits

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks for the visits of one station.
type Query struct {
	Station         string          `json:"station"`
	Characteristics []string        `json:"characteristics"` // none: all
	Visits          join.Visits     `json:"visits"`          // default first
	RunTypes        []string        `json:"runTypes"`        // default production; "all" for every type
	Strata          []string        `json:"strata"`
	Include         []string        `json:"include"`
	Columns         []string        `json:"columns,omitempty"` // besides time, cell_id and the values; none: all
	Filters         []source.Filter `json:"filters"`

	// Where are the filters, compiled.
	Where source.Filters `json:"-"`
}

// Type is the query type visits.
var Type = query.Type{Name: vocabulary.QueryVisits, Alone: true, Parse: ParseVisits}

// ParseVisits reads, completes and checks a query.
func ParseVisits(raw json.RawMessage) (query.Runner, error) {
	q := &Query{Visits: join.First}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	if q.Visits == "" {
		q.Visits = join.First
	}
	if len(q.RunTypes) == 0 {
		q.RunTypes = []string{vocabulary.RunTypeProduction}
	} else if slices.Contains(q.RunTypes, visit.AllRunTypes) {
		q.RunTypes = nil
	}
	return q, q.validate()
}

func (q *Query) validate() error {
	if err := source.CheckName("station", q.Station); err != nil {
		return err
	}
	if err := source.CheckCharacteristics(q.Characteristics); err != nil {
		return err
	}
	if err := source.CheckNames("stratum", q.Strata); err != nil {
		return err
	}
	if err := source.CheckVisits(q.Visits); err != nil {
		return err
	}
	if err := q.checkColumns(); err != nil {
		return err
	}
	for _, name := range q.Include {
		if name != vocabulary.IncludeLimits && name != vocabulary.IncludeSignals {
			return source.Mistake("include %q is unknown; use %s or %s", name, vocabulary.IncludeLimits, vocabulary.IncludeSignals)
		}
	}
	var err error
	q.Where, err = source.CompileFilters(q.Filters)
	return err
}

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
		case limitsFrame:
			frame.Meta.Custom = p.Charting(q.Station, characteristics, run.Range.To.UnixNano())
		case visitsFrame:
			DescribeUnit(frame, rows)
		}
		frames = append(frames, frame)
	}
	return frames, nil
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return append(q.Where.Keys(), q.Strata...) }
