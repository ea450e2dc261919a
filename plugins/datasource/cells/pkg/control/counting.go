package control

import (
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Counting counts first judged visits of a station into a book of steps, each value judged by the spec that held when it was
// measured. What the gauge could not measure is not counted.
type Counting struct {
	plan            *plan.Plan
	station         string
	characteristics []string
	// lots are the columns that tell lots apart, of characteristics that are held against those before.
	lots   map[string]string
	scales map[string]monitor.Scale
	specs  map[string]*specs
	// stretches: the visits of an item are stretches of it.
	stretches bool
}

// NewCounting counts what the plan says at a moment that a station measures.
func NewCounting(p *plan.Plan, station string, ns int64) *Counting {
	measured := p.MeasuredAt(station, ns)
	c := &Counting{
		plan: p, station: station, characteristics: plan.NamesOf(measured), lots: map[string]string{},
		scales: map[string]monitor.Scale{}, specs: map[string]*specs{},
	}
	if row := p.StationRow(station, ns); row != nil {
		c.stretches = plan.StationItem(row) == "roll"
	}
	for _, spec := range measured {
		c.scales[spec.Characteristic] = scaleOf(spec)
		c.specs[spec.Characteristic] = specsOf(p, station, spec.Characteristic)
		if column := lotColumn(p, spec, ns); column != "" {
			c.lots[spec.Characteristic] = column
		}
	}
	return c
}

// Same tells whether another one of the same plan and station counts the same.
func (c *Counting) Same(o *Counting) bool {
	return slices.Equal(c.characteristics, o.characteristics) && maps.Equal(c.lots, o.lots) && maps.Equal(c.scales, o.scales) && c.stretches == o.stretches
}

// Characteristics are those that are counted.
func (c *Counting) Characteristics() []string { return c.characteristics }

// Watched are what monitors are asked for: the characteristics, and "" for the verdicts.
func (c *Counting) Watched() []string { return append(slices.Clone(c.characteristics), "") }

// LotColumns are the columns of visits that tell lots apart.
func (c *Counting) LotColumns() []string { return slices.Compact(slices.Sorted(maps.Values(c.lots))) }

// Choice is which visits are counted: the first of each item; of a roll all, since they are its stretches.
func (c *Counting) Choice() retest.Choice {
	if c.stretches {
		return retest.All
	}
	return retest.First
}

// Counts tells whether a visit of a number is counted.
func (c *Counting) Counts(number int64) bool { return number == 1 || c.stretches }

// Visit is what is counted of a visit: where it was, when (Unix ms), and whether it was told of long after.
type Visit struct {
	summary.Stream
	Ms   int64
	Late bool
	// Verdict is what the station said; Lot tells what a column of lots holds, nil where none are told apart.
	Verdict string
	Lot     func(column string) string
}

// Count takes one visit and what it measured of each characteristic.
func (c *Counting) Count(book *summary.Book, v Visit, measured func(characteristic string) (value float64, ok bool)) {
	for _, name := range c.characteristics {
		value, ok := measured(name)
		if !ok {
			continue
		}
		value, bad, ok := c.Judged(name, v.Stream, v.Ms, value)
		if !ok {
			continue
		}
		book.Count(v.Stream, name, v.Ms, value, bad, v.Late)
		if column := c.lots[name]; column != "" && v.Lot != nil {
			of := v.Stream
			if of.Lot = v.Lot(column); of.Lot != "" {
				book.Count(of, name, v.Ms, value, bad, v.Late)
			}
		}
	}
	if v.Verdict == vocabulary.VerdictOK || v.Verdict == vocabulary.VerdictNOK {
		book.CountVerdict(v.Stream, v.Ms, v.Verdict == vocabulary.VerdictNOK, v.Late)
	}
}

// Judged is a value as it is judged, and whether it was out of the spec that held for it; ok is false where the gauge did not measure it.
func (c *Counting) Judged(name string, of summary.Stream, ms int64, value float64) (judged float64, bad, ok bool) {
	held := c.specs[name].of(of).at(ms * 1e6)
	if held.Gauge.Read(value) != spc.Measured {
		return value, false, false
	}
	return c.scales[name].Of(value), held.Spec.Beyond(value) != 0, true
}

// Out tells whether a value was out of the spec that held for it; ok is false where it is none that can be true.
func (c *Counting) Out(name string, of summary.Stream, ms int64, value float64) (out, ok bool) {
	specs := c.specs[name]
	if specs == nil {
		return false, false
	}
	held := specs.of(of).at(ms * 1e6)
	return held.Spec.Beyond(value) != 0, held.Gauge.Read(value) != spc.Implausible
}

// placeOf are the attributes that a stratum may name of a stream.
func placeOf(s summary.Stream) map[string]string {
	attributes := map[string]string{"site": s.Site, "line": s.Line}
	if s.Equipment != "" {
		attributes["equipment"] = s.Equipment
	}
	if s.Position != "" {
		attributes["position"] = s.Position
	}
	return attributes
}
