package problem

import (
	"math"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func percentileAnswer(c spc.PercentileCapability) *object {
	return newObject().set("low", c.Low).set("median", c.Median).set("high", c.High).set("pp", c.Pp).set("ppk", c.Ppk).
		set("warnings", texts(c.Warnings))
}

func fitsAnswer(sorted []float64, spec *spc.Spec, tested int) []*object {
	fits := []*object{}
	for _, fit := range spc.Distributions {
		d, ok := fit(sorted)
		if !ok {
			continue
		}
		parameters := newObject()
		for _, p := range d.Parameters {
			parameters.set(p.Name, p.Value)
		}
		out := newObject().set("id", d.ID).set("parameters", parameters).set("logLikelihood", d.LogLikelihood).
			set("andersonDarling", d.AndersonDarling(sorted, tested))
		if spec != nil {
			c, ppm := d.Capability(*spec)
			out.set("capability", percentileAnswer(c).set("distribution", d.ID).set("ppm", ppmAnswer(ppm)))
		}
		fits = append(fits, out)
	}
	return fits
}

func normalityAnswer(values []float64, tested int) any {
	t, ok := spc.NormalityOf(values, tested)
	if !ok {
		return nil
	}
	return newObject().set("n", t.N).set("used", t.Used).set("a2", t.A2).set("adjusted", t.Adjusted).set("p", t.P).
		set("resolution", t.Resolution).set("warnings", texts(t.Warnings))
}

func boxCoxAnswer(values []float64) any {
	lambda, likelihood, ok := spc.BoxCox(values)
	if !ok {
		return nil
	}
	return newObject().set("lambda", lambda).set("logLikelihood", likelihood)
}

// answerDistribution says everything about one sample's distribution.
func answerDistribution(f *fields) *object {
	values := f.needNumbers("values", true)
	probabilities := f.numbers("quantiles", false)
	if probabilities == nil {
		probabilities = []float64{0, 0.25, 0.5, 0.75, 1}
	}
	// One of three digits.
	style, _ := strconv.Atoi(f.choice("quantileType", "7", "6", "7", "8"))
	tested := f.whole("mostTested", 8, most, spc.MostTested)
	resolution := f.number("resolution", 0, math.Inf(1), 0)
	spec := readSpec(f)
	f.refuseOthers()
	sorted := spc.Sorted(values)
	m := spc.MomentsOf(values, nil)
	quantiles := make([]float64, len(probabilities))
	for i, p := range probabilities {
		quantiles[i] = spc.Quantile(sorted, p, style)
	}
	out := newObject().set("kind", "distribution").set("n", m.N).set("mean", m.Mean).set("sd", m.SD()).
		set("quantiles", quantiles).set("normality", normalityAnswer(values, tested)).set("boxCox", boxCoxAnswer(values)).
		set("fits", fitsAnswer(sorted, spec, tested)).set("histogram", nil)
	if h, ok := spc.HistogramOf(sorted, resolution); ok {
		out.set("histogram", newObject().set("from", h.From).set("width", h.Width).set("counts", h.Counts))
	}
	if spec != nil {
		out.set("percentile", nil)
		if c, ok := spc.PercentileCapabilityOf(sorted, *spec, style); ok {
			out.set("percentile", percentileAnswer(c))
		}
	}
	return out
}
