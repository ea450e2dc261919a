package spc

import (
	"math"
	"slices"
)

// panelNodes is the number of nodes on a panel.
const panelNodes = 12

// panels are where the run length of an EWMA beside a Shewhart limit is a polynomial, with the nodes of one on [−1, 1].
type panels struct {
	lambda, shewhart, shift              float64
	borders, nodes, weights, barycentric []float64
}

// newPanels: A has a kink where a Shewhart limit carries the EWMA just to its own limit, and a weaker one where it carries it
// to such a kink; the next ones are below rounding. No panel is longer than 2λ.
func newPanels(lambda, reach, shewhart, shift float64) panels {
	kinks, from := []float64{-reach, reach}, []float64{-reach, reach}
	for range 2 {
		var next []float64
		for _, y := range from {
			for _, u := range []float64{(y - lambda*shewhart) / (1 - lambda), (y + lambda*shewhart) / (1 - lambda)} {
				if math.Abs(u) < reach {
					next = append(next, u)
				}
			}
		}
		kinks, from = append(kinks, next...), next
	}
	slices.Sort(kinks)
	p := panels{lambda: lambda, shewhart: shewhart, shift: shift, borders: []float64{-reach}}
	for _, kink := range kinks {
		last := p.borders[len(p.borders)-1]
		if kink-last <= 1e-12*reach {
			continue
		}
		parts := math.Ceil((kink - last) / (2 * lambda))
		for k := 1.0; k < parts; k++ {
			p.borders = append(p.borders, last+(kink-last)*k/parts)
		}
		p.borders = append(p.borders, kink)
	}
	p.nodes, p.weights = gaussLegendre(panelNodes)
	for i, x := range p.nodes {
		p.barycentric = append(p.barycentric, float64(1-2*(i%2))*math.Sqrt((1-x*x)*p.weights[i]))
	}
	return p
}

// size is the number of nodes on all panels.
func (p panels) size() int { return panelNodes * (len(p.borders) - 1) }

// at is a node among those of all panels.
func (p panels) at(i int) float64 {
	left, right := p.borders[i/panelNodes], p.borders[i/panelNodes+1]
	return (left+right)/2 + (right-left)/2*p.nodes[i%panelNodes]
}

// exit is the probability to signal at the next point.
func (p panels) exit(u float64) float64 {
	reach, from := p.borders[len(p.borders)-1], (1-p.lambda)*u
	above, below := min(p.shewhart, (reach-from)/p.lambda), max(-p.shewhart, (-reach-from)/p.lambda)
	return NormalSF(above-p.shift) + NormalCDF(below-p.shift)
}

// kernel adds the weights of A at all nodes in the integral from u.
func (p panels) kernel(u float64, row []float64) {
	from := (1 - p.lambda) * u
	for panel := range len(p.borders) - 1 {
		left, right := p.borders[panel], p.borders[panel+1]
		low, high := max(left, from-p.lambda*p.shewhart), min(right, from+p.lambda*p.shewhart)
		if !(high > low) {
			continue
		}
		half, own := (high-low)/2, row[panel*panelNodes:(panel+1)*panelNodes]
		for i, x := range p.nodes {
			y := low + half*(1+x)
			weight := half * p.weights[i] / p.lambda * NormalPDF((y-from)/p.lambda-p.shift)
			if low == left && high == right {
				own[i] += weight
			} else {
				p.interpolate(own, (2*y-left-right)/(right-left), weight)
			}
		}
	}
}

// interpolate adds a weight at t of [−1, 1] to the nodes of a panel (barycentric Lagrange interpolation).
func (p panels) interpolate(own []float64, t, weight float64) {
	share := func(j int) float64 {
		away := t - p.nodes[j]
		if away == 0 {
			away = 1e-300
		}
		return p.barycentric[j] / away
	}
	total := 0.0
	for j := range own {
		total += share(j)
	}
	for j := range own {
		own[j] += weight * share(j) / total
	}
}

// EWMAShewhartARL is the mean run length of an EWMA (λ, L, asymptotic limits, from the centre) together with a Shewhart limit,
// at a shift in σ: Crowder's integral equation over the points that the Shewhart limit lets pass, by collocation on panels
// between its kinks (Lucas & Saccucci 1990, Technometrics 32, 1–12, §5, give the combination). λ 0.2, L 2.962 and 3σ give 232.99.
func EWMAShewhartARL(lambda, width, shewhart, shift float64) float64 {
	if lambda == 1 {
		return shewhartARL(min(width, shewhart), shift)
	}
	p := newPanels(lambda, width*math.Sqrt(lambda/(2-lambda)), shewhart, shift)
	n := p.size()
	matrix, exit := make([]float64, n*n), make([]float64, n)
	for i := range n {
		p.kernel(p.at(i), matrix[i*n:(i+1)*n])
		exit[i] = p.exit(p.at(i))
	}
	start, arl := make([]float64, n), 1.0
	p.kernel(0, start)
	for j, a := range meanSteps(matrix, exit) {
		arl += start[j] * a
	}
	return arl
}
