package watch

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

var streamColumns = []string{"site", "line", "equipment", "position", "lane", "product", "verdict"}

// readSteps reads the first visits of adjacent steps anew and puts them in the book.
func (s *station) readSteps(ctx context.Context, run *source.Run, steps []counted) error {
	from, to := steps[0].begin, steps[len(steps)-1].begin+s.book.LengthMs
	over := source.Range{From: time.UnixMilli(from), To: time.UnixMilli(to)}
	aside := run.Aside(over)
	rows, err := aside.Visits(ctx, source.VisitRead{
		Station: s.name, Columns: slices.Concat(streamColumns, s.counting.LotColumns(), s.counting.Characteristics()),
		Ranges: []source.Range{over}, Choice: s.counting.Choice(), RunTypes: []string{vocabulary.RunTypeProduction}, Every: s.masters.runTypes(),
	})
	if err != nil {
		return err
	}
	if err := aside.Log.Whole(run.Budget.Rows); err != nil {
		return err
	}
	anew, checks := summary.NewBook(s.book.LengthMs), summary.NewBook(s.book.LengthMs)
	s.countVisits(anew, rows, s.masters.count(checks, s.name, rows))
	s.book.Replace(from, to, anew)
	s.checks.Replace(from, to, checks)
	now := run.Now()
	for _, step := range steps {
		if r := s.steps[step.begin]; r != nil {
			s.followers.again(step.begin)
			*r = reading{counted: now}
		} else {
			s.followers.changed(step.begin)
			s.steps[step.begin] = s.readAt(step.begin, now)
		}
		s.steps[step.begin].rows = step.rows
	}
	return nil
}

func (s *station) countVisits(book *summary.Book, rows *table.Table, without map[int]bool) {
	streamOf := streamsOf(s.name, rows)
	verdict := rows.Column("verdict")
	sourceMs, at, received, number := rows.Column("source_ms"), rows.Column("time"), rows.Column("received_ms"), rows.Column("visit")
	values := map[string]*table.Column{}
	for _, name := range s.counting.Characteristics() {
		values[name] = visit.NumbersOf(rows, name)
	}
	late := arrivals{}
	for row := range rows.Len() {
		ms := visit.SourceMs(sourceMs, at, row)
		of := streamOf(row)
		late.note(s.stepOf(of.Site, of.Line, of.Equipment, ms), ms, table.IntOr(received, row, ms))
	}
	for row := range rows.Len() {
		if without[row] || !s.counting.Counts(table.IntOr(number, row, 1)) {
			continue
		}
		v := control.Visit{Ms: visit.SourceMs(sourceMs, at, row), Stream: streamOf(row)}
		v.Late = late.late(s.stepOf(v.Site, v.Line, v.Equipment, v.Ms), v.Ms, table.IntOr(received, row, v.Ms))
		v.Verdict = table.TextOr(verdict, row, "")
		v.Lot = func(column string) string { return table.TextOr(rows.Column(column), row, "") }
		s.counting.Count(book, v, func(name string) (float64, bool) {
			if values[name] == nil {
				return 0, false
			}
			return values[name].Float(row)
		})
	}
}

// streamsOf tells of rows of a station which stream measured them: a lane stands for a position.
func streamsOf(station string, rows *table.Table) func(row int) summary.Stream {
	text := func(name string) func(row int) string {
		c := rows.Column(name)
		return func(row int) string { return table.TextOr(c, row, "") }
	}
	site, line, equipment, position, lane, product := text("site"), text("line"), text("equipment"), text("position"), text("lane"), text("product")
	return func(row int) summary.Stream {
		return summary.Stream{
			Site: site(row), Line: line(row), Station: station, Equipment: equipment(row), Position: cmp.Or(position(row), lane(row)), Product: product(row),
		}
	}
}
