package control

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// PointHit is a rule of control that a plotted point met, at the row that completed the point.
type PointHit struct {
	Row int
	// Rule is above-ucl or below-lcl, the id of a rule that looks at several points, or one of these after the statistic of
	// a dispersion chart: mr-above-ucl.
	Rule string
	// Size is how far from the centre the point lies, in σ of what is plotted.
	Size   float64
	Detail string
	// Limit is the row of the plan that held.
	Limit *plan.Row
}

// beyondOnly is what speaks where the plan states no rules.
var beyondOnly = []spc.Rule{{Test: spc.Test{Shape: spc.BeyondLimits}}}

// rulesOf are the rules that a plan names by id or set; those of limits once, whatever they are called.
func rulesOf(names []string) []spc.Rule {
	var out []spc.Rule
	for _, name := range names {
		for _, rule := range spc.FindRules(name) {
			if !slices.ContainsFunc(out, func(r spc.Rule) bool { return r.Test == rule.Test }) {
				out = append(out, rule)
			}
		}
	}
	if len(out) == 0 {
		return beyondOnly
	}
	return out
}

const defaultChart = "i-mr"

// Charted judges the points that the plan's chart of a characteristic plots, by the plan's rules and limits: one stream a product
// and stratum that control limits are distinguished by. Where nothing is measured, or the chart has no limits of locations
// (counts, run charts), there are no hits.
func Charted(p *plan.Plan, station, characteristic string, rows *table.Table, ns int64) []PointHit {
	values := visit.NumbersOf(rows, characteristic)
	charting, _ := p.ChartingAt(station, characteristic, ns)
	chart := spc.FindChart(cmp.Or(charting.Chart, defaultChart))
	if values == nil || chart == nil || chart.Family != "individuals" && chart.Family != "subgroups" {
		return nil
	}
	gap := charting.MaxGap().Milliseconds()
	var out []PointHit
	for _, stream := range NewJudge(p, station, characteristic, rows).streams(rows, values, charted) {
		var plotted *series
		if chart.Input == "values" {
			plotted = individuals(stream, gap)
		} else {
			size := 0
			switch {
			case charting.SubgroupN != nil:
				size = int(*charting.SubgroupN)
			case len(charting.SubgroupBy) == 0:
				size = 1
			}
			plotted = subgroups(stream, keyOf(rows, charting.SubgroupBy), size, gap)
		}
		out = append(out, judged(chart, plotted, rulesOf(charting.Rules))...)
	}
	slices.SortStableFunc(out, func(a, b PointHit) int { return cmp.Compare(a.Row, b.Row) })
	return out
}

// stream names what one chart plots: a product, and the stratum that its control limits are of.
type stream struct{ product, stratum string }

// charted is the stream of values; runs and ranges never cross a product.
func charted(product string, limit *plan.Row) any { return stream{product, limit.Stratum} }

// streams parts the measured values of rows that control limits are in force for, by what of tells, each in process order.
func (j *Judge) streams(rows *table.Table, values *table.Column, of func(product string, limit *plan.Row) any) [][]reading {
	source, at := rows.Column("source_ms"), rows.Column("time")
	type held struct {
		scope *scopeJudge
		limit *plan.Row
	}
	known, places := map[held]int{}, map[any]int{}
	var out [][]reading
	var cut []bool
	for row := range rows.Len() {
		value, ok := values.Float(row)
		if !ok {
			continue
		}
		ms := visit.SourceMs(source, at, row)
		scope := j.scope(row)
		standard := scope.at(ms * 1e6)
		if standard.LimitRow == nil {
			continue
		}
		i, seen := known[held{scope, standard.LimitRow}]
		if !seen {
			key := of(scope.product, standard.LimitRow)
			if i, seen = places[key]; !seen {
				i = len(out)
				out, cut = append(out, nil), append(cut, false)
			}
			places[key], known[held{scope, standard.LimitRow}] = i, i
		}
		if standard.Gauge.Read(value) != spc.Measured {
			cut[i] = true
			continue
		}
		out[i] = append(out[i], reading{row: row, ms: ms, value: value, standard: standard, fresh: cut[i]})
		cut[i] = false
	}
	return out
}

