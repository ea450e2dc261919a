package watch

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// masters counts what gauges read of master parts, each part by itself.
type masters struct {
	names  []string
	gauges map[string]spc.Gauge
}

func mastersOf(p *plan.Plan, station string, ns int64) masters {
	m := masters{names: control.MastersOf(p, station, ns), gauges: map[string]spc.Gauge{}}
	for _, name := range m.names {
		m.gauges[name] = control.GaugeOf(p.Characteristics.At(station, name, plan.Scope{Product: plan.Any}, ns))
	}
	return m
}

// runTypes are those that are read of masters.
func (m masters) runTypes() []string {
	if len(m.names) == 0 {
		return nil
	}
	return []string{vocabulary.RunTypeMaster}
}

// count takes the master parts among rows, and gives which they are.
func (m masters) count(book *summary.Book, station string, rows *table.Table) map[int]bool {
	if len(m.names) == 0 {
		return nil
	}
	is := map[int]bool{}
	runType := rows.Column("run_type")
	for row := range rows.Len() {
		if visit.RunTypeOf(runType, row) == vocabulary.RunTypeMaster {
			is[row] = true
		}
	}
	if len(is) == 0 {
		return nil
	}
	sourceMs, at := rows.Column("source_ms"), rows.Column("time")
	text := func(name string, row int) string { return table.TextOr(rows.Column(name), row, "") }
	for _, name := range m.names {
		values := visit.NumbersOf(rows, name)
		if values == nil {
			continue
		}
		for row := range is {
			value, ok := values.Float(row)
			if !ok || m.gauges[name].Read(value) != spc.Measured {
				continue
			}
			of := summary.Stream{
				Site: text("site", row), Line: text("line", row), Station: station, Equipment: text("equipment", row), Position: text("position", row),
				Lot: text(visit.IDColumn, row),
			}
			book.Change(summary.Key{Stream: of, Characteristic: name}, visit.SourceMs(sourceMs, at, row), func(s *summary.Step) {
				s.Add(value)
				s.Judge(false, false)
			})
		}
	}
	return is
}
