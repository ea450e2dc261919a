package query

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
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
	Filters         []Filter    `json:"filters"`

	filters Filters
}

const (
	includeLimits  = "limits"
	includeSignals = "signals"
	allRunTypes    = "all"
)

var visitsType = Type{Name: "visits", Parse: parseVisits}

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

// visitColumns are the columns of the frame before lots and characteristics.
var visitColumns = []string{
	"time", "cell_id", "visit", "verdict", "run_type", "site", "line", "equipment", "product", "position", "slot",
	"operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "started_ms", "superseded",
}

func (q *visitsQuery) Run(ctx context.Context, run *Run) (data.Frames, error) {
	fields, err := run.Fields(ctx, run.Databases.Visits, q.Station)
	if err != nil {
		return nil, err
	}
	lots, characteristics := q.fieldsOf(run, fields)
	rows, err := run.visits(ctx, visitRead{
		Station: q.Station, Columns: slices.Concat(visitColumns[3:18], lots, characteristics, q.Strata),
		Ranges: []Range{run.Range}, Choice: q.Visits, RunTypes: q.RunTypes, Filters: q.filters.For(q.Station),
	})
	if err != nil {
		return nil, err
	}
	p, err := run.Plan(ctx)
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
		if t.Name == limitsFrame {
			frame.Meta.Custom = p.charting(q.Station, characteristics, run.Range.To.UnixNano())
		}
		frames = append(frames, frame)
	}
	return frames, nil
}

// fieldsOf lists the lots of the station and the characteristics asked for; one that was never stored is told.
func (q *visitsQuery) fieldsOf(run *Run, fields []influx.FieldKey) (lots, characteristics []string) {
	for _, key := range fields {
		switch {
		case isLot(key.Name):
			lots = append(lots, key.Name)
		case isCharacteristic(key) && len(q.Characteristics) == 0:
			characteristics = append(characteristics, key.Name)
		}
	}
	for _, name := range q.Characteristics {
		if slices.Contains(characteristics, name) {
			continue
		}
		characteristics = append(characteristics, name)
		known := slices.ContainsFunc(fields, func(k influx.FieldKey) bool { return k.Name == name && isCharacteristic(k) })
		if !known && len(fields) > 0 {
			run.Warn("Station %s never stored a characteristic %s; check the name against the control plan.", q.Station, name)
		}
	}
	return lots, characteristics
}

// table gives the rows the columns of the frame.
func (q *visitsQuery) table(run *Run, p *Plan, rows *table.Table, lots, characteristics []string) *table.Table {
	out := table.New("visits")
	for _, name := range slices.Concat(visitColumns, lots) {
		out.Add(run.visitColumn(rows, name))
	}
	for _, name := range characteristics {
		spec := p.characteristicSpec(q.Station, name, run.Range.To.UnixNano())
		if c := rows.Column(name); c != nil && c.Kind == table.Float {
			out.Add(renamed(c, spec))
		} else {
			out.Add(table.NewMissing(spec, rows.Len()))
		}
	}
	return out
}

func (r *Run) visitColumn(rows *table.Table, name string) *table.Column {
	source := rows.Column(name)
	switch {
	case name == "time":
		out := table.NewColumn(table.Spec{Name: name, Kind: table.Time, Required: true})
		out.Reserve(rows.Len())
		ms, at := rows.Column("source_ms"), rows.Column("time")
		for row := range rows.Len() {
			out.AppendInt(sourceMs(ms, at, row) * 1e6)
		}
		return out
	case name == "started_ms":
		return msAsTime(source, name, rows.Len())
	case name == "superseded":
		return intsAsText(orMissing(rows, replacedColumn, table.Spec{Name: name, Kind: table.Int}), name)
	case source == nil || r.people.hides(name):
		return table.NewMissing(table.Spec{Name: name, Kind: table.Text}, rows.Len())
	case source.Kind == table.Int:
		return intsAsText(source, name)
	default:
		return renamed(source, table.Spec{Name: name, Kind: table.Text})
	}
}

// msAsTime reads milliseconds as an instant: core panels would draw a number.
func msAsTime(source *table.Column, name string, n int) *table.Column {
	out := table.NewColumn(table.Spec{Name: name, Kind: table.Time})
	out.Reserve(n)
	for row := range n {
		if source == nil || source.Missing(row) {
			out.AppendMissing()
			continue
		}
		ms, _ := source.Int(row)
		out.AppendInt(ms * 1e6)
	}
	return out
}

// intsAsText gives counts and numbers of visits as text: core panels would draw them.
func intsAsText(source *table.Column, name string) *table.Column {
	out := table.NewColumn(table.Spec{Name: name, Kind: table.Text})
	out.Reserve(source.Len())
	for row := range source.Len() {
		if v, ok := source.Int(row); ok {
			out.AppendText(strconv.FormatInt(v, 10))
		} else {
			out.AppendMissing()
		}
	}
	return out
}
