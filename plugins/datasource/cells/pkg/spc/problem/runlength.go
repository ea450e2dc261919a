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
		m.EWMA = &spc.MemoryEWMA{Lambda: e.number("lambda", 0.2), Width: e.number("width", 3)}
	}
	if c != nil {
		k, h := c.number("k", 0.5), c.number("h", 5)
		m.CUSUM = &spc.MemoryCUSUM{K: k, H: h, HeadStart: c.number("headStart", 0)}
	}
	m.Limit = f.number("width", m.Limit)
	m.Baseline = f.whole("baseline", 0)
	m.Shift = f.number("shift", 0)
	m.Replicates = f.whole("replicates", 0)
	m.Seed = uint32(f.whole("seed", int(m.Seed)))
	if len(m.Rules) == 0 && e == nil && c == nil {
		complain(f.name("rules"), "is missing")
	}
	for _, r := range m.Rules {
		if r.Test.Shape == spc.KOfN && r.Test.N > spc.LongestWindow {
			complain("rules", `run lengths of "k of n" need n ≤ %d, not %d`, spc.LongestWindow, r.Test.N)
		}
	}
	if m.Baseline > 0 && m.Replicates > 0 && e == nil && c == nil {
		if most, ok := spc.BaselineReplicates(m.Rules, m.Baseline, m.Limit); ok && m.Replicates > most {
			complain(f.name("replicates"), "must be at most %d with these rules and this baseline, not %d", most, m.Replicates)
		}
	}
	found, asked, warnings := spc.RunLengthOf(m), m.Replicates, []string{}
	if asked == 0 {
		asked = spc.UsualRuns
	}
	if found.Cut > 0 {
		warnings = append(warnings, fmt.Sprintf("%d runs were cut at %d points: the figure is a lower bound", found.Cut, spc.LongestRun))
	}
	if found.Replicates > 0 && found.Replicates < asked {
		warnings = append(warnings, fmt.Sprintf("%d of %d were simulated, to end in seconds", found.Replicates, asked))
	}
	switch {
	case (math.IsInf(found.ARL, 0) || found.ARL != found.ARL) && found.Effect != nil:
		warnings = append(warnings, "the mean run length is infinite: limits from so few points are too often far too wide")
	case math.IsInf(found.ARL, 0) || found.ARL != found.ARL:
		warnings = append(warnings, "the run length lies beyond the range of numbers")
	case found.StandardError > 0.1*found.ARL:
		warnings = append(warnings, "a few long runs rule the mean: its error may be larger than stated")
	}
	out := newObject().set("kind", "run-length").set("arl", found.ARL).set("rate", found.Rate).set("method", found.Method).
		set("standardError", found.StandardError).set("replicates", nil)
	if found.Replicates > 0 {
		out.set("replicates", found.Replicates)
	}
	if effect := found.Effect; effect != nil {
		out.set("baselineEffect", newObject().set("median", effect.Median).set("p10", effect.P10).set("p90", effect.P90).
			set("meanRate", effect.MeanRate).set("standardError", effect.StandardError).set("replicates", effect.Replicates))
		warnings = append(warnings, "rate is the mean over baselines, not 1/arl")
	}
	return out.set("warnings", warnings)
}

// answerLimitsFor gives limits for a wanted run length: arl0, or points and signals a period (the alarm budget).
func answerLimitsFor(f *fields) *object {
	points, budget := f.number("points", math.NaN()), f.number("budget", math.NaN())
	if f.has("arl0") && (f.has("points") || f.has("budget")) {
		complain("arl0", "give either arl0, or points and budget")
	}
	if f.has("points") != f.has("budget") {
		missing := "points"
		if f.has("points") {
			missing = "budget"
		}
		complain(missing, "is missing: points and budget lead to a run length")
	}
	lambda, k := f.number("lambda", 0.2), f.number("k", 0.5)
	arl0 := f.number("arl0", points/budget)
	if !(arl0 >= 2 && arl0 <= 1e7) {
		complain("arl0", "must lie in 2 … 1e7 (or give points and budget that lead there)")
	}
	ewma, h := spc.EWMALimitFor(arl0, lambda), spc.CUSUMLimitFor(arl0, k)
	width, shewhart := spc.EWMAShewhartLimitsFor(arl0, lambda)
	warnings := []string{}
	for _, limit := range []struct {
		name  string
		value float64
	}{{"EWMA", ewma}, {"EWMA with Shewhart", width}, {"CUSUM", h}} {
		if limit.value != limit.value {
			warnings = append(warnings, "no "+limit.name+
				" limit has this run length: even without one runs are longer, or too short")
		}
	}
	return newObject().set("kind", "limits-for").set("arl0", arl0).
		set("shewhart", newObject().set("width", spc.ShewhartLimitFor(arl0))).
		set("ewma", newObject().set("lambda", lambda).set("width", ewma)).
		set("ewmaShewhart", newObject().set("lambda", lambda).set("width", width).set("shewhart", shewhart)).
		set("cusum", newObject().set("k", k).set("h", h)).set("warnings", warnings)
}
