package problem

import (
	"fmt"
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func answerFalseDiscovery(f *fields) *object {
	p := f.numbers("p")
	return newObject().set("kind", "false-discovery").set("q", spc.BenjaminiHochberg(p))
}

func answerTable(f *fields) *object {
	table := [][]float64{}
	for i, row := range f.list("table") {
		table = append(table, numbersOf(row.([]any)))
		if first := len(table[0]); len(table[i]) != first {
			complain(fmt.Sprintf("%s[%d]", f.name("table"), i), "must have as many counts: %d like the first row, not %d", first, len(table[i]))
		}
	}
	out := newObject().set("kind", "chi-square").set("chi2", nil).set("df", nil).set("p", nil)
	t, ok := spc.ChiSquareOf(table)
	if !ok {
		return out.set("warnings", []string{"needs counts above 0 in two rows and two columns"})
	}
	warnings := []string{}
	if t.DF < (len(table)-1)*(len(table[0])-1) {
		warnings = append(warnings, "rows and columns without counts are left out")
	}
	if t.SmallestExpected < 5 {
		warnings = append(warnings, "an expected count is below 5: the approximation is poor")
	}
	return out.set("chi2", t.Chi2).set("df", t.DF).set("p", t.P).set("smallestExpected", t.SmallestExpected).
		set("warnings", warnings)
}

func answerOutliers(f *fields) *object {
	values := f.numbers("values")
	alpha := f.number("alpha", 0.05)
	out, warnings := newObject().set("kind", "outliers").set("grubbs", nil).set("median", nil), []string{}
	if g, ok := spc.GrubbsOf(values, alpha); ok {
		out.set("grubbs", newObject().set("n", g.N).set("index", g.Index).set("g", g.G).set("critical", g.Critical).
			set("p", g.P).set("outlier", g.Outlier))
	} else {
		warnings = append(warnings, "Grubbs' test needs three values with some spread")
	}
	if m, ok := spc.MedianOutliersOf(values); ok {
		out.set("median", newObject().set("median", m.Median).set("mad", m.MAD).set("scores", m.Scores).
			set("outliers", m.Outliers))
		if m.MAD == 0 && len(m.Outliers) > 0 {
			warnings = append(warnings, "more than half of the values are equal: every other one is beyond their median deviation of 0")
		}
	} else {
		warnings = append(warnings, "no values")
	}
	return out.set("warnings", warnings)
}

// answerSequence says what the order of the values says: autocorrelation, runs about the median, one change of the mean.
func answerSequence(f *fields) *object {
	values := f.numbers("values")
	lags, confidence := f.whole("lags", 1), f.number("confidence", 0.95)
	replicates, seed := readReplicates(f, len(values), 999), f.whole("seed", 1)
	refuseWork(f.name("lags"), lags, len(values))
	correlations, warnings, known := make([]float64, lags), []string{}, true
	for i := range correlations {
		correlations[i] = spc.LagAutocorrelation(values, i+1, nil, nil)
		known = known && correlations[i] == correlations[i]
	}
	if !known {
		warnings = append(warnings, "autocorrelation needs spread, and pairs at every lag")
	}
	out := newObject().set("kind", "sequence").set("autocorrelation", correlations).set("runs", nil).set("change", nil)
	if r, ok := spc.RunsOf(values); ok {
		out.set("runs", newObject().set("above", r.Above).set("below", r.Below).set("runs", r.Runs).
			set("expected", r.Expected).set("z", r.Z).set("p", r.P))
	} else {
		warnings = append(warnings, "the runs test needs values on both sides of the median")
	}
	if c, ok := spc.ChangeOf(values, confidence, replicates, uint32(seed)); ok {
		out.set("change", newObject().set("index", c.Index).set("interval", []int{c.First, c.Last}).set("before", c.Before).
			set("after", c.After).set("sigma", c.Sigma).set("statistic", c.Statistic).set("p", c.P).
			set("replicates", replicates))
	} else {
		warnings = append(warnings, "a change needs four values with some spread")
	}
	return out.set("warnings", warnings)
}

// answerCensored is capability where some values are only bounds: below and above list their places.
func answerCensored(f *fields) *object {
	values := f.numbers("values")
	side := make([]int, len(values))
	for _, i := range f.indices("below", len(values)) {
		side[i] = -1
	}
	for at, i := range f.indices("above", len(values)) {
		if side[i] == -1 {
			complain(fmt.Sprintf("%s[%d]", f.name("above"), at), "place %d is listed in below as well", i)
		}
		side[i] = 1
	}
	spec := readSpec(f)
	fit, ok := spc.FitCensored(values, side)
	out := newObject().set("kind", "censored")
	if !ok {
		n := len(values) - missing(values)
		return out.set("n", n).set("mean", nil).set("sigma", nil).set("warnings", []string{"needs two different exact values"})
	}
	out.set("mean", fit.Mean).set("sigma", fit.Sigma).set("n", fit.N).set("below", fit.Below).set("above", fit.Above)
	given := spc.Spec{}
	if spec != nil {
		given = *spec
	}
	i := spc.IndicesOf(fit.Mean, math.NaN(), fit.Sigma, given)
	out.set("pp", i.Pp).set("ppk", i.Ppk).set("ppl", i.Ppl).set("ppu", i.Ppu).set("ppm", nil)
	if spec != nil {
		out.set("ppm", ppmAnswer(spc.ExpectedOutOfSpec(fit.Mean, fit.Sigma, given)))
	}
	return out.set("warnings", []string{})
}

func answerAcceptance(f *fields) *object {
	spec := readSpec(f)
	uncertainty, factor := f.number("uncertainty", 0), f.number("factor", 1)
	mean, sigma := 0.0, math.NaN()
	if own := f.object("process"); own != nil {
		mean, sigma = own.number("mean", 0), own.number("sigma", 0)
	}
	a := spc.AcceptanceOf(*spec, uncertainty, factor, mean, sigma)
	return newObject().set("kind", "acceptance").set("lower", a.Lower).set("upper", a.Upper).
		set("consumerRisk", a.ConsumerRisk).set("producerRisk", a.ProducerRisk).
		set("warnings", texts(a.Warnings))
}
