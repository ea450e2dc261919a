package problem

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// answerCompare asks whether groups differ: by permutation of clusters first, then by the tests for independent values.
func answerCompare(f *fields) *object {
	values := f.numbers("values")
	groups, clusters := f.labels("groups", len(values)), f.labels("clusters", len(values))
	replicates, seed := readReplicates(f, len(values), 1999), f.whole("seed", 1)
	found, list := spc.GroupsOf(values, groups.ids, len(groups.names)), []*object{}
	for i, g := range found {
		own := newObject().set("name", groups.names[i]).set("n", g.N).set("mean", nil).set("sd", g.SD())
		if g.N > 0 {
			own.set("mean", g.Mean)
		}
		list = append(list, own)
	}
	out := newObject().set("kind", "compare").set("groups", list).set("permutation", nil).set("welch", nil).
		set("kruskalWallis", nil)
	warnings := []string{}
	if clusters == nil {
		warnings = append(warnings, "without clusters the tests take every value as independent")
	} else if p, ok := spc.PermutationOf(values, groups.ids, clusters.ids, replicates, uint32(seed)); ok {
		scheme := "between"
		if p.Within {
			scheme = "within"
		}
		out.set("permutation", newObject().set("statistic", p.Statistic).set("p", p.P).set("scheme", scheme).
			set("clusters", p.Clusters).set("replicates", p.Replicates))
	} else {
		warnings = append(warnings, "permutation needs two groups, and four clusters where no cluster has values of two")
	}
	if w, ok := spc.WelchOf(found); ok {
		out.set("welch", newObject().set("f", w.F).set("df1", w.DF1).set("df2", w.DF2).set("p", w.P))
	} else {
		warnings = append(warnings, "Welch needs two groups of two values with some spread")
	}
	if k, ok := spc.KruskalWallisOf(values, groups.ids, len(groups.names)); ok {
		out.set("kruskalWallis", newObject().set("h", k.H).set("df", k.DF).set("p", k.P))
	} else {
		warnings = append(warnings, "Kruskal–Wallis needs two groups and some spread")
	}
	return out.set("warnings", warnings)
}

func answerGauge(f *fields) *object {
	values := f.numbers("values")
	parts := f.labels("parts", len(values))
	operators := f.labels("operators", len(values))
	method := f.text("method", "anova")
	tolerance, alpha := f.number("tolerance", 0), f.number("alpha", 0.25)
	spread := f.number("spread", 6)
	table, ok := spc.GaugeTableOf(values, parts.ids, operators.ids)
	if !ok {
		complain("values",
			"every operator must measure every part equally often, with at least 2 parts, 2 operators and 2 trials")
	}
	study := table.ByRanges()
	if method == "anova" {
		study = table.ByANOVA(alpha)
	}
	total := study.Total()
	line := func(variance float64) *object {
		own := newObject().set("sigma", math.Sqrt(variance)).set("contribution", 100*variance/total).
			set("study", 100*math.Sqrt(variance/total)).set("tolerance", nil)
		if tolerance > 0 {
			own.set("tolerance", 100*spread*math.Sqrt(variance)/tolerance)
		}
		return own
	}
	components := newObject().set("gauge", line(study.Gauge())).set("repeatability", line(study.Repeatability)).
		set("reproducibility", line(study.Operator+study.Interaction)).set("operator", line(study.Operator)).
		set("interaction", line(study.Interaction)).set("part", line(study.Part)).set("total", line(total))
	warnings := []string{}
	if !(total > 0) {
		warnings = append(warnings, "all values are equal: no share can be given")
	} else if study.Repeatability == 0 {
		warnings = append(warnings, "no spread of repeated measurements: below the resolution of the gauge")
	}
	return newObject().set("kind", "gauge").set("method", method).set("components", components).
		set("ndc", study.Categories()).set("interactionP", study.InteractionP).set("interactionKept", study.InteractionKept).
		set("warnings", warnings)
}
