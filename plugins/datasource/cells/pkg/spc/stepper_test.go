package spc

import (
	"math"
	"slices"
	"testing"
)

func TestPointByPointAndOverAWholeChartTheSamePointsSignal(t *testing.T) {
	const n = 4000
	draw := NewNormals(23)
	z := make([]float64, n)
	for i := range z {
		// Slow waves and a wide spread, so that every rule meets its pattern.
		wide := 1.3
		if i%900 < 300 {
			wide = 0.3
		}
		z[i] = 1.2*math.Sin(float64(i)/9) + wide*draw.Next()
	}
	line := func(v float64) []float64 { return slices.Repeat([]float64{v}, n) }
	part := Part{ID: "z", Zones: true, Points: z, Centre: line(0), Sigma: line(1), LCL: line(-3), UCL: line(3)}
	own := OwnRule("", 3, 31, 2, true)
	for _, r := range slices.Concat(Rules, []Rule{own, OwnRule("", 2, 5, 1.5, false)}) {
		var whole, streamed []int
		for _, s := range Evaluate(part, Data{}, []Rule{r}) {
			whole = append(whole, s.Point)
		}
		one := newStepper(r.Test, 3)
		memory, before := make([]int32, one.words), math.NaN()
		for i, x := range z {
			if one.step(memory, x, before) {
				streamed = append(streamed, i)
			}
			before = x
		}
		if len(whole) == 0 || !slices.Equal(whole, streamed) {
			t.Errorf("%s: %d signals over the chart, %d point by point", r.ID, len(whole), len(streamed))
		}
	}
}

func TestTheChainAgreesWithSimulation(t *testing.T) {
	for _, set := range []string{"western-electric", "westgard", "J6"} {
		for _, shift := range []float64{0, 0.8} {
			m := MonitoringDefaults()
			m.Rules, m.Shift, m.Seed, m.Replicates = FindRules(set), shift, 5, 2000
			exact := RunLengthOf(m)
			found := m.simulate()
			if exact.Method != "markov-chain" || found.Cut > 0 || math.Abs(found.ARL-exact.ARL) > 4*found.StandardError {
				t.Errorf("%s at %v: chain %v (%s), simulated %+v", set, shift, exact.ARL, exact.Method, found)
			}
		}
	}
}

func TestLimitsGiveTheirRunLength(t *testing.T) {
	const want = 13_000
	cusum, _ := CUSUMARL(0.5, CUSUMLimitFor(want, 0.5), 0, 0)
	width, shewhart := EWMAShewhartLimitsFor(want, 0.2)
	for name, arl := range map[string]float64{
		"Shewhart": shewhartARL(ShewhartLimitFor(want), 0), "EWMA": EWMAARL(0.1, EWMALimitFor(want, 0.1), 0), "CUSUM": cusum,
		"EWMA + Shewhart": EWMAShewhartARL(0.2, width, shewhart, 0), "MEWMA": MEWMAARL(3, 0.2, MEWMALimit(3, 0.2, want)),
	} {
		if math.Abs(arl/want-1) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, arl, want)
		}
	}
	if h := CUSUMLimitFor(200, 3); h == h {
		t.Errorf("no decision interval has run length 200 at k 3, not %v", h)
	}
}
