package spc

import "math"

// lucky is how baselines are drawn whose run lengths rule the mean.
type lucky struct {
	// infinite: there is no mean run length over baselines.
	infinite bool
	// spread is σ of the half of the baselines that is drawn wider; 1 where none is.
	spread float64
	points float64
}

const (
	// baselineDF is about how many degrees of freedom a point has σ̂ = MR̄/d₂ (Cryer & Ryan 1990, J. Quality Technology 22, 187–192).
	baselineDF   = 0.62
	widestSpread = 1.5
)

// luckyBaselines: rules that see single points only, beyond L, have the run length 1/2Φ(−Lσ̂), which grows like exp(L²σ̂²/2), so
// that its mean over baselines lies in those with a large σ̂. They are drawn with σ √(ν/(ν − L²)), ν ≈ 0.62(n − 1), where the
// product of run length and density is large, mixed half and half with plain ones (importance sampling; Owen & Zhou 2000, JASA
// 95, 135–143). The sum of the moving ranges is at most √(4n − 6)·|z| long in its widest direction (alternating signs), so that
// there is no mean for (n − 1)²d₂² ≤ L²(4n − 6): at 3σ for n ≤ 28. Rules with a memory are drawn as they are.
func luckyBaselines(rules []Rule, points int, limit float64) lucky {
	n, nearest := float64(points), math.Inf(1)
	out := lucky{spread: 1, points: n}
	for _, r := range rules {
		switch t := r.Test; {
		case t.Shape == BeyondLimits:
			nearest = min(nearest, limit)
		case t.Shape == KOfN && t.N == 1:
			nearest = min(nearest, t.Z)
		default:
			return out
		}
	}
	if !(nearest > 0) {
		return out
	}
	d2 := 2 / math.Sqrt(math.Pi)
	out.infinite = (n-1)*d2*(n-1)*d2 <= nearest*nearest*(4*n-6)
	df := baselineDF * (n - 1)
	out.spread = widestSpread
	if room := df - nearest*nearest; room > 0 {
		out.spread = min(widestSpread, math.Sqrt(df/room))
	}
	return out
}

// weight is the density of a baseline with so large a sum of squares over the density it was drawn with.
func (l lucky) weight(squares float64) float64 {
	if l.spread == 1 {
		return 1
	}
	return 2 / (1 + math.Exp(-l.points*math.Log(l.spread)+squares/2*(1-1/(l.spread*l.spread))))
}
