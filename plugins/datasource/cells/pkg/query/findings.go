package query

import (
	"math"
	"slices"

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
	// lowest is the lowest visit that was read of an item.
	lowest map[string]int64
}

type characteristicFindings struct {
	name   string
	values *table.Column // nil when no row has one
	judge  *judge
	// special: of a special class for some product or stratum, so that the visits of an item are looked at together.
	special bool
	// measured is the lowest visit at which an item has a value that can be true, doubted what is wrong with an earlier one.
	measured map[string]int64
	doubted  map[string]finding
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
			special: p.everSpecial(row), measured: map[string]int64{}, doubted: map[string]finding{},
		})
	}
	if slices.ContainsFunc(f.of, func(c characteristicFindings) bool { return c.special }) {
		for row := range rows.Len() {
			if stands == nil || stands(row) {
				f.remember(row)
			}
		}
	}
	return f
}

// remember keeps what a visit says of its item for the visits after it.
func (f *findings) remember(row int) {
	f.note(f.lowest, row)
	for i := range f.of {
		c := &f.of[i]
		value, ok := c.value(row)
		if !ok || !c.special {
			continue
		}
		found := c.judge.standard(row, f.ns(row)).findings(c.name, value)
		if doubts := unproven(found); len(doubts) > 0 {
			c.doubted[textOr(f.keys, row, "")] = doubts[0]
		} else {
			f.note(c.measured, row)
		}
	}
}

func (f *findings) ns(row int) int64 { return sourceMs(f.source, f.at, row) * 1e6 }

// note keeps the lowest visit of the row's item.
func (f *findings) note(lowest map[string]int64, row int) {
	key, visit := textOr(f.keys, row, ""), visitNumber(f.number, row)
	if known, seen := lowest[key]; !seen || visit < known {
		lowest[key] = visit
	}
}

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
		} else if c.special {
			out = append(out, f.lacking(row, c, standard.SpecRow)...)
		}
	}
	return out
}

// lacking says what is wrong with a judged visit that brings no value of a special characteristic: nothing when an earlier
// visit brought one that can be true, since a retest need not repeat it; the doubt when it brought another; else, where every
// visit has to bring one, that it is missing. Where the first visit was not read nothing can be said.
func (f *findings) lacking(row int, c *characteristicFindings, spec *plan.Row) []finding {
	verdict := textOr(f.verdict, row, "")
	if verdict != verdictOK && verdict != verdictNOK || !isSpecial(spec) {
		return nil
	}
	key, visit := textOr(f.keys, row, ""), visitNumber(f.number, row)
	if first, known := c.measured[key]; f.lowest[key] != 1 || known && first <= visit {
		return nil
	}
	if doubt, known := c.doubted[key]; known {
		return []finding{doubt}
	}
	if !isDue(spec, f.station) {
		return nil
	}
	return []finding{{findingUnmeasured, ruleNoValue, c.name, 1, spec}}
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
		return []finding{{findingImplausible, rule, characteristic, size, s.SpecRow}}
	}
	if beyond := s.Spec.Beyond(value); beyond != 0 {
		hit := s.outOfSpec(value, beyond)
		return []finding{{findingOutOfSpec, hit.Rule, characteristic, hit.Size, s.SpecRow}}
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
// characteristic is missing or cannot be true.
func unproven(found []finding) []finding {
	var out []finding
	for _, f := range found {
		if f.Kind != findingOutOfSpec {
			out = append(out, f)
		}
	}
	return out
}
