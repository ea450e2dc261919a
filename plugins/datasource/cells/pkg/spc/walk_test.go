package spc

import (
	"math"
	"slices"
	"testing"
)

// sideAt is the side of a point as the rules state it, told apart from how the walk keeps it.
func (t *track) sideAt(test Test, i int) int32 {
	x, sigma := t.x(i), t.part.Sigma[t.at[i]]
	switch {
	case test.Shape == BeyondLimits && x > 3:
		return 1
	case test.Shape == BeyondLimits && x < -3:
		return -1
	case test.Shape == BeyondLimits:
		return 0
	case test.Shape == SameSide:
		return sideOf(x, 0)
	case test.line().of == ofStep && t.fresh[i]:
		return 0
	case test.line().of == ofStep:
		return sideOf(x, t.x(i-1))
	case test.Shape == Within && math.IsNaN(sigma):
		return 1
	}
	return t.beyond(i, test.Z)
}

func TestTheWalkOverAChartTellsWhatTheStepperTellsPointByPoint(t *testing.T) {
	const n = 20_000
	draw := NewNormals(7)
	fill := func(v float64) []float64 { return slices.Repeat([]float64{v}, n) }
	part := Part{ID: "z", Zones: true, Points: fill(0), Centre: fill(0), Sigma: fill(1), LCL: fill(-3), UCL: fill(3)}
	breaks := make([]bool, n)
	// Stretches beside the centre, wide ones and narrow ones; points on a line and like the one before; holes; fresh starts.
	for i := range n {
		x := draw.Next() * 1.5
		if i%900 < 300 {
			x /= 4
		}
		if i%700 < 200 {
			x += 0.9
		}
		if i%5 == 0 {
			x = math.Round(x)
		}
		part.Points[i], breaks[i] = x, i%411 == 0
		if i%97 == 0 {
			part.Sigma[i] = math.NaN()
		}
		if i%211 == 0 {
			part.Points[i] = math.NaN()
		}
	}
	own := []Rule{
		OwnRule("", 2, 5, 1.5, true),
		OwnRule("more states than a table holds", 12, 31, 1, false),
		OwnRule("longer than a word", 20, 60, 1, true),
	}
	type told struct{ i, side int }
	for _, r := range slices.Concat(Rules, own) {
		all := newTrack(part, Data{Breaks: breaks})
		shape := newShapeStepper(r.Test)
		memory := make([]int32, shape.words)
		var stepped, walked []told
		for i := range all.at {
			if all.fresh[i] {
				clear(memory)
			}
			switch found := shape.step(memory, all.sideAt(r.Test, i)); found {
			case toldNone:
			case toldBoth:
				stepped = append(stepped, told{i, 0})
			default:
				stepped = append(stepped, told{i, int(found)})
			}
		}
		r.Test.walk(all.sides(r.Test.line()), func(i, side int) { walked = append(walked, told{i, side}) })
		if len(stepped) < 3 || !slices.Equal(walked, stepped) {
			t.Errorf("%s: %d hits walked, %d stepped", r.ID, len(walked), len(stepped))
		}
	}
}
