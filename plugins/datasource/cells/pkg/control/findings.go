package control

import (
	"math"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Finding is what is wrong with the values of one visit, whatever its station said.
type Finding struct {
	Kind, Rule, Characteristic string
	// Size is how far beyond: widths of the spec or of the plausible range; 1 where nothing can be said.
	Size float64
	// Spec is the row of the plan that was in force.
	Spec *plan.Row
	// Earlier: of the value of an earlier visit, which this one did not measure again.
	Earlier bool
}

// Findings judges the values of the visits of one station: the one place that traveler, yield and signals ask whether a
// visit may pass.
type Findings struct {
	station *plan.Row
	of      []characteristicFindings
	verdict *table.Column
	keys    *table.Column
	number  *table.Column
	source  *table.Column
	at      *table.Column
	// recall looks once through all visits for what they say of their items, as soon as one lacks a value.
	recall func()
	// lowest is the lowest visit that was read of an item that was visited again.
	lowest map[string]int64
}

type characteristicFindings struct {
	name   string
	values *table.Column // nil when no row has one
	judge  *Judge
	// told is what the values of an item that was visited again said, visit by visit.
	told map[string][]told
}

// told is what was wrong with the value of a visit; nil: nothing.
type told struct {
	number int64
	found  []Finding
}

// FindingsOf prepares to judge rows of visits of a station by these characteristics of the plan; station is nil where the
// plan does not know it, stands tells rows that count from those that another replaced or an event struck (nil: all do).
func FindingsOf(p *plan.Plan, station *plan.Row, rows *table.Table, characteristics []*plan.Row, stands func(row int) bool) *Findings {
	f := &Findings{
		station: station, verdict: rows.Column("verdict"), keys: rows.Column(visit.UnitOf(rows)), number: rows.Column("visit"),
		source: rows.Column("source_ms"), at: rows.Column("time"), lowest: map[string]int64{},
	}
	for _, row := range characteristics {
		f.of = append(f.of, characteristicFindings{
			name: row.Characteristic, values: visit.NumbersOf(rows, row.Characteristic), judge: NewJudge(p, row.Station, row.Characteristic, rows),
			told: map[string][]told{},
		})
	}
	f.recall = sync.OnceFunc(func() { f.rememberAll(rows, stands) })
	return f
}

// rememberAll keeps what the visits of items that were visited again say. Stretches of a roll repeat nothing.
func (f *Findings) rememberAll(rows *table.Table, stands func(row int) bool) {
	again := map[string]bool{}
	for row := 0; row < rows.Len() && visit.UnitOf(rows) == visit.IDColumn; row++ {
		if visit.Number(f.number, row) > 1 {
			again[table.TextOr(f.keys, row, "")] = true
		}
	}
	for row := 0; row < rows.Len() && len(again) > 0; row++ {
		if again[table.TextOr(f.keys, row, "")] && (stands == nil || stands(row)) {
			f.remember(row)
		}
	}
}

// remember keeps what a visit says of its item for the visits after it.
func (f *Findings) remember(row int) {
	key, number := table.TextOr(f.keys, row, ""), visit.Number(f.number, row)
	if known, seen := f.lowest[key]; !seen || number < known {
		f.lowest[key] = number
	}
	for i := range f.of {
		c := &f.of[i]
		if value, ok := c.value(row); ok {
			c.told[key] = append(c.told[key], told{number, c.judge.Standard(row, f.ns(row)).findings(c.name, value)})
		}
	}
}

func (f *Findings) ns(row int) int64 { return visit.SourceMs(f.source, f.at, row) * 1e6 }

func (c *characteristicFindings) value(row int) (float64, bool) {
	if c.values == nil {
		return 0, false
	}
	return c.values.Float(row)
}

// Row gives what is wrong with a row, in the order of the plan.
func (f *Findings) Row(row int) []Finding {
	var out []Finding
	ns := f.ns(row)
	for i := range f.of {
		c := &f.of[i]
		standard := c.judge.Standard(row, ns)
		if value, ok := c.value(row); ok {
			out = append(out, standard.findings(c.name, value)...)
		} else {
			out = append(out, f.lacking(row, c, standard.SpecRow)...)
		}
	}
	return out
}

// lacking says what is wrong with a visit that brings no value of a characteristic. A retest need not repeat what was
// measured, and heals only what it measures again: what an earlier visit brought last stands. Where none did, a special
// characteristic that every visit has to bring is missing, unless the station judged nothing; where the first visit was not
// read nothing can be said.
func (f *Findings) lacking(row int, c *characteristicFindings, spec *plan.Row) []Finding {
	f.recall()
	key, number := table.TextOr(f.keys, row, ""), visit.Number(f.number, row)
	if last := c.before(key, number); last != nil {
		var out []Finding
		for _, found := range last.found {
			found.Earlier = true
			out = append(out, found)
		}
		return out
	}
	if lowest, again := f.lowest[key]; number > 1 && (!again || lowest != 1) || !plan.IsSpecial(spec) || !plan.IsDue(spec, f.station) {
		return nil
	}
	if retest.MayLack(table.TextOr(f.verdict, row, "")) {
		return nil
	}
	return []Finding{{Kind: vocabulary.SignalUnmeasured, Rule: vocabulary.SignalRuleNoValue, Characteristic: c.name, Size: 1, Spec: spec}}
}

// before is what the newest visit up to this one that brought a value told.
func (c *characteristicFindings) before(key string, number int64) *told {
	all := c.told[key]
	newest := retest.Newest(len(all), number, func(i int) (int64, bool) { return all[i].number, len(all[i].found) > 0 })
	if newest < 0 {
		return nil
	}
	return &all[newest]
}

// findings judges one value against its spec, or names it as one that cannot be true.
func (s *Standard) findings(characteristic string, value float64) []Finding {
	if s.Gauge.Read(value) == spc.Implausible {
		if !plan.IsSpecial(s.SpecRow) {
			return nil
		}
		rule, beyond := vocabulary.SignalRuleAbovePlausible, 0.0
		if s.Gauge.Lo != nil && value < *s.Gauge.Lo {
			rule, beyond = vocabulary.SignalRuleBelowPlausible, *s.Gauge.Lo-value
		} else if s.Gauge.Hi != nil {
			beyond = value - *s.Gauge.Hi
		}
		size := beyond / s.Spec.Width()
		if !(size > 0) || math.IsInf(size, 0) {
			size = 1
		}
		return []Finding{{Kind: vocabulary.SignalImplausible, Rule: rule, Characteristic: characteristic, Size: size, Spec: s.SpecRow}}
	}
	if beyond := s.Spec.Beyond(value); beyond != 0 {
		hit := s.outOfSpec(value, beyond)
		return []Finding{{Kind: vocabulary.SignalOutOfSpec, Rule: hit.Rule, Characteristic: characteristic, Size: hit.Size, Spec: s.SpecRow}}
	}
	return nil
}

// Passed is the verdict of a visit as it counts: the station's, unless it passed what nobody can know to be good.
func Passed(verdict string, found []Finding) string {
	if verdict == vocabulary.VerdictOK && len(unproven(found)) > 0 {
		return visit.VerdictUnproven
	}
	return verdict
}

// unproven are the findings that keep a visit from passing though its station said ok: the value of a special
// characteristic is missing, cannot be true, or was out of spec before and not measured again.
func unproven(found []Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if f.Kind != vocabulary.SignalOutOfSpec || f.Earlier && plan.IsSpecial(f.Spec) {
			out = append(out, f)
		}
	}
	return out
}
