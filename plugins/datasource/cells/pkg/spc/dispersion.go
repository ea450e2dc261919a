package spc

import "math"

// unitLines are centre, σ and limits of a dispersion statistic in units of σ.
type unitLines struct{ centre, sigma, lcl, ucl float64 }

type unitKey struct {
	statistic   string
	n           int
	width       float64
	probability bool
}

var unitLinesMade = cache[unitKey, unitLines]{made: map[unitKey]unitLines{}}

// dispersionLines are the lines of a range (r) or standard deviation (s) of n normal values, divided by σ: mean ± width·sd cut
// at 0 (D₁, D₂, B₅, B₆), or the quantiles that leave the tail 1 − Φ(width) on either side (range distribution; χ² for s).
func dispersionLines(statistic string, n int, width float64, probability bool) unitLines {
	return unitLinesMade.of(unitKey{statistic, n, width, probability}, func(unitKey) unitLines {
		mean, sd := D2D3(n)
		if statistic == "s" {
			mean = C4(float64(n))
			sd = math.Sqrt(1 - mean*mean)
		}
		lines := unitLines{mean, sd, max(0, mean-width*sd), mean + width*sd}
		if probability {
			quantile := func(p float64) float64 { return RangeQuantile(p, n) }
			if statistic == "s" {
				df := float64(n - 1)
				quantile = func(p float64) float64 { return math.Sqrt(ChiSquareQuantile(p, df) / df) }
			}
			lines.lcl, lines.ucl = quantile(NormalSF(width)), quantile(1-NormalSF(width))
		}
		return lines
	})
}

// times are the lines for a σ.
func (u unitLines) times(sigma float64) (centre, spread, lcl, ucl float64) {
	return u.centre * sigma, u.sigma * sigma, u.lcl * sigma, u.ucl * sigma
}

// withinPart is the R or S chart of subgroups: each point with the constants of its own size.
func withinPart(statistic string, g subgroups, sigma float64, o Options) Part {
	part := newPart(statistic, false, len(g.n))
	source := g.s
	if statistic == "r" {
		source = g.spread
	}
	copy(part.Points, source)
	last, unit := 0, unitLines{}
	for i, n := range g.n {
		if n < 2 {
			continue
		}
		if n != last {
			last, unit = n, dispersionLines(statistic, n, o.Width, o.Probability)
		}
		centre, spread, lcl, ucl := unit.times(sigma)
		part.lines(i, centre, spread, lcl, ucl)
	}
	return part
}
