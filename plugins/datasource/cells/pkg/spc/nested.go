package spc

import "math"

// NestedComponents are the variances of two nested random factors: cells in inner groups (trays) in outer ones (lots).
type NestedComponents struct {
	Mean, SigmaWithin, SigmaInner, SigmaOuter float64
	N, Inner, Outer                           int
}

type nestedGroup struct {
	outer   int
	n, mean float64
}

func (g *nestedGroup) add(x float64) (before float64) {
	before = x - g.mean
	g.n++
	g.mean += before / g.n
	return before
}

// NestedComponentsOf are the analysis-of-variance estimators with the coefficients for unequal sizes; negative estimates are 0
// (Searle, Casella & McCulloch, Variance Components, 1992, §5.4). Ids are whole numbers from 0, inner ones unique over all outer
// groups. ok is false where a level has no replication.
func NestedComponentsOf(values []float64, outer, inner []int) (c NestedComponents, ok bool) {
	var trays, lots []nestedGroup
	grow := func(groups []nestedGroup, id int) []nestedGroup {
		for len(groups) <= id {
			groups = append(groups, nestedGroup{})
		}
		return groups
	}
	all, ssw := nestedGroup{}, 0.0
	for i, x := range values {
		if x != x {
			continue
		}
		all.add(x)
		lots, trays = grow(lots, outer[i]), grow(trays, inner[i])
		lots[outer[i]].add(x)
		tray := &trays[inner[i]]
		tray.outer = outer[i]
		ssw += tray.add(x) * (x - tray.mean)
	}
	a, b, n := 0.0, 0.0, all.n
	ssInner, ssOuter, squaresOverLot, squares, lotSquares := 0.0, 0.0, 0.0, 0.0, 0.0
	for _, t := range trays {
		if t.n == 0 {
			continue
		}
		b++
		lot := lots[t.outer]
		ssInner += t.n * (t.mean - lot.mean) * (t.mean - lot.mean)
		squaresOverLot += t.n * t.n / lot.n
		squares += t.n * t.n
	}
	for _, lot := range lots {
		if lot.n > 0 {
			a++
			ssOuter += lot.n * (lot.mean - all.mean) * (lot.mean - all.mean)
			lotSquares += lot.n * lot.n
		}
	}
	if a < 2 || b <= a || n <= b {
		return c, false
	}
	msw, msInner, msOuter := ssw/(n-b), ssInner/(b-a), ssOuter/(a-1)
	// E MS(inner) = σ² + k₁σ²ᵢ; E MS(outer) = σ² + k₂σ²ᵢ + k₃σ²ₒ.
	k1, k2, k3 := (n-squaresOverLot)/(b-a), (squaresOverLot-squares/n)/(a-1), (n-lotSquares/n)/(a-1)
	innerVariance := max(0, (msInner-msw)/k1)
	outerVariance := max(0, (msOuter-msw-k2*innerVariance)/k3)
	return NestedComponents{
		all.mean, math.Sqrt(msw), math.Sqrt(innerVariance), math.Sqrt(outerVariance), int(n), int(b), int(a),
	}, true
}
