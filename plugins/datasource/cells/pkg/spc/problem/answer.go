package problem

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// line is one number where every present entry is the same, null where none is present, else the whole list.
func line(values []float64) any {
	first := math.NaN()
	for _, x := range values {
		switch {
		case x != x:
		case first != first:
			first = x
		case x != first:
			return values
		}
	}
	return first
}

var sides = map[int]string{1: "high", -1: "low", 0: "both"}

func signalAnswers(signals []spc.Signal) []*object {
	out := make([]*object, len(signals))
	for i, s := range signals {
		out[i] = newObject().set("index", s.Point).set("rule", s.Rule).set("side", sides[s.Side]).set("pattern", s.Pattern)
	}
	return out
}

func partAnswer(out *object, part spc.DrawnPart) *object {
	out.set("points", part.Points).set("centre", line(part.Centre)).set("lcl", line(part.LCL)).set("ucl", line(part.UCL))
	return out.set("signals", signalAnswers(part.Signals))
}

// setKnown leaves out what is not known.
func (o *object) setKnown(key string, x float64) *object {
	if x != x {
		return o
	}
	return o.set(key, x)
}

func fitAnswer(fit *spc.Fit, groups []string) any {
	if fit == nil {
		return nil
	}
	out := newObject().set("kind", fit.Chart).set("centre", fit.Centre).set("sigmaWithin", fit.SigmaWithin)
	out.set("sigmaBetween", fit.SigmaBetween)
	if fit.Chart == "sister" && fit.Phase == 0 {
		out.set("sigmaPlotted", fit.SigmaPlotted)
	} else {
		out.setKnown("sigmaPlotted", fit.SigmaPlotted)
	}
	out.setKnown("subgroupSize", fit.SubgroupSize).set("points", fit.Points).set("n", fit.N).set("df", fit.DF)
	if fit.Method != "" {
		out.set("method", fit.Method)
	}
	if fit.Means != nil {
		out.set("means", fit.Means).set("covariance", fit.Covariance)
	}
	if fit.Strata != nil {
		out.set("strata", strataAnswer(fit.Strata, groups))
	}
	if fit.Phase != 0 {
		out.set("phase", fit.Phase)
	}
	return out
}

func strataAnswer(strata []spc.Stratum, groups []string) []*object {
	out := make([]*object, len(strata))
	for i, s := range strata {
		out[i] = newObject().set("id", s.ID)
		if s.ID < len(groups) {
			out[i].set("id", groups[s.ID])
		}
		out[i].set("centre", s.Centre).set("sigmaWithin", s.SigmaWithin).set("sigmaPlotted", s.SigmaPlotted)
		out[i].set("subgroupSize", s.SubgroupSize).set("points", s.Points)
	}
	return out
}

func intervalAnswer(i *spc.Interval) any {
	if i == nil {
		return nil
	}
	return []float64{i.Low, i.High}
}

func ppmAnswer(o spc.OutOfSpec) any {
	if o.Total != o.Total {
		return nil
	}
	return newObject().set("below", o.Below).set("above", o.Above).set("total", o.Total)
}

func capabilityAnswer(c spc.Capability) *object {
	method, clusters := "iid", any(nil)
	if c.Clusters > 0 {
		method, clusters = "cluster-bootstrap", c.Clusters
	}
	i := c.Intervals
	intervals := newObject().set("cp", intervalAnswer(i.Cp)).set("cpk", intervalAnswer(i.Cpk)).set("pp", intervalAnswer(i.Pp)).
		set("ppk", intervalAnswer(i.Ppk)).set("cpm", intervalAnswer(i.Cpm))
	ppm := newObject().set("observed", ppmAnswer(c.Observed)).set("within", ppmAnswer(c.Within)).set("overall", ppmAnswer(c.Overall))
	return newObject().set("n", c.N).set("mean", c.Mean).set("sigmaWithin", c.SigmaWithin).set("dfWithin", c.DFWithin).
		set("method", c.Method).set("sigmaOverall", c.SigmaOverall).set("target", c.Target).
		set("cp", c.Cp).set("cpl", c.Cpl).set("cpu", c.Cpu).set("cpk", c.Cpk).set("pp", c.Pp).set("ppl", c.Ppl).
		set("ppu", c.Ppu).set("ppk", c.Ppk).set("cpm", c.Cpm).set("intervals", intervals).set("intervalMethod", method).
		set("confidence", c.Confidence).set("clusters", clusters).set("effectiveN", c.EffectiveN).set("ppm", ppm).
		set("zBench", newObject().set("within", c.ZBenchWithin).set("overall", c.ZBenchOverall)).
		set("warnings", texts(c.Warnings))
}

// texts is an empty list for nil.
func texts(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
