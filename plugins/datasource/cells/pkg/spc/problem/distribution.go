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

// unfitted says why distributions are missing.
func unfitted(sorted []float64) []string {
	switch n := len(sorted); {
	case n == 0 || !(sorted[n-1] > sorted[0]):
		return []string{"no distribution can be fitted: fewer than two different values"}
	case sorted[0] < 0:
		return []string{"values below 0: only the normal distribution can be fitted"}
	case sorted[0] == 0:
		return []string{"a value of 0: lognormal, Weibull and gamma cannot be fitted"}
	}
	return nil
}

// answerDistribution says everything about one sample's distribution.
func answerDistribution(f *fields) *object {
	values := f.numbers("values")
	probabilities := f.numbers("quantiles")
	if probabilities == nil {
		probabilities = []float64{0, 0.25, 0.5, 0.75, 1}
	}
	// One of three digits.
	style, _ := strconv.Atoi(f.text("quantileType", "7"))
	tested := f.whole("mostTested", spc.MostTested)
	resolution := f.number("resolution", 0)
	spec := readSpec(f)
	sorted := spc.Sorted(values)
	m := spc.MomentsOf(values, nil)
	quantiles := make([]float64, len(probabilities))
	for i, p := range probabilities {
		quantiles[i] = spc.Quantile(sorted, p, style)
	}
	normality, warnings := normalityAnswer(values, tested), []string{}
	if normality == nil {
		warnings = append(warnings, "normality needs eight values with some spread")
	}
	out := newObject().set("kind", "distribution").set("n", m.N).set("mean", m.Mean).set("sd", m.SD()).
		set("quantiles", quantiles).set("normality", normality).set("boxCox", nil).
		set("fits", fitsAnswer(sorted, spec, tested)).set("histogram", nil)
	if lambda, likelihood, ok := spc.BoxCox(values); !ok {
		warnings = append(warnings, "Box–Cox needs three positive values with some spread")
	} else {
		out.set("boxCox", newObject().set("lambda", lambda).set("logLikelihood", likelihood))
		if math.Abs(lambda) == 5 {
			warnings = append(warnings, "Box–Cox λ lies at the end of the search, −5 … 5: it is not the best one")
		}
	}
	if h, ok := spc.HistogramOf(sorted, resolution); ok {
		out.set("histogram", newObject().set("from", h.From).set("width", h.Width).set("counts", h.Counts))
	}
	if spec != nil {
		out.set("percentile", nil)
		if c, ok := spc.PercentileCapabilityOf(sorted, *spec, style); ok {
			out.set("percentile", percentileAnswer(c))
		} else {
			warnings = append(warnings, "percentile capability needs 1000 values")
		}
	}
	return out.set("warnings", append(warnings, unfitted(sorted)...))
}
