package control

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Counting counts first judged visits of a station into a book of steps, each value judged by the spec that held when it was
// measured. What the gauge could not measure is not counted.
type Counting struct {
	plan            *plan.Plan
	station         string
	characteristics []string
	scopes          map[summary.Key]*scopeJudge
}

// NewCounting counts what the plan says at a moment that a station measures.
func NewCounting(p *plan.Plan, station string, ns int64) *Counting {
	return &Counting{
		plan: p, station: station, characteristics: plan.NamesOf(p.MeasuredAt(station, ns)), scopes: map[summary.Key]*scopeJudge{},
	}
}

// Characteristics are those that are counted.
func (c *Counting) Characteristics() []string { return c.characteristics }

// Visit is what is counted of a visit: where it was, when (Unix ms), and whether it was told of long after.
type Visit struct {
	summary.Stream
	Ms   int64
	Late bool
}

// Count takes one visit and what it measured of each characteristic.
func (c *Counting) Count(book *summary.Book, v Visit, measured func(characteristic string) (value float64, ok bool)) {
	for _, name := range c.characteristics {
		value, ok := measured(name)
		if !ok {
			continue
		}
		held := c.scope(summary.Key{Stream: v.Stream, Characteristic: name}).at(v.Ms * 1e6)
		if held.Gauge.Read(value) == spc.Measured {
			book.Count(v.Stream, name, v.Ms, value, held.Spec.Beyond(value) != 0, v.Late)
		}
	}
}

func (c *Counting) scope(key summary.Key) *scopeJudge {
	scope, known := c.scopes[key]
	if !known {
		at := plan.Scope{Product: key.Product, Attributes: placeOf(key.Stream)}
		scope = &scopeJudge{
			product: key.Product,
			specs:   c.plan.Specs(c.station, key.Characteristic, at),
			limits:  c.plan.ControlLimits(c.station, key.Characteristic, at),
		}
		c.scopes[key] = scope
	}
	return scope
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
