package problem

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func answerCapability(f *fields) *object {
	in := readInput(f, "capability", "values-or-subgroups")
	sigma, span := f.text("sigma", ""), f.whole("span", 2)
	refuseSigmaOfSubgroups(f, sigma, in.data.Starts != nil)
	o := readCapability(f)
	machine := f.flag("machine")
	spec := *readSpec(f)
	o.Sigma, o.Span, o.Clusters = sigma, span, in.clusters
	found, ok := spc.CapabilityOf(in.data, spec, o)
	warnings := []string{"fewer than two values"}
	out := newObject().set("n", found.N).set("mean", found.Mean)
	if ok {
		out, warnings = capabilityAnswer(found), texts(found.Warnings)
	}
	out.set("kind", "capability")
	if machine {
		study := machineAnswer(in.data.Values, spec, o.Confidence)
		if out.set("machine", study); study == nil {
			warnings = append(warnings, "machine capability needs 50 values")
		}
	}
	return out.set("warnings", warnings)
}

func machineAnswer(values []float64, spec spc.Spec, confidence float64) any {
	m, ok := spc.MachineCapabilityOf(values, spec, confidence)
	if !ok {
		return nil
	}
	intervals := newObject().set("cm", intervalAnswer(m.CmInterval)).set("cmk", intervalAnswer(m.CmkInterval))
	return newObject().set("n", m.N).set("mean", m.Mean).set("sigma", m.Sigma).set("cm", m.Cm).set("cmk", m.Cmk).
		set("intervals", intervals)
}

// answerRules tests standardised values: centre 0, σ 1, limits ±3.
func answerRules(f *fields) *object {
	points := f.numbers("values")
	rules := readRules(f, "nelson")
	d := spc.Data{Values: points, Breaks: f.flags("breaks", len(points)), Excluded: f.flags("excluded", len(points))}
	flat := func(x float64) []float64 { return slices.Repeat([]float64{x}, len(points)) }
	part := spc.Part{ID: "z", Zones: true, Points: points, Centre: flat(0), Sigma: flat(1), LCL: flat(-3), UCL: flat(3)}
	signals, explanations := spc.Evaluate(part, d, rules), []string{}
	for _, s := range signals {
		explanations = append(explanations, s.Explain(rules))
	}
	return newObject().set("kind", "rules").set("signals", signalAnswers(signals)).set("explanations", explanations)
}

func answerConstants(f *fields) *object {
	n, width := f.whole("n", 0), f.number("width", 3)
	c := spc.ConstantsOf(n, width)
	return newObject().set("kind", "constants").set("n", c.N).set("c4", c.C4).set("d2", c.D2).set("d3", c.D3).
		set("A", c.A).set("A2", c.A2).set("A3", c.A3).set("B3", c.B3).set("B4", c.B4).set("B5", c.B5).set("B6", c.B6).
		set("D1", c.CapD1).set("D2", c.CapD2).set("D3", c.CapD3).set("D4", c.CapD4).set("E2", c.E2).
		set("d4", spc.RangeQuantile(0.5, n))
}

// answerComponents is the variance between and within groups.
func answerComponents(f *fields) *object {
	values := f.numbers("values")
	groups := f.labels("groups", len(values)).ids
	outer := f.labels("outer", len(values))
	out := newObject().set("kind", "components")
	if outer != nil {
		return nestedAnswer(out, values, outer, groups)
	}
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return groups[a] - groups[b] })
	d := spc.Data{Values: make([]float64, len(values)), Starts: []int{}}
	for k, i := range order {
		d.Values[k] = values[i]
		if k == 0 || groups[i] != groups[order[k-1]] {
			d.Starts = append(d.Starts, k)
		}
	}
	c, ok := spc.ComponentsOf(d)
	if !ok {
		return out.set("warnings", []string{"needs two groups, and one of them with two values"})
	}
	warnings := []string{}
	if c.SigmaWithin == 0 {
		warnings = append(warnings, "no spread within groups: F cannot be given")
	}
	return out.set("warnings", warnings).set("mean", c.Mean).set("sigmaWithin", c.SigmaWithin).set("sigmaBetween", c.SigmaBetween).set("icc", c.ICC).
		set("groups", c.Groups).set("n", c.N).set("dfWithin", c.DFWithin).set("f", c.F)
}

func nestedAnswer(out *object, values []float64, outer *labels, groups []int) *object {
	// The same inner name in two outer groups means two groups.
	ids, inner := map[[2]int]int{}, make([]int, len(values))
	for i, g := range groups {
		key := [2]int{outer.ids[i], g}
		id, known := ids[key]
		if !known {
			id = len(ids)
			ids[key] = id
		}
		inner[i] = id
	}
	c, ok := spc.NestedComponentsOf(values, outer.ids, inner)
	if !ok {
		return out.set("warnings",
			[]string{"needs two outer groups, one of them with two inner ones, and an inner one with two values"})
	}
	return out.set("warnings", []string{}).set("mean", c.Mean).set("sigmaWithin", c.SigmaWithin).set("sigmaInner", c.SigmaInner).
		set("sigmaOuter", c.SigmaOuter).set("n", c.N).set("inner", c.Inner).set("outer", c.Outer)
}
