package spc

import "math"

// gaussLegendre gives n nodes and weights on [−1, 1], by Newton on the Legendre polynomial.
func gaussLegendre(n int) (nodes, weights []float64) {
	for i := range n {
		x := math.Cos(math.Pi * (float64(i) + 0.75) / (float64(n) + 0.5))
		slope := 1.0
		for range 100 {
			before, value := 1.0, x
			for k := 2; k <= n; k++ {
				before, value = value, (float64(2*k-1)*x*value-float64(k-1)*before)/float64(k)
			}
			slope = float64(n) * (x*value - before) / (x*x - 1)
			delta := value / slope
			x -= delta
			if math.Abs(delta) < 1e-16 {
				break
			}
		}
		nodes, weights = append(nodes, x), append(weights, 2/((1-x*x)*slope*slope))
	}
	return nodes, weights
}
