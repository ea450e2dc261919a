package monitor

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// byLot are windows of 40 items of six streams; the share of bad ones is drawn anew for each stream every eight windows.
func byLot(seed uint64, count int, share func(r *rand.Rand) float64) (out []Window) {
	random := rand.New(rand.NewPCG(seed, 5))
	shares := make([]float64, 6)
	for i := range count {
		w := Window{FromMs: int64(i) * 15 * minute, ToMs: int64(i+1) * 15 * minute, Steps: make([]summary.Step, len(shares))}
		for s := range w.Steps {
			if i%blockWindows == 0 {
				shares[s] = share(random)
			}
			w.Steps[s].Begin = w.FromMs
			for range 40 {
				w.Steps[s].Judge(random.Float64() < shares[s], false)
			}
		}
		out = append(out, w)
	}
	return out
}

func steady(*rand.Rand) float64 { return 0.03 }

// lots have two per cent, and one in ten has ten.
func lots(r *rand.Rand) float64 {
	if r.IntN(10) == 0 {
		return 0.1
	}
	return 0.02
}

func sums(windows []Window) []summary.Step {
	out := make([]summary.Step, len(windows[0].Steps))
	for _, w := range windows {
		for s, step := range w.Steps {
			out[s] = out[s].With(step)
		}
	}
	return out
}

func TestSharesThatDifferByChanceAloneAreKnownForEver(t *testing.T) {
	told := 0
	for seed := range uint64(40) {
		windows := byLot(seed, 400, steady)
		if !math.IsInf(steadyItems(windows, sums(windows)), 1) {
			told++
		}
	}
	// Two standard errors to one side are passed by 2.3 % of draws, by those of skewed counts a little more often.
	if told > 4 {
		t.Errorf("%d of 40 are said to differ", told)
	}
}

func TestSharesOfLotsAreKnownByTheirVariance(t *testing.T) {
	windows := byLot(1, 4000, lots)
	// Mean 0.028 and variance 0.000576 of shares: ν = 0.028·0.972/0.000576 − 1.
	if got, want := steadyItems(windows, sums(windows)), 0.028*0.972/0.000576-1; math.Abs(got/want-1) > 0.15 {
		t.Errorf("got %.1f, want about %.1f", got, want)
	}
}

func TestABadLotLikeOthersBeforeIsNoAlarm(t *testing.T) {
	told := 0
	for seed := range uint64(20) {
		windows := byLot(seed, 672, lots)
		told += len(follow(followedOf(newShares(alarm, 6), 6, nil), windows, 480, nil))
	}
	// 20 × 192 windows of six streams at one in a million each look are nothing.
	if told > 2 {
		t.Errorf("%d episodes, want none", told)
	}
}
