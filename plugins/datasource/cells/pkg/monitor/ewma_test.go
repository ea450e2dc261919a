package monitor

import (
	"math"
	"math/rand/v2"
	"testing"
)

// An EWMA of points with a common error has the σ that is said of it, whatever the points are worth one by one.
func TestTheSigmaOfAnEWMAIsThatOfPointsWithACommonError(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 1))
	doubts := []float64{48, 48, 0, 3, 48, 1, 1}
	const runs = 40000
	squares, e := 0.0, ewma{}
	for range runs {
		common := random.NormFloat64()
		e = ewma{}
		for _, doubt := range doubts {
			point := (random.NormFloat64() + math.Sqrt(doubt)*common) / math.Sqrt(1+doubt)
			e = e.with(point, doubt, 0.2)
		}
		squares += e.value * e.value
	}
	if got := math.Sqrt(squares / runs); math.Abs(got/e.sigma()-1) > 0.02 {
		t.Errorf("σ is said to be %v and is %v", e.sigma(), got)
	}
}
