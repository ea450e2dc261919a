package query

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// cellVisits are the visits of one station that a search looks at, and what is wrong with each: read once for all kinds.
type cellVisits struct {
	*signalSearch
	station *plan.Row
	rows    *table.Table
	found   [][]finding // by row; read with of
	decides func(row int) bool
}

// ofCells is a kind of signals that looks at one visit at a time. Fresh looks at every visit; open and unanswered at the
// last one, unless an event answered it.
func ofCells(name string, look func(v *cellVisits, row int) []finding) signalKind {
	return signalKind{Name: name, OfCells: true, Station: func(ctx context.Context, s *signalSearch, station *plan.Row) ([]signal, error) {
		v, err := s.cellVisits(ctx, station)
		if err != nil {
			return nil, err
		}
		var out []signal
		for row := range v.rows.Len() {
			if v.decides(row) && !v.passedOver(v.rows, row) {
				for _, f := range look(v, row) {
					out = append(out, v.signal(row, f)...)
				}
			}
		}
		return out, nil
	}}
}

// passedOver tells that a record only tells what was: people see what is wrong with it, and no alert holds its cell.
func (s *signalSearch) passedOver(rows *table.Table, row int) bool {
	return s.Alerting && isTrue(rows.Column("history"), row)
}

var signalColumns = []string{"site", "line", "equipment", "position", "product", idColumn, "visit"}

// cellVisits reads a station, or gives what an earlier kind read of it.
func (s *signalSearch) cellVisits(ctx context.Context, station *plan.Row) (*cellVisits, error) {
	s.mu.Lock()
	known := s.visited[station.Station]
	s.mu.Unlock()
	if known != nil {
		return known, nil
	}
	planned, err := s.judgeable(ctx, station.Station)
	if err != nil {
		return nil, err
	}
	names := namesOf(planned)
	read := visitRead{
		Station: station.Station,
		Columns: slices.Concat(signalColumns, []string{"verdict", "verdict_reported", "history"}, names, s.plan.strataKeys(station.Station, names)),
		Ranges:  s.ranges(station.Station), Choice: join.All, RunTypes: []string{defaultRunType}, Filters: s.query.filters.visitsOf(station.Station),
		Last: s.query.State != stateFresh,
	}
	rows, err := s.visits(ctx, read)
	if err != nil {
		return nil, err
	}
	v := &cellVisits{signalSearch: s, station: station, rows: rows, decides: func(int) bool { return true }}
	if s.query.State != stateFresh {
		if v.decides, err = s.lastVisits(ctx, read, rows); err != nil {
			return nil, err
		}
	}
	judged := s.plan.findingsOf(station, rows, planned, nil)
	v.found = make([][]finding, rows.Len())
	for row := range rows.Len() {
		v.found[row] = judged.row(row)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.visited[station.Station] = v
	return v, nil
}

// lastVisits tells which of all visits that were read decide: the last of each item. A filter on the machine hides visits to
// others, so that then the last ones are read without it.
func (s *signalSearch) lastVisits(ctx context.Context, read visitRead, rows *table.Table) (func(row int) bool, error) {
	if !slices.ContainsFunc(read.Filters, func(f compiledFilter) bool { return f.Key != "site" && f.Key != "line" && f.Key != idColumn }) {
		last := rows.Column(lastColumn)
		return func(row int) bool { return intOr(last, row, 0) > 0 }, nil
	}
	read.Choice, read.Rivals, read.Last, read.Columns = join.Last, true, false, signalColumns
	last, err := s.visits(ctx, read)
	if err != nil {
		return nil, err
	}
	return sameRecords(rows, last), nil
}

// sameRecords tells which rows of one reading are rows of another one.
func sameRecords(rows, of *table.Table) func(row int) bool {
	key := func(t *table.Table, row int) string {
		ns, _ := t.Column("time").Int(row)
		return fmt.Sprint(ns, "|", textOr(t.Column("equipment"), row, ""), "|", textOr(t.Column(idColumn), row, ""))
	}
	known := map[string]bool{}
	for row := range of.Len() {
		known[key(of, row)] = true
	}
	return func(row int) bool { return known[key(rows, row)] }
}

// of are the findings of a row of some kinds.
func (v *cellVisits) of(row int, kinds ...string) []finding {
	var out []finding
	for _, f := range v.found[row] {
		if slices.Contains(kinds, f.Kind) {
			out = append(out, f)
		}
	}
	return out
}

func (v *cellVisits) text(name string, row int) string { return textOr(v.rows.Column(name), row, "") }

// signal is what is wrong with a visit; none when an event has answered it and the search leaves answered ones out.
// A finding of the whole visit has no row of the plan: people decide about it, nothing is held.
func (v *cellVisits) signal(row int, f finding) []signal {
	labels := passLabels(v.rows, row)
	labels["station"], labels["rule"], labels["route"], labels["disposition"] = v.station.Station, f.Rule, "quality", "none"
	if f.Spec != nil {
		labels["characteristic"], labels["route"], labels["disposition"] = f.Characteristic, f.Spec.Text("route"), f.Spec.Text("containment")
	}
	ms := sourceMs(v.rows.Column("source_ms"), v.rows.Column("time"), row)
	if v.query.State != stateFresh && v.answers.answer(labels, ms) {
		return nil
	}
	return []signal{{Value: f.Size, Labels: labels}}
}

// passLabels name a visit: where it was, of which cell, and which pass, by its source time in ms.
func passLabels(rows *table.Table, row int) map[string]string {
	labels := rowLabels(rows, row, signalColumns...)
	labels["pass"] = strconv.FormatInt(sourceMs(rows.Column("source_ms"), rows.Column("time"), row), 10)
	return labels
}
