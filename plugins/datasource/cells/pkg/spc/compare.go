package spc

import (
	"math"
	"slices"
)

// Group is a group of values: SS is its sum of squared deviations.
type Group struct{ N, Mean, SS float64 }

// GroupsOf gathers present values by their group, whole numbers of [0, count).
func GroupsOf(values []float64, groups []int, count int) []Group {
	out := make([]Group, count)
	gatherGroups(out, values, groups)
	return out
}

func gatherGroups(out []Group, values []float64, groups []int) {
	clear(out)
	for i, x := range values {
		if x == x {
			g := &out[groups[i]]
			g.N++
			d := x - g.Mean
			g.Mean += d / g.N
			g.SS += d * (x - g.Mean)
		}
	}
}

// Welch is the test of equal means with unequal variances.
type Welch struct{ F, DF1, DF2, P float64 }

// WelchOf tests k groups (Welch 1951, Biometrika 38, 330–336). Groups below two values or without spread are left out; ok is
// false with fewer than two left.
func WelchOf(groups []Group) (w Welch, ok bool) {
	weight := func(g Group) float64 {
		if g.N < 2 || !(g.SS > 0) {
			return 0
		}
		return g.N * (g.N - 1) / g.SS
	}
	k, total, weighted := 0.0, 0.0, 0.0
	for _, g := range groups {
		if own := weight(g); own > 0 {
			total += own
			weighted += own * g.Mean
			k++
		}
	}
	if k < 2 {
		return w, false
	}
	between, lambda := 0.0, 0.0
	for _, g := range groups {
		if own := weight(g); own > 0 {
			away, rest := g.Mean-weighted/total, 1-own/total
			between += own * away * away
			lambda += rest * rest / (g.N - 1)
		}
	}
	w.F, w.DF1, w.DF2 = between/(k-1)/(1+2*(k-2)*lambda/(k*k-1)), k-1, (k*k-1)/(3*lambda)
	w.P = FCDF(w.F, w.DF1, w.DF2, true)
	return w, true
}

// KruskalWallis is the rank test of k groups.
type KruskalWallis struct {
	H, P float64
	DF   int
}

// KruskalWallisOf corrects for ties, χ² approximation (Kruskal & Wallis 1952, JASA 47, 583–621). ok is false with fewer than two
// groups or without spread.
func KruskalWallisOf(values []float64, groups []int, count int) (k KruskalWallis, ok bool) {
	order := presentPlaces(values)
	slices.SortStableFunc(order, func(a, b int) int { return compare(values[a], values[b]) })
	n, ranks, ties, total := make([]float64, count), make([]float64, count), 0.0, float64(len(order))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && values[order[j]] == values[order[i]] {
			j++
		}
		for _, at := range order[i:j] {
			n[groups[at]]++
			ranks[groups[at]] += float64(i+1+j) / 2
		}
		same := float64(j - i)
		ties += same*same*same - same
		i = j
	}
	sum, used := 0.0, 0
	for g := range n {
		if n[g] > 0 {
			away := ranks[g] - n[g]*(total+1)/2
			sum += away * away / n[g]
			used++
		}
	}
	correction := 1 - ties/(total*total*total-total)
	if used < 2 || !(correction > 0) {
		return k, false
	}
	k.H, k.DF = 12*sum/(total*(total+1))/correction, used-1
	k.P = ChiSquareCDF(k.H, float64(k.DF), true)
	return k, true
}

func presentPlaces(values []float64) []int {
	out := []int{}
	for i, x := range values {
		if x == x {
			out = append(out, i)
		}
	}
	return out
}

// Permutation is a test by dealing levels anew: between whole clusters, or inside them. Statistic is the weighted sum of
// squares between levels.
type Permutation struct {
	Statistic, P         float64
	Within               bool
	Clusters, Replicates int
}

// PermutationOf asks whether the levels of a factor differ in the mean, by permutation of clusters (lot, roll, tray), because
// cells of one lot are not independent. Where every cluster has one level the levels are dealt to whole clusters (each counts
// with its mean), else inside clusters, which then are blocks. p = (1 + hits)/(1 + replicates) (Phipson & Smyth 2010, SAGMB 9,
// 39). ok is false with fewer than two levels or, between clusters, fewer than four clusters.
func PermutationOf(values []float64, levels, clusters []int, replicates int, seed uint32) (p Permutation, ok bool) {
	order := presentPlaces(values)
	slices.SortStableFunc(order, func(a, b int) int { return clusters[a] - clusters[b] })
	x, dealt, starts, count, different := make([]float64, len(order)), make([]int, len(order)), []int{}, 0, false
	p = Permutation{Replicates: replicates}
	for k, i := range order {
		x[k], dealt[k] = values[i], levels[i]
		count, different = max(count, levels[i]+1), different || dealt[k] != dealt[0]
		if k == 0 || clusters[i] != clusters[order[k-1]] {
			starts = append(starts, k)
		} else {
			p.Within = p.Within || dealt[k] != dealt[k-1]
		}
	}
	p.Clusters = len(starts)
	if !different || (!p.Within && p.Clusters < 4) {
		return p, false
	}
	blocks := append(slices.Clone(starts), len(x))
	if !p.Within {
		x, dealt = clusterMeans(x, dealt, blocks)
		blocks = []int{0, len(x)}
	}
	centre := sum(x) / float64(len(x))
	for i := range x {
		x[i] -= centre
	}
	groups := make([]Group, count)
	between := func() (total float64) {
		gatherGroups(groups, x, dealt)
		for _, g := range groups {
			total += g.N * g.Mean * g.Mean
		}
		return total
	}
	p.Statistic = between()
	random, hits := NewRandom(seed), 0
	for range replicates {
		for b, from := range blocks[:len(blocks)-1] {
			shuffle(dealt[from:blocks[b+1]], random)
		}
		if between() >= p.Statistic*(1-1e-12) {
			hits++
		}
	}
	p.P = float64(1+hits) / float64(1+replicates)
	return p, true
}

func clusterMeans(x []float64, levels, blocks []int) (means []float64, own []int) {
	for b, from := range blocks[:len(blocks)-1] {
		part := x[from:blocks[b+1]]
		means, own = append(means, sum(part)/float64(len(part))), append(own, levels[from])
	}
	return means, own
}

func sum(values []float64) (total float64) {
	for _, x := range values {
		total += x
	}
	return total
}

// SD is the standard deviation of a group; NaN below two values.
func (g Group) SD() float64 {
	if g.N < 2 {
		return math.NaN()
	}
	return math.Sqrt(g.SS / (g.N - 1))
}
