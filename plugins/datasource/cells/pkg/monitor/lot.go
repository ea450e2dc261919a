package monitor

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// levelOfLot gives the mean of each stream: what a lot brings is mostly its own, however many items it has.
func levelOfLot(w Window) []Point {
	return ofEach(1, func(_ int, own summary.Step) Point { return Point{Y: tamedByItself(own).Mean, U: 1, N: own.N} })(w)
}

// spreadOfLot gives the cube root of each stream's variance, which is nearly normal (Wilson and Hilferty 1931).
func spreadOfLot(w Window) []Point {
	return ofEach(leastSpread, func(_ int, own summary.Step) Point {
		own = tamedByItself(own)
		return Point{Y: cubeRoot(own), U: math.Sqrt(2 / (9 * float64(own.N-1))), N: own.N}
	})(w)
}

// leastLots are the fewest predecessors of a lot that say something of it.
const leastLots = 4

// referenceOfLots is what lots before do: their mean and what they spread about it, pooled over the streams of a group, so that
// how far the next one may lie is told by Student's t. Where they are many a few odd ones among them change nothing.
func referenceOfLots(rows [][]Point, streams int) (r Reference, ok bool) {
	if r, ok = referenceOf(rows, streams); ok {
		r.Freedom = float64(counted(rows)) / 2
		return r, true
	}
	r = Reference{Centre: make([]float64, streams), Doubt: make([]float64, streams)}
	squares := 0.0
	for s := range streams {
		var w weighed
		for _, row := range rows {
			w.add(row[s])
		}
		r.Centre[s] = math.NaN()
		if w.n >= leastLots {
			r.Centre[s], r.Doubt[s] = w.mean, 1/float64(w.n)
			squares += w.squares
			r.Freedom += float64(w.n - 1)
		}
	}
	r.Scale = math.Sqrt(squares / r.Freedom)
	return r, r.Scale > 0
}

// weighed is the mean of points and their squared distances from it, in their own U.
type weighed struct {
	n                     int
	weight, mean, squares float64
}

func (w *weighed) add(p Point) {
	if !p.There() {
		return
	}
	weight := 1 / (p.U * p.U)
	w.n++
	w.weight += weight
	d := p.Y - w.mean
	w.mean += d * weight / w.weight
	w.squares += weight * d * (p.Y - w.mean)
}

func counted(rows [][]Point) (n int) {
	for _, row := range rows {
		for _, p := range row {
			if p.There() {
				n++
			}
		}
	}
	return n
}

// likely is the standard normal value that is as likely as Student's t with so many degrees of freedom.
func likely(t, freedom float64) float64 {
	tail := max(spc.TSF(math.Abs(t), freedom), leastTail)
	return math.Copysign(-spc.NormalQuantile(tail), t)
}
