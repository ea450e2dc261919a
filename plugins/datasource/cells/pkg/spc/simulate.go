package spc

import "math"

// LongestRun is the number of points after which a simulated run is cut.
const LongestRun = 1_000_000

const (
	// mostPoints of all runs together is what no other run is begun after: some seconds.
	mostPoints = 100_000_000
	// fewestRuns have a standard error worth the name.
	fewestRuns = 30
)

// MemoryEWMA is an EWMA with limits ± Width·σ√(λ/(2 − λ)), MemoryCUSUM a tabular CUSUM, both in σ of a point.
type (
	MemoryEWMA  struct{ Lambda, Width float64 }
	MemoryCUSUM struct{ K, H, HeadStart float64 }
)

// Monitoring is everything that judges one stream of independent normal points. Take MonitoringDefaults and change what differs.
type Monitoring struct {
	Rules []Rule
	EWMA  *MemoryEWMA
	CUSUM *MemoryCUSUM
	// Limit is the distance of the control limits in σ, Shift that of the mean from the first point on.
	Limit, Shift float64
	// Baseline is the number of in-control points that x̄ and MR̄/d₂ come from, new ones each run; 0: true centre and σ.
	Baseline int
	// Replicates are runs, or baselines, of a simulation; 0: as many as its kind takes.
	Replicates int
	Seed       uint32
}

// MonitoringDefaults are control limits at 3 σ and no shift.
func MonitoringDefaults() Monitoring { return Monitoring{Limit: 3, Seed: 1} }

// UsualRuns are simulated where nothing is said.
const UsualRuns = 20_000

// estimated draws a baseline of n in-control points of a σ and gives its x̄, MR̄/d₂ and sum of squares.
func estimated(draw *Normals, n int, wide float64) (centre, sigma, squares float64) {
	d2, _ := D2D3(2)
	last := wide * draw.Next()
	sum, ranges := last, 0.0
	squares = last * last
	for range n - 1 {
		x := wide * draw.Next()
		sum += x
		squares += x * x
		ranges += math.Abs(x - last)
		last = x
	}
	return sum / float64(n), ranges / float64(n-1) / d2, squares
}

// run is the memory of one simulated run.
type run struct {
	all          steppers
	memory       []int32
	before       float64
	level, reach float64
	high, low    float64
	ewma         *MemoryEWMA
	cusum        *MemoryCUSUM
}

func (r *run) restart() {
	clear(r.memory)
	r.before, r.level = math.NaN(), 0
	if r.cusum != nil {
		r.high = r.cusum.HeadStart * r.cusum.H
		r.low = r.high
	}
}

// point shows a point to everything that judges.
func (r *run) point(z float64) (hit bool) {
	hit = r.all.step(r.memory, z, r.before)
	r.before = z
	if r.ewma != nil {
		r.level += r.ewma.Lambda * (z - r.level)
		hit = hit || math.Abs(r.level) > r.reach
	}
	if r.cusum != nil {
		r.high = max(0, r.high+z-r.cusum.K)
		r.low = max(0, r.low-z-r.cusum.K)
		hit = hit || r.high > r.cusum.H || r.low > r.cusum.H
	}
	return hit
}

// simulate is the mean run length by simulation; runs so long that all together pass mostPoints are fewer than asked for. The same
// seed, the same result, here and in TypeScript.
func (m Monitoring) simulate() RunLength {
	all := newSteppers(m.Rules, m.Limit)
	r := run{all: all, memory: make([]int32, all.words), ewma: m.EWMA, cusum: m.CUSUM}
	if m.EWMA != nil {
		r.reach = m.EWMA.Width * math.Sqrt(m.EWMA.Lambda/(2-m.EWMA.Lambda))
	}
	draw, lengths, out := NewNormals(m.Seed), []float64{}, RunLength{Method: "simulation"}
	points, sum, wanted := 0, 0.0, m.Replicates
	if wanted == 0 {
		wanted = UsualRuns
	}
	for len(lengths) < wanted && (points < mostPoints || len(lengths) < fewestRuns) {
		centre, sigma := 0.0, 1.0
		if m.Baseline > 0 {
			centre, sigma, _ = estimated(draw, m.Baseline, 1)
		}
		r.restart()
		t, hit := 0, false
		for !hit && t < LongestRun {
			t++
			hit = r.point((draw.Next() + m.Shift - centre) / sigma)
		}
		if !hit {
			out.Cut++
		}
		points += t + m.Baseline
		lengths = append(lengths, float64(t))
		sum += float64(t)
	}
	out.Replicates = len(lengths)
	count := float64(out.Replicates)
	out.ARL = sum / count
	out.Rate = 1 / out.ARL
	ss := 0.0
	for _, length := range lengths {
		ss += (length - out.ARL) * (length - out.ARL)
	}
	out.StandardError = math.Sqrt(ss / (count - 1) / count)
	return out
}
