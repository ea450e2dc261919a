package query

import (
	"math"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// finding is what is wrong with the values of one visit, whatever its station said.
type finding struct {
	Kind, Rule, Characteristic string
	// Size is how far beyond: widths of the spec or of the plausible range; 1 where nothing can be said.
	Size float64
	// Spec is the row of the plan that was in force.
	Spec *plan.Row
	// Earlier: of the value of an earlier visit, which this one did not measure again.
	Earlier bool
}

const (
	findingOutOfSpec   = "out-of-spec"
	findingImplausible = "implausible"
	findingUnmeasured  = "unmeasured"
)

// The rules of findings beside above-usl and below-lsl.
const (
	ruleAbovePlausible = "above-plausible"
	ruleBelowPlausible = "below-plausible"
	ruleNoValue        = "no-value"
)

// findings judges the values of the visits of one station: the one place that traveler, yield and signals ask whether a
// visit may pass.
type findings struct {
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
	judge  *judge
	// told is what the values of an item that was visited again said, visit by visit.
	told map[string][]told
}

// told is what was wrong with the value of a visit; nil: nothing.
type told struct {
	visit int64
	found []finding
}

// findingsOf prepares to judge rows of visits of a station by these characteristics of the plan; station is nil where the
// plan does not know it, stands tells rows that count from those that another replaced or an event struck (nil: all do).
func (p *Plan) findingsOf(station *plan.Row, rows *table.Table, characteristics []*plan.Row, stands func(row int) bool) *findings {
	f := &findings{
		station: station, verdict: rows.Column("verdict"), keys: rows.Column(unitOf(rows)), number: rows.Column("visit"),
		source: rows.Column("source_ms"), at: rows.Column("time"), lowest: map[string]int64{},
	}
	for _, row := range characteristics {
		f.of = append(f.of, characteristicFindings{
			name: row.Characteristic, values: numbersOf(rows, row.Characteristic), judge: p.judge(row.Station, row.Characteristic, rows),
			told: map[string][]told{},
		})
	}
	f.recall = sync.OnceFunc(func() { f.rememberAll(rows, stands) })
	return f
}

// rememberAll keeps what the visits of items that were visited again say. Stretches of a roll repeat nothing.
func (f *findings) rememberAll(rows *table.Table, stands func(row int) bool) {
	again := map[string]bool{}
	for row := 0; row < rows.Len() && unitOf(rows) == idColumn; row++ {
		if visitNumber(f.number, row) > 1 {
			again[textOr(f.keys, row, "")] = true
		}
	}
	for row := 0; row < rows.Len() && len(again) > 0; row++ {
		if again[textOr(f.keys, row, "")] && (stands == nil || stands(row)) {
			f.remember(row)
		}
	}
}

// remember keeps what a visit says of its item for the visits after it.
func (f *findings) remember(row int) {
	key, visit := textOr(f.keys, row, ""), visitNumber(f.number, row)
	if known, seen := f.lowest[key]; !seen || visit < known {
		f.lowest[key] = visit
	}
	for i := range f.of {
		c := &f.of[i]
		if value, ok := c.value(row); ok {
			c.told[key] = append(c.told[key], told{visit, c.judge.standard(row, f.ns(row)).findings(c.name, value)})
		}
	}
}

func (f *findings) ns(row int) int64 { return sourceMs(f.source, f.at, row) * 1e6 }

func (c *characteristicFindings) value(row int) (float64, bool) {
	if c.values == nil {
		return 0, false
	}
	return c.values.Float(row)
}

// row gives what is wrong with a row, in the order of the plan.
func (f *findings) row(row int) []finding {
	var out []finding
	ns := f.ns(row)
	for i := range f.of {
		c := &f.of[i]
		standard := c.judge.standard(row, ns)
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
func (f *findings) lacking(row int, c *characteristicFindings, spec *plan.Row) []finding {
	f.recall()
	key, visit := textOr(f.keys, row, ""), visitNumber(f.number, row)
	if last := c.before(key, visit); last != nil {
		var out []finding
		for _, found := range last.found {
			found.Earlier = true
			out = append(out, found)
		}
		return out
	}
	if lowest, again := f.lowest[key]; visit > 1 && (!again || lowest != 1) || !isSpecial(spec) || !isDue(spec, f.station) {
		return nil
	}
	if verdict := textOr(f.verdict, row, ""); verdict == verdictRetest || verdict == verdictSkipped {
		return nil
	}
	return []finding{{Kind: findingUnmeasured, Rule: ruleNoValue, Characteristic: c.name, Size: 1, Spec: spec}}
}

// before is what the newest visit up to this one that brought a value told; the worse of several with one number.
func (c *characteristicFindings) before(key string, visit int64) *told {
	var last *told
	for i, t := range c.told[key] {
		if t.visit <= visit && (last == nil || t.visit > last.visit || t.visit == last.visit && len(t.found) > 0) {
			last = &c.told[key][i]
		}
	}
	return last
}

// findings judges one value against its spec, or names it as one that cannot be true.
func (s *standard) findings(characteristic string, value float64) []finding {
	if s.Gauge.Read(value) == spc.Implausible {
		if !isSpecial(s.SpecRow) {
			return nil
		}
		rule, beyond := ruleAbovePlausible, 0.0
		if s.Gauge.Lo != nil && value < *s.Gauge.Lo {
			rule, beyond = ruleBelowPlausible, *s.Gauge.Lo-value
		} else if s.Gauge.Hi != nil {
			beyond = value - *s.Gauge.Hi
		}
		size := beyond / s.Spec.Width()
		if !(size > 0) || math.IsInf(size, 0) {
			size = 1
		}
		return []finding{{Kind: findingImplausible, Rule: rule, Characteristic: characteristic, Size: size, Spec: s.SpecRow}}
	}
	if beyond := s.Spec.Beyond(value); beyond != 0 {
		hit := s.outOfSpec(value, beyond)
		return []finding{{Kind: findingOutOfSpec, Rule: hit.Rule, Characteristic: characteristic, Size: hit.Size, Spec: s.SpecRow}}
	}
	return nil
}

// verdictUnproven stands for the ok of a station that brought no plausible value of a special characteristic: no station
// says it.
const verdictUnproven = "unproven"

// passed is the verdict of a visit as it counts: the station's, unless it passed what nobody can know to be good.
func passed(verdict string, found []finding) string {
	if verdict == verdictOK && len(unproven(found)) > 0 {
		return verdictUnproven
	}
	return verdict
}

// unproven are the findings that keep a visit from passing though its station said ok: the value of a special
// characteristic is missing, cannot be true, or was out of spec before and not measured again.
func unproven(found []finding) []finding {
	var out []finding
	for _, f := range found {
		if f.Kind != findingOutOfSpec || f.Earlier && isSpecial(f.Spec) {
			out = append(out, f)
		}
	}
	return out
}