// judged gives the hits of rules on a series, stretch by stretch of the limits that held.
func judged(chart *spc.Chart, s *series, rules []spc.Rule) []PointHit {
	if len(s.last) == 0 {
		return nil
	}
	stretches := s.stretches(chart.ID)
	parts := chart.PartsOver(s.data(), stretches, chart.Defaults())
	s.location(&parts[0])
	var out []PointHit
	for k, part := range parts {
		for _, signal := range spc.Evaluate(part, s.data(), rules) {
			rule := rules[slices.IndexFunc(rules, func(r spc.Rule) bool { return r.ID == signal.Rule })]
			out = append(out, s.hit(part, k == 0, rule, signal))
		}
	}
	return out
}

// stretches are neighbouring points under the same limits.
func (s *series) stretches(chart string) []spc.Stretch {
	var out []spc.Stretch
	for i, last := range s.last {
		if n := len(out); n > 0 && s.last[i-1].standard.LimitRow == last.standard.LimitRow {
			out[n-1].To = i + 1
			continue
		}
		stretch := spc.Stretch{From: i, To: i + 1}
		if fit, ok := ModelOf(last.standard.LimitRow).Fit(chart); ok {
			stretch.Fit = &fit
		}
		out = append(out, stretch)
	}
	return out
}

// location sets the lines of single values and means to what the model says of points of their size.
func (s *series) location(part *spc.Part) {
	var of *plan.Row
	var model spc.Model
	var lines *spc.Lines
	last := -1
	for i := range s.last {
		row, n := s.last[i].standard.LimitRow, s.n(i)
		if row == nil {
			continue
		}
		if row != of {
			of, model, last = row, ModelOf(row), -1
		}
		if n != last {
			lines, last = model.Lines(n), n
		}
		if lines != nil {
			part.Centre[i], part.Sigma[i], part.LCL[i], part.UCL[i] = lines.Centre, lines.Sigma, lines.LCL, lines.UCL
		}
	}
}

// hit spells a signal.
func (s *series) hit(part spc.Part, isLocation bool, rule spc.Rule, signal spc.Signal) PointHit {
	at := signal.Point
	x, limit := part.Points[at], s.last[at].standard.LimitRow
	out := PointHit{Row: s.last[at].row, Rule: rule.ID, Limit: limit, Size: math.Abs(x-part.Centre[at]) / part.Sigma[at]}
	status := ""
	if limit.Text("status") != statusApproved {
		status = " (provisional)"
	}
	if rule.Test.Shape == spc.BeyondLimits {
		side, line := "above the upper", part.UCL[at]
		if out.Rule = vocabulary.SignalRuleAboveUcl; signal.Side < 0 {
			out.Rule, side, line = vocabulary.SignalRuleBelowLcl, "below the lower", part.LCL[at]
		}
		out.Detail = fmt.Sprintf("%s is %s control limit %s%s, %sσ from the centre",
			s.named(part.ID, isLocation, at, number(x)), side, number(line), status, number(out.Size))
	} else {
		out.Detail = fmt.Sprintf("%s%s, up to this one%s", rule.Title, sideWords[signal.Side], status)
	}
	if !isLocation {
		out.Rule = part.ID + "-" + out.Rule
	}
	return out
}

var sideWords = map[int]string{1: " (high)", -1: " (low)"}

// statistics names what dispersion charts plot.
var statistics = map[string]string{"mr": "moving range", "r": "range", "s": "standard deviation"}

// named says what a point is: the value, or the statistic and the cells behind it.
func (s *series) named(part string, isLocation bool, at int, x string) string {
	n := s.n(at)
	switch {
	case isLocation && n == 1:
		return x
	case isLocation:
		return fmt.Sprintf("the mean of %d cells, %s,", n, x)
	case n == 1 || part == "mr":
		return fmt.Sprintf("the %s, %s,", cmp.Or(statistics[part], part), x)
	}
	return fmt.Sprintf("the %s of %d cells, %s,", cmp.Or(statistics[part], part), n, x)
}
