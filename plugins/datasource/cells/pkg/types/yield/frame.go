package yield

import (
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// anyStation is the station of rows that multiply all of them.
const anyStation = "*"

// maxSeries bounds the frames of one answer.
const maxSeries = 500

// yieldColumn is a number of a group; nil where it is not known.
type yieldColumn struct {
	table.Spec
	of func(g *yieldGroup) *float64
}

// yieldColumns are all numbers, in the order of the frame. All but visits are of cells, at their first visit.
var yieldColumns = []yieldColumn{
	{count("order", "Place of the station in the route"), func(g *yieldGroup) *float64 {
		if g.station.row == nil {
			return nil
		}
		return g.station.row.Number("order")
	}},
	{count("visits", "Visits in production"), counted(func(g *yieldGroup) float64 { return g.visits })},
	{count("cells", "Cells, or stretches of rolls, at their first visit"), counted(func(g *yieldGroup) float64 { return g.cells })},
	{percent("first_pass", "Share of first visits that passed, of those judged"), func(g *yieldGroup) *float64 {
		if g.multipliesStations {
			return g.firstPass
		}
		return g.ofJudged()
	}},
	{percent("final", "Share of cells that passed in the end, as retests decide"), func(g *yieldGroup) *float64 {
		if g.multipliesStations {
			return g.final
		}
		return ratio(g.finallyOK, g.judged)
	}},
	{count("out_of_spec", "Cells with a value outside its spec limits at the first visit"), func(g *yieldGroup) *float64 {
		if !g.hasSpec && g.cells > 0 || g.multipliesStations {
			return nil
		}
		return &g.outOfSpec
	}},
	{count("nok", "First visits that were nok"), counted(func(g *yieldGroup) float64 { return g.nok })},
	{count("retest", "First visits that asked for a retest"), counted(func(g *yieldGroup) float64 { return g.retest })},
	{table.Spec{Name: "last_seen_ms", Kind: table.Float, Unit: "dateTimeFromNow", Description: "Source time of the last visit, Unix ms"},
		func(g *yieldGroup) *float64 {
			if g.lastSeen == 0 {
				return nil
			}
			ms := float64(g.lastSeen)
			return &ms
		}},
	{count("unproven", "First visits that the station passed without a plausible value of a special characteristic: not passed"),
		counted(func(g *yieldGroup) float64 { return g.unproven })},
}

func count(name, description string) table.Spec {
	none := uint16(0)
	return table.Spec{Name: name, Kind: table.Float, Decimals: &none, Description: description}
}

func percent(name, description string) table.Spec {
	return table.Spec{Name: name, Kind: table.Float, Unit: "percentunit", Description: description}
}

func counted(of func(g *yieldGroup) float64) func(g *yieldGroup) *float64 {
	return func(g *yieldGroup) *float64 {
		if g.multipliesStations {
			return nil
		}
		v := of(g)
		return &v
	}
}

// ratio is nil where there is nothing to divide.
func ratio(part, whole float64) *float64 {
	if whole == 0 {
		return nil
	}
	v := part / whole
	return &v
}

func yieldColumnNames() []string {
	var names []string
	for _, c := range yieldColumns {
		names = append(names, c.Name)
	}
	return names
}

// values are the numbers asked for.
func (q *Query) values() []string {
	switch {
	case len(q.Values) > 0:
		return q.Values
	case q.bucket != nil:
		return []string{"first_pass"}
	}
	return yieldColumnNames()
}

func (q *Query) columns() []yieldColumn {
	var out []yieldColumn
	for _, c := range yieldColumns {
		if slices.Contains(q.values(), c.Name) {
			out = append(out, c)
		}
	}
	return out
}

// yieldFrame is one frame with a row a group.
func (q *Query) yieldFrame(groups []*yieldGroup) *data.Frame {
	t := table.New("yield", q.labelSpecs()...)
	columns := q.columns()
	for _, c := range columns {
		t.Add(table.NewColumn(c.Spec))
	}
	for _, g := range groups {
		q.appendLabels(t, g)
		for i, c := range columns {
			table.AppendNumber(t.Columns()[1+len(q.By)+i], c.of(g))
		}
	}
	return t.Frame(data.FrameTypeNumericLong)
}

func (q *Query) labelSpecs() []table.Spec {
	specs := []table.Spec{{Name: "station", Kind: table.Text, Required: true}}
	for _, key := range q.By {
		specs = append(specs, table.Spec{Name: key, Kind: table.Text, Required: true})
	}
	return specs
}

func (q *Query) appendLabels(t *table.Table, g *yieldGroup) {
	t.Columns()[0].AppendText(g.station.name)
	for i := range q.By {
		t.Columns()[1+i].AppendText(g.by[i])
	}
}

// seriesFrames are one frame a group and number, a point a bucket. Groups come sorted, the buckets of one together.
// More of them than an answer bears are refused: an alert rule would not see those left out.
func (q *Query) seriesFrames(groups []*yieldGroup) (data.Frames, error) {
	var frames data.Frames
	for from := 0; from < len(groups); {
		to := from + 1
		for to < len(groups) && groups[to].station.name == groups[from].station.name && slices.Equal(groups[to].by, groups[from].by) {
			to++
		}
		for _, c := range q.columns() {
			frames = append(frames, q.series(c, groups[from:to]))
		}
		from = to
	}
	if len(frames) > maxSeries {
		return nil, source.Mistake("the answer has %d series, more than %d; choose stations, fewer values or fewer keys in by", len(frames), maxSeries)
	}
	if len(frames) == 0 {
		frames = data.Frames{data.NewFrame("yield").SetMeta(&data.FrameMeta{Type: data.FrameTypeTimeSeriesMulti, TypeVersion: data.FrameTypeVersion{0, 1}})}
	}
	return frames, nil
}

func (q *Query) series(c yieldColumn, groups []*yieldGroup) *data.Frame {
	t := table.New("yield", table.Spec{Name: "time", Kind: table.Time, Required: true}, c.Spec)
	for _, g := range groups {
		t.Columns()[0].AppendInt(g.atMs * int64(time.Millisecond))
		table.AppendNumber(t.Columns()[1], c.of(g))
	}
	frame := t.Frame(data.FrameTypeTimeSeriesMulti)
	frame.Fields[1].Labels = data.Labels{"station": groups[0].station.name}
	for i, key := range q.By {
		frame.Fields[1].Labels[key] = groups[0].by[i]
	}
	return frame
}
