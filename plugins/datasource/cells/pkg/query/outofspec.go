package query

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// outOfSpecKind: a cell's value lies outside its spec limits. Fresh looks at every visit; open and unanswered at the
// last one, unless an event answered it.
var outOfSpecKind = signalKind{Name: "out-of-spec", OfCells: true, Station: findOutOfSpec}

var signalColumns = []string{"site", "line", "equipment", "position", "product", idColumn, "visit"}

func findOutOfSpec(ctx context.Context, s *signalSearch, station *plan.Row) ([]signal, error) {
	planned, err := s.judgeable(ctx, station.Station)
	if err != nil || len(planned) == 0 {
		return nil, err
	}
	characteristics := namesOf(planned)
	read := visitRead{
		Station: station.Station, Columns: append(append([]string{}, signalColumns...), characteristics...),
		Ranges: s.ranges(station.Station), Choice: join.All, RunTypes: []string{defaultRunType}, Filters: s.query.filters.visitsOf(station.Station),
	}
	if s.query.State != stateFresh {
		read.Choice, read.Rivals = join.Last, true
	}
	rows, err := s.visits(ctx, read)
	if err != nil {
		return nil, err
	}
	source, at := rows.Column("source_ms"), rows.Column("time")
	var out []signal
	for _, name := range characteristics {
		values := numbersOf(rows, name)
		if values == nil {
			continue
		}
		judge := s.plan.judge(station.Station, name, rows)
		for row := range rows.Len() {
			value, ok := values.Float(row)
			if !ok {
				continue
			}
			ms := sourceMs(source, at, row)
			standard := judge.standard(row, ms*1e6)
			for _, h := range standard.hits(value) {
				if h.Rule != ruleAboveUSL && h.Rule != ruleBelowLSL {
					continue
				}
				labels := rowLabels(rows, row, signalColumns...)
				labels["station"], labels["characteristic"], labels["rule"] = station.Station, name, h.Rule
				labels["route"], labels["disposition"] = standard.SpecRow.Text("route"), standard.SpecRow.Text("containment")
				if s.query.State != stateFresh && s.answers.answer(labels, ms) {
					continue
				}
				out = append(out, signal{Value: h.Size, Labels: labels})
			}
		}
	}
	return out, nil
}

// visitsOf are the filters that rows of a station's visits can pass or fail; kind, rule and the like are labels only.
func (fs Filters) visitsOf(station string) Filters {
	var out Filters
	for _, f := range fs.For(station) {
		switch f.Key {
		case "station", "characteristic", "kind", "rule", "route", "disposition":
		default:
			out = append(out, f)
		}
	}
	return out
}
