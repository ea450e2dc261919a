package problem

import (
	"fmt"
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// answerRunLength is the mean run length of any rules, EWMA and CUSUM together; with a baseline the effect of limits from so
// many points.
func answerRunLength(f *fields) *object {
	m := spc.MonitoringDefaults()
	m.Rules = readRules(f)
	e, c := f.object("ewma"), f.object("cusum")
	if e != nil {
		m.EWMA = &spc.MemoryEWMA{Lambda: e.number("lambda", 1e-3, 1, 0.2), Width: e.number("width", 0.1, 10, 3)}
	}
	if c != nil {
		k, h := c.number("k", 0, 10, 0.5), c.number("h", 0.01, 50, 5)
		m.CUSUM = &spc.MemoryCUSUM{K: k, H: h, HeadStart: c.number("headStart", 0, 1, 0)}
	}
	for _, own := range []*fields{e, c} {
		if own != nil {
			own.refuseOthers()
		}
	}
	m.Limit = f.number("width", 0.1, 10, m.Limit)
	m.Baseline = f.whole("baseline", 2, 1_000_000, 0)
	m.Shift = f.number("shift", -20, 20, 0)
	m.Replicates = f.whole("replicates", 100, 10_000_000, 0)
	m.Seed = uint32(f.whole("seed", 0, math.MaxUint32, int(m.Seed)))
	f.refuseOthers()
	if len(m.Rules) == 0 && e == nil && c == nil {
		complain(f.name("rules"), "is missing")
	}
	for _, r := range m.Rules {
		if r.Test.Shape == spc.KOfN && r.Test.N > spc.LongestWindow {
			complain("rules", `run lengths of "k of n" need n ≤ %d, not %d`, spc.LongestWindow, r.Test.N)
		}
	}
	found, warnings := spc.RunLengthOf(m), []string{}
	if found.Cut > 0 {
		warnings = append(warnings, fmt.Sprintf("%d runs were cut at %d points: the figure is a lower bound", found.Cut, spc.LongestRun))
	}
	out := newObject().set("kind", "run-length").set("arl", found.ARL).set("rate", 1/found.ARL).set("method", found.Method).
		set("standardError", found.StandardError)
	if effect := found.Effect; effect != nil {
		out.set("baselineEffect", newObject().set("median", effect.Median).set("p10", effect.P10).set("p90", effect.P90).
			set("meanRate", effect.MeanRate).set("standardError", effect.StandardError).set("replicates", effect.Replicates))
	}
	return out.set("warnings", warnings)
}

// answerLimitsFor gives limits for a wanted run length: arl0, or points and signals a period (the alarm budget).
func answerLimitsFor(f *fields) *object {
	nan, inf := math.NaN(), math.Inf(1)
	points, budget := f.number("points", 1e-9, inf, nan), f.number("budget", 1e-12, inf, nan)
	lambda, k := f.number("lambda", 0.01, 1, 0.2), f.number("k", 0.05, 3, 0.5)
	arl0 := f.number("arl0", 2, 1e7, points/budget)
	f.refuseOthers()
	if !(arl0 >= 2 && arl0 <= 1e7) {
		complain("arl0", "must lie in 2 … 1e7 (or give points and budget that lead there)")
	}
	width, shewhart := spc.EWMAShewhartLimitsFor(arl0, lambda)
	return newObject().set("kind", "limits-for").set("arl0", arl0).
		set("shewhart", newObject().set("width", spc.ShewhartLimitFor(arl0))).
		set("ewma", newObject().set("lambda", lambda).set("width", spc.EWMALimitFor(arl0, lambda))).
		set("ewmaShewhart", newObject().set("lambda", lambda).set("width", width).set("shewhart", shewhart)).
		set("cusum", newObject().set("k", k).set("h", spc.CUSUMLimitFor(arl0, k)))
}
