// Package control judges values, points and visits by what the control plan and its limits say held for them. Pure.
package control

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Judge says what the plan held for the rows of one characteristic.
type Judge struct {
	strata *Strata
	scopes map[string]*scopeJudge
	open   func(product, stratum string) *scopeJudge
}

type scopeJudge struct {
	product       string
	specs, limits plan.Timeline
	last          *Standard
}

// Standard is what held for a value at its moment.
type Standard struct {
	SpecRow, LimitRow *plan.Row
	Spec              spc.Spec
	Gauge             spc.Gauge
	Lines             *spc.Lines // of single values
}

// NewJudge prepares to judge rows of visits; only the keys that the plan distinguishes by are looked at.
func NewJudge(p *plan.Plan, station, characteristic string, rows *table.Table) *Judge {
	var keys []string
	for _, book := range []*plan.Book{p.Characteristics, p.Limits} {
		for _, pair := range book.Strata(station, characteristic) {
			for key := range plan.ParseStratum(pair[1]) {
				if !slices.Contains(keys, key) {
					keys = append(keys, key)
				}
			}
		}
	}
	return &Judge{
		strata: StrataOf(rows, keys),
		scopes: map[string]*scopeJudge{},
		open: func(product, stratum string) *scopeJudge {
			scope := plan.Scope{Product: product, Attributes: plan.ParseStratum(stratum)}
			return &scopeJudge{
				product: product,
				specs:   p.Specs(station, characteristic, scope),
				limits:  p.ControlLimits(station, characteristic, scope),
			}
		},
	}
}

// Standard gives what held for a row at a moment.
func (j *Judge) Standard(row int, ns int64) *Standard { return j.scope(row).at(ns) }

// scope is the product and stratum of a row.
func (j *Judge) scope(row int) *scopeJudge {
	key := j.strata.Key(row)
	scope, known := j.scopes[string(key)]
	if !known {
		scope = j.open(SplitKey(string(key)))
		j.scopes[string(key)] = scope
	}
	return scope
}

// at is what held at a moment.
func (scope *scopeJudge) at(ns int64) *Standard {
	specRow, limitRow := scope.specs.At(ns), scope.limits.At(ns)
	if scope.last == nil || scope.last.SpecRow != specRow || scope.last.LimitRow != limitRow {
		scope.last = &Standard{
			SpecRow: specRow, LimitRow: limitRow, Spec: SpecOf(specRow), Gauge: GaugeOf(specRow), Lines: ModelOf(limitRow).Lines(1),
		}
	}
	return scope.last
}
