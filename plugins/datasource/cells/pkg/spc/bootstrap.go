package spc

import "math"

// bootstrap gives intervals by resampling whole clusters (lots, rolls, trays) with replacement (Davison & Hinkley, Bootstrap
// Methods and their Application, 1997, §3.8): standard error and bias of ln(index) (of the index itself where it is not
// positive), widened by √(m/(m − 1)) for m clusters, and Student's t with m − 1 degrees of freedom: percentiles of so few
// clusters cover too little. None below three clusters.
func (t clusterTable) bootstrap(estimate Indices, spec Spec, o CapabilityOptions) Intervals {
	m := len(t.n)
	if m < 3 {
		return Intervals{}
	}
	base := estimate.named()
	var means, squares, counts [5]float64
	random, drawn := NewRandom(o.Seed), make([]int, m)
	for range o.Replicates {
		for k, value := range t.resampled(random, drawn, spec, o.CpmForm).named() {
			if value != value || base[k] != base[k] || (base[k] > 0 && !(value > 0)) {
				continue
			}
			d := value - base[k]
			if base[k] > 0 {
				d = math.Log(value / base[k])
			}
			away := d - means[k]
			counts[k]++
			means[k] += away / counts[k]
			squares[k] += away * (d - means[k])
		}
	}
	wide := TQuantile(0.5+o.Confidence/2, float64(m-1)) * math.Sqrt(float64(m)/float64(m-1))
	var out [5]*Interval
	for k, value := range base {
		n := counts[k]
		if value != value || n <= float64(o.Replicates)/2 {
			continue
		}
		half := wide * math.Sqrt(squares[k]/(n-1))
		low, high := -means[k]-half, -means[k]+half
		if value > 0 {
			out[k] = &Interval{value * math.Exp(low), value * math.Exp(high)}
		} else {
			out[k] = &Interval{value + low, value + high}
		}
	}
	return Intervals{out[0], out[1], out[2], out[3], out[4]}
}

// resampled are the indices of one draw of clusters; drawn is overwritten.
func (t clusterTable) resampled(random *Random, drawn []int, spec Spec, form string) Indices {
	n, sum, numerator, denominator := 0.0, 0.0, 0.0, 0.0
	for i := range drawn {
		c := random.IntN(len(t.n))
		drawn[i] = c
		n += t.n[c]
		sum += t.n[c] * t.offset[c]
		numerator += t.numerator[c]
		denominator += t.denominator[c]
	}
	mean, ss := sum/n, 0.0
	for _, c := range drawn {
		d := t.offset[c] - mean
		ss += t.ss[c] + t.n[c]*d*d
	}
	within, overall := math.NaN(), math.Sqrt(ss/(n-1))
	if denominator > 0 {
		within = numerator / denominator
	}
	if t.squared {
		within = math.Sqrt(within)
	}
	if t.overall {
		within = overall
	}
	out := IndicesOf(t.mean+mean, within, overall, spec)
	out.Cpm = cpmOf(form, n, t.mean+mean, overall, spec)
	return out
}
