package query

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// visitsQuery asks for the visits of one station.
type visitsQuery struct {
	Station         string      `json:"station"`
	Characteristics []string    `json:"characteristics"` // none: all
	Visits          join.Visits `json:"visits"`          // default first
	RunTypes        []string    `json:"runTypes"`        // default production; "all" for every type
	Strata          []string    `json:"strata"`
	Include         []string    `json:"include"`
	Columns         []string    `json:"columns,omitempty"` // besides time, cell_id and the values; none: all
	Filters         []Filter    `json:"filters"`

	filters Filters
}

const (
	includeLimits  = "limits"
	includeSignals = "signals"
	allRunTypes    = "all"
)

var visitsType = Type{Name: "visits", Alone: true, Parse: parseVisits}

func parseVisits(raw json.RawMessage) (Runner, error) {
	q := &visitsQuery{Visits: join.First}
	if err := decode(raw, q); err != nil {
		return nil, err
	}
	if q.Visits == "" {
		q.Visits = join.First
	}
	if len(q.RunTypes) == 0 {
		q.RunTypes = []string{defaultRunType}
	} else if slices.Contains(q.RunTypes, allRunTypes) {
		q.RunTypes = nil
	}
	return q, q.validate()
}

func (q *visitsQuery) validate() error {
	if err := checkName("station", q.Station); err != nil {
		return err
	}
	if err := checkCharacteristics(q.Characteristics); err != nil {
		return err
	}
	if err := checkNames("stratum", q.Strata); err != nil {
		return err
	}
	if err := checkVisits(q.Visits); err != nil {
		return err
	}
	if err := q.checkColumns(); err != nil {
		return err
	}
	for _, name := range q.Include {
		if name != includeLimits && name != includeSignals {
			return userErrorf("include %q is unknown; use %s or %s", name, includeLimits, includeSignals)
		}
	}
	var err error
	q.filters, err = compileFilters(q.Filters)
	return err
}

func checkVisits(v join.Visits) error {
	switch v {
	case join.First, join.Last, join.All:
		return nil
	}
	return userErrorf("visits is %q; use first, last or all", v)
}

func (q *visitsQuery) Run(ctx context.Context, run *Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	fields, err := run.Fields(ctx, run.Databases.Visits, q.Station)
	if err != nil {
		return nil, err
	}
	lots, characteristics := q.fieldsOf(run, p, fields)
	rows, err := run.visits(ctx, visitRead{
		Station: q.Station, Columns: slices.Concat(q.reads(lots), characteristics, q.Strata),
		Ranges: []Range{run.Range}, Choice: q.Visits, RunTypes: q.RunTypes, Filters: q.filters.For(q.Station),
	})
	if err != nil {
		return nil, err
	}
	tables := []*table.Table{q.table(run, p, rows, lots, characteristics)}
	if slices.Contains(q.Include, includeLimits) {
		tables = append(tables, q.limits(run, p, rows, characteristics))
	}
	if slices.Contains(q.Include, includeSignals) {
		tables = append(tables, q.pointSignals(p, rows, characteristics))
	}
	var frames data.Frames
	for _, t := range tables {
		frame := t.Frame(data.FrameTypeTable)
		switch t.Name {
		case limitsFrame:
			frame.Meta.Custom = p.charting(q.Station, characteristics, run.Range.To.UnixNano())
		case visitsFrame:
			describeUnit(frame, rows)
		}
		frames = append(frames, frame)
	}
	return frames, nil
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *visitsQuery) ChosenBy() []string { return append(q.filters.Keys(), q.Strata...) }
