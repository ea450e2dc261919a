package spc

import "math"

// gathered are rows as points: one row a point, or the mean of a subgroup's complete rows. A row with any missing variable is
// missing as a whole.
type gathered struct {
	means []float64 // points × columns
	n     []int     // complete rows a point
}

func complete(row []float64) bool {
	for _, x := range row {
		if x != x {
			return false
		}
	}
	return true
}

func (d Data) row(i int) []float64 { return d.Values[i*d.width() : (i+1)*d.width()] }

func gather(d Data) gathered {
	p, count := d.width(), d.Points()
	g := gathered{make([]float64, count*p), make([]int, count)}
	for point := range count {
		mean := g.means[point*p : (point+1)*p]
		from, to := d.span(point)
		for r := from; r < to; r++ {
			row := d.row(r)
			if !complete(row) {
				continue
			}
			g.n[point]++
			for j, x := range row {
				mean[j] += (x - mean[j]) / float64(g.n[point])
			}
		}
		if g.n[point] == 0 {
			fill(mean, math.NaN())
		}
	}
	return g
}

// multivariateFit is grand mean and covariance: of individuals (sample or successive differences), or pooled within subgroups.
func multivariateFit(chart string, d Data, successive bool) (Fit, bool) {
	fit := newFit(chart)
	p, g := d.width(), gather(d)
	centre := make([]float64, p)
	rows := 0
	for i, n := range g.n {
		if n > 0 && !d.excluded(i) {
			fit.Points++
			rows += n
			for j := range centre {
				centre[j] += (g.means[i*p+j] - centre[j]) / float64(fit.Points)
			}
		}
	}
	covariance, difference := make([]float64, p*p), make([]float64, p)
	df := 0
	add := func(a, b []float64, scale float64) {
		df++
		for j := range difference {
			difference[j] = (a[j] - b[j]) / scale
		}
		for j, x := range difference {
			for k, y := range difference {
				covariance[j*p+k] += x * y
			}
		}
	}
	last := -2
	for i, n := range g.n {
		if n == 0 || d.excluded(i) {
			continue
		}
		mean := g.means[i*p : (i+1)*p]
		switch {
		case d.Starts != nil:
			from, to := d.span(i)
			for r := from; r < to; r++ {
				if row := d.row(r); complete(row) {
					add(row, mean, 1)
				}
			}
			df--
		case !successive:
			add(mean, centre, 1)
		case last == i-1 && !d.breaks(i):
			add(mean, g.means[last*p:i*p], math.Sqrt2)
		}
		last = i
	}
	if d.Starts == nil && !successive {
		df--
	}
	if df < p {
		return fit, false
	}
	for i := range covariance {
		covariance[i] /= float64(df)
	}
	size := float64(rows) / float64(fit.Points)
	fit.Centre, fit.Means, fit.Covariance, fit.SubgroupSize = 0, centre, covariance, size
	fit.N, fit.DF = float64(fit.Points)*size, float64(df)
	return fit, true
}

// singularCovariance says why rows that would do for limits have none: their covariance cannot be inverted.
func singularCovariance(d Data, o Options) string {
	fit, ok := multivariateFit("", d, o.Successive)
	if !ok || fit.Points < d.width()+2 {
		return ""
	}
	if _, ok = cholesky(fit.Covariance, d.width()); ok {
		return ""
	}
	return "the covariance is singular: a variable has no spread, or follows from the others"
}

// t2 is Hotelling's T² of rows: n (x̄ − x̿)ᵀ S⁻¹ (x̄ − x̿) (Montgomery, ISQC 7th ed., §11.3). The points that limits were estimated
// from have phase I limits, new ones those of phase II; centre is the median of the same law.
var t2 = Chart{
	ID: "t2", Title: "T²", Family: "multivariate", Input: "rows", whyNot: singularCovariance,
	fit: func(d Data, o Options) (Fit, bool) {
		fit, ok := multivariateFit("t2", d, o.Successive)
		if !ok || (d.Starts == nil && fit.Points < d.width()+2) {
			return fit, false
		}
		_, ok = cholesky(fit.Covariance, d.width())
		fit.Phase = 1
		return fit, ok
	},
	parts: func(d Data, fit Fit, o Options) []Part {
		p, g := d.width(), gather(d)
		part := newPart("t2", false, len(g.n))
		lower, ok := cholesky(fit.Covariance, p)
		if !ok || len(fit.Means) < p {
			return []Part{part}
		}
		v, scratch := make([]float64, p), make([]float64, p)
		lines := map[int][2]float64{}
		for i, n := range g.n {
			if n == 0 {
				continue
			}
			for j := range v {
				v[j] = g.means[i*p+j] - fit.Means[j]
			}
			part.Points[i] = float64(n) * quadraticForm(lower, v, scratch)
			size := 1
			if d.Starts != nil {
				size = n
			}
			own, known := lines[size]
			if !known {
				own = [2]float64{t2Limit(fit.Phase, p, fit.Points, size, 0.5), o.Limit}
				if math.IsNaN(o.Limit) {
					own[1] = t2Limit(fit.Phase, p, fit.Points, size, o.Alpha)
				}
				lines[size] = own
			}
			part.Centre[i], part.LCL[i], part.UCL[i] = own[0], 0, own[1]
		}
		return []Part{part}
	},
}

// t2Limit is the upper limit of T² at probability 1 − tail for p variables, m points of n rows. m 0 (means and covariance are
// known, not estimated): χ²(p). Individuals: phase I
// (m − 1)²/m · Beta(p/2, (m − p − 1)/2), phase II p(m + 1)(m − 1)/(m² − mp) · F(p, m − p). Subgroups: phase I p(m − 1)(n − 1)/ν ·
// F(p, ν) with ν = mn − m − p + 1, phase II with m + 1 for m − 1 (Tracy, Young & Mason 1992, J. Quality Technology 24, 88–95;
// Montgomery, ISQC 7th ed., eq. 11.20–11.24).
func t2Limit(phase, p, m, n int, tail float64) float64 {
	fp, fm, fn := float64(p), float64(m), float64(n)
	if m == 0 {
		return ChiSquareUpperQuantile(tail, fp)
	}
	if n > 1 {
		df, scale := fm*fn-fm-fp+1, fm+1
		if phase == 1 {
			scale = fm - 1
		}
		return fp * scale * (fn - 1) / df * FQuantile(tail, fp, df, true)
	}
	if phase == 1 {
		return (fm - 1) * (fm - 1) / fm * BetaQuantile(tail, fp/2, (fm-fp-1)/2, true)
	}
	return fp * (fm + 1) * (fm - 1) / (fm*fm - fm*fp) * FQuantile(tail, fp, fm-fp, true)
}
