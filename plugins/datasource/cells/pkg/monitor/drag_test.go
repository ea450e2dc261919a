package monitor

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// following are windows of twelve streams of which each point keeps so much of the one before.
func following(seed uint64, keeps float64, count int) (points [][]Point, windows []Window) {
	random := rand.New(rand.NewPCG(seed, 3))
	last := make([]float64, 12)
	for i := range count {
		var row []Point
		for s := range last {
			last[s] = keeps*last[s] + math.Sqrt(1-keeps*keeps)*random.NormFloat64()
			row = append(row, Point{Y: last[s], U: 1, N: 5})
		}
		points = append(points, row)
		windows = append(windows, Window{FromMs: int64(i), ToMs: int64(i + 1), Steps: make([]summary.Step, len(last))})
	}
	return points, windows
}

func TestPointsThatFollowEachOtherAreNoAlarmForThat(t *testing.T) {
	for _, keeps := range []float64{0, 0.3, 0.5} {
		episodes := 0
		for seed := range uint64(10) {
			points, windows := following(seed, keeps, 1000)
			episodes += len(follow(followedOf(newDistances(alarm, pointsAt(points), 12, nil), 12, nil), windows, 600, nil))
		}
		// 48 000 points at a run length of 13 000 are 3.7.
		if episodes > 12 {
			t.Errorf("points that keep %v of the one before: %d episodes", keeps, episodes)
		}
	}
}

func TestIndependentPointsHaveNoDrag(t *testing.T) {
	points, _ := following(1, 0, 600)
	r, ok := referenceOf(points, 12)
	if drag := dragOf(points, r, 0.2); !ok || drag > 1.08 {
		t.Errorf("got %v", drag)
	}
}
