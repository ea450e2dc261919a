package spc

// Part is one drawn chart, an entry a point; NaN where there is nothing. Zone lines lie at Centre ± k·Sigma; parts without
// zones (dispersion, memory) signal only beyond their limits.
type Part struct {
	ID                              string
	Zones                           bool
	Points, Centre, Sigma, LCL, UCL []float64
}

// newPart has n points with nothing in them yet.
func newPart(id string, zones bool, n int) Part {
	arena := blanks(5 * n)
	cut := func(k int) []float64 { return arena[k*n : (k+1)*n : (k+1)*n] }
	return Part{ID: id, Zones: zones, Points: cut(0), Centre: cut(1), Sigma: cut(2), LCL: cut(3), UCL: cut(4)}
}

// lines sets centre, σ and limits of a point.
func (p *Part) lines(at int, centre, sigma, lcl, ucl float64) {
	p.Centre[at], p.Sigma[at], p.LCL[at], p.UCL[at] = centre, sigma, lcl, ucl
}

// flat sets the same lines everywhere.
func (p *Part) flat(centre, sigma, lcl, ucl float64) {
	fill(p.Centre, centre)
	fill(p.Sigma, sigma)
	fill(p.LCL, lcl)
	fill(p.UCL, ucl)
}

// place copies a part over the points from offset on.
func (p *Part) place(from Part, offset int) {
	copy(p.Points[offset:], from.Points)
	copy(p.Centre[offset:], from.Centre)
	copy(p.Sigma[offset:], from.Sigma)
	copy(p.LCL[offset:], from.LCL)
	copy(p.UCL[offset:], from.UCL)
}

// shewhartPart is a statistic drawn as it is, limits at centre ± width·σ of each point.
func shewhartPart(id string, x []float64, sigma func(i int) float64, centre, width float64) Part {
	part := newPart(id, false, len(x))
	copy(part.Points, x)
	for i := range x {
		s := sigma(i)
		part.lines(i, centre, s, centre-width*s, centre+width*s)
	}
	return part
}
