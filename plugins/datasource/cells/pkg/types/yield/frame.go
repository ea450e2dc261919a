package yield

import (
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
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
	{spec(count, vocabulary.YieldOrder), func(g *yieldGroup) *float64 {
		if g.station.row == nil {
			return nil
		}
		return g.station.row.Number("order")
	}},
	{spec(count, vocabulary.YieldVisits), counted(func(g *yieldGroup) float64 { return g.visits })},
	{spec(count, vocabulary.YieldCells), counted(func(g *yieldGroup) float64 { return g.cells })},
	{spec(percent, vocabulary.YieldFirstPass), func(g *yieldGroup) *float64 {
		if g.multipliesStations {
			return g.firstPass
		}
		return g.ofJudged()
	}},
	{spec(percent, vocabulary.YieldFinal), func(g *yieldGroup) *float64 {
		if g.multipliesStations {
			return g.final
		}
		return ratio(g.finallyOK, g.judged)
	}},
	{spec(count, vocabulary.YieldOutOfSpec), func(g *yieldGroup) *float64 {
		if !g.hasSpec && g.cells > 0 || g.multipliesStations {
			return nil
		}
		return &g.outOfSpec
	}},
	{spec(count, vocabulary.YieldNOK), counted(func(g *yieldGroup) float64 { return g.nok })},
	{spec(count, vocabulary.YieldRetest), counted(func(g *yieldGroup) float64 { return g.retest })},
	{spec(since, vocabulary.YieldLastSeenMs),
		func(g *yieldGroup) *float64 {
			if g.lastSeen == 0 {
				return nil
			}
			ms := float64(g.lastSeen)
			return &ms
		}},
	{spec(count, vocabulary.YieldUnproven),
		counted(func(g *yieldGroup) float64 { return g.unproven })},
}

// spec is a column of the vocabulary, of one of the sorts below.
func spec(sort func(name, description string) table.Spec, name string) table.Spec {
	return sort(name, vocabulary.YieldColumnDescription[name])
}

func count(name, description string) table.Spec {
	none := uint16(0)
	return table.Spec{Name: name, Kind: table.Float, Decimals: &none, Description: description}
}

func percent(name, description string) table.Spec {
	return table.Spec{Name: name, Kind: table.Float, Unit: "percentunit", Description: description}
}

func since(name, description string) table.Spec {
	return table.Spec{Name: name, Kind: table.Float, Unit: "dateTimeFromNow", Description: description}
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

// values are the numbers asked for.
func (q *Query) values() []string {
	switch {
	case len(q.Values) > 0:
		return q.Values
	case q.bucket != nil:
		return []string{vocabulary.YieldFirstPass}
	}
	return vocabulary.YieldColumns
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
		for _, c := range columns {
			table.AppendNumber(t.Column(c.Name), c.of(g))
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
	t.Column("station").AppendText(g.station.name)
	for i, key := range q.By {
		t.Column(key).AppendText(g.by[i])
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
		t.Column("time").AppendInt(g.atMs * int64(time.Millisecond))
		table.AppendNumber(t.Column(c.Name), c.of(g))
	}
	frame := t.Frame(data.FrameTypeTimeSeriesMulti)
	frame.Fields[1].Labels = data.Labels{"station": groups[0].station.name}
	for i, key := range q.By {
		frame.Fields[1].Labels[key] = groups[0].by[i]
	}
	return frame
}
