package signals

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// ofCells is a kind of signals that looks at one visit at a time. Fresh looks at every visit; open and unanswered at the
// last one, unless an event answered it.
func ofCells(name string, look func(v *cellVisits, row int) []control.Finding) signalKind {
	return signalKind{Name: name, Station: func(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
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
func (s *search) passedOver(rows *table.Table, row int) bool {
	return s.Alerting && table.IsTrue(rows.Column("history"), row)
}

var signalColumns = []string{"site", "line", "equipment", "position", "product", visit.IDColumn, "visit"}

// cellVisits reads a station, or gives what an earlier kind read of it.
func (s *search) cellVisits(ctx context.Context, station *plan.Row) (*cellVisits, error) {
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
	names := plan.NamesOf(planned)
	read := source.VisitRead{
		Station: station.Station,
		Columns: slices.Concat(signalColumns, []string{"verdict", "verdict_reported", "history"}, names, control.StrataKeys(s.plan, station.Station, names)),
		Ranges:  s.ranges(station.Station), Choice: retest.All, RunTypes: []string{vocabulary.RunTypeProduction}, Filters: visitsOf(s.query.filters, station.Station),
		Last: s.query.State != vocabulary.StateFresh,
	}
	rows, err := s.Visits(ctx, read)
	if err != nil {
		return nil, err
	}
	v := &cellVisits{search: s, station: station, rows: rows}
	v.decides = func(row int) bool { return !(s.Alerting && v.toldAhead(row)) }
	if s.query.State != vocabulary.StateFresh {
		if v.decides, err = s.lastVisits(ctx, read, rows); err != nil {
			return nil, err
		}
	}
	judged := control.FindingsOf(s.plan, station, rows, planned, nil)
	v.found = make([][]control.Finding, rows.Len())
	for row := range rows.Len() {
		v.found[row] = judged.Row(row)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.visited[station.Station] = v
	return v, nil
}

// toldAhead tells that a record was told of when it arrived, before the search's range, though the time that it bears lies in it.
func (v *cellVisits) toldAhead(row int) bool {
	received := table.IntOr(v.rows.Column("received_ms"), row, 0)
	return received > 0 && received < v.reach().From.UnixMilli() && visit.SourceMs(v.rows.Column("source_ms"), v.rows.Column("time"), row)-received > clockAhead.Milliseconds()
}

// lastVisits tells which of all visits that were read decide: the last of each item. A filter on the machine hides visits to
// others, so that then the last ones are read without it.
func (s *search) lastVisits(ctx context.Context, read source.VisitRead, rows *table.Table) (func(row int) bool, error) {
	if !slices.ContainsFunc(read.Filters, func(f source.CompiledFilter) bool {
		return f.Key != "site" && f.Key != "line" && f.Key != visit.IDColumn
	}) {
		last := rows.Column(visit.LastColumn)
		return func(row int) bool { return table.IntOr(last, row, 0) > 0 }, nil
	}
	read.Choice, read.Rivals, read.Last, read.Columns = retest.Last, true, false, signalColumns
	last, err := s.Visits(ctx, read)
	if err != nil {
		return nil, err
	}
	return sameRecords(rows, last), nil
}

// sameRecords tells which rows of one reading are rows of another one.
func sameRecords(rows, of *table.Table) func(row int) bool {
	key := func(t *table.Table, row int) string {
		ns, _ := t.Column("time").Int(row)
		return fmt.Sprint(ns, "|", table.TextOr(t.Column("equipment"), row, ""), "|", table.TextOr(t.Column(visit.IDColumn), row, ""))
	}
	known := map[string]bool{}
	for row := range of.Len() {
		known[key(of, row)] = true
	}
	return func(row int) bool { return known[key(rows, row)] }
}

// of are the findings of a row of some kinds.
func (v *cellVisits) of(row int, kinds ...string) []control.Finding {
	var out []control.Finding
	for _, f := range v.found[row] {
		if slices.Contains(kinds, f.Kind) {
			out = append(out, f)
		}
	}
	return out
}

func (v *cellVisits) text(name string, row int) string {
	return table.TextOr(v.rows.Column(name), row, "")
}

// signal is what is wrong with a visit; none when an event has answered it and the search leaves answered ones out.
// A finding of the whole visit has no row of the plan: people decide about it, nothing is held.
func (v *cellVisits) signal(row int, f control.Finding) []signal {
	labels := passLabels(v.rows, row)
	labels["station"], labels["rule"], labels["disposition"] = v.station.Station, f.Rule, "none"
	if f.Spec != nil {
		labels["characteristic"], labels["route"], labels["disposition"] = f.Characteristic, f.Spec.Text("route"), f.Spec.Text("containment")
	}
	ms := visit.SourceMs(v.rows.Column("source_ms"), v.rows.Column("time"), row)
	if v.query.State != vocabulary.StateFresh && v.answers.Answer(labels, ms) {
		return nil
	}
	return []signal{{Value: f.Size, Labels: labels}}
}

// passLabels name a visit: where it was, of which cell, and which pass, by its source time in ms.
func passLabels(rows *table.Table, row int) map[string]string {
	labels := rowLabels(rows, row, signalColumns...)
	labels["pass"] = strconv.FormatInt(visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row), 10)
	return labels
}

// cellVisits are the visits of one station that a search looks at, and what is wrong with each: read once for all kinds.
type cellVisits struct {
	*search
	station *plan.Row
	rows    *table.Table
	found   [][]control.Finding // by row; read with of
	decides func(row int) bool
}
