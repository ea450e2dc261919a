package monitor

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func TestLevelAndSpreadOfLogarithmsAreMedianAndDeviationInUnits(t *testing.T) {
	// scipy.stats.lognorm(s=0.25, scale=1000): median 1000, standard deviation 262.02.
	s := Scale{Logarithms: true}
	if got := s.Level(s.Of(1000)); math.Abs(got-1000) > 1e-9 {
		t.Errorf("the level is %v, want 1000", got)
	}
	if got, want := s.Spread(math.Log(1000), 0.25), 262.02; math.Abs(got-want) > 0.01 {
		t.Errorf("the spread is %v, want %v", got, want)
	}
	if plain := (Scale{}); plain.Of(-3) != -3 || plain.Level(-3) != -3 || plain.Spread(-3, 2) != 2 {
		t.Error("what is normal is judged as it is")
	}
}

func TestAValueWithoutALogarithmIsHalfOfWhatTheGaugeTellsApartOrHasNoLevel(t *testing.T) {
	if got := (Scale{Logarithms: true, Floor: 0.5}).Of(0); got != math.Log(0.5) {
		t.Errorf("0 is judged as %v, want ln 0.5", got)
	}
	if got := (Scale{Logarithms: true}).Of(0); !math.IsNaN(got) {
		t.Errorf("0 is judged as %v, want nothing", got)
	}
}

func TestApprovedLimitsOfLogarithmsGiveTheMeanAndDeviationThatAreStated(t *testing.T) {
	centre, within, between := 40.0, 12.0, 5.0
	s := Scale{Logarithms: true}
	got, ok := s.Limits(spc.Model{Centre: &centre, SigmaWithin: &within, SigmaBetween: &between})
	if !ok {
		t.Fatal("there are none")
	}
	variance := *got.SigmaWithin**got.SigmaWithin + *got.SigmaBetween**got.SigmaBetween
	if mean := math.Exp(*got.Centre + variance/2); math.Abs(mean-centre) > 1e-9 {
		t.Errorf("their mean is %v, want %v", mean, centre)
	}
	within2 := math.Expm1(*got.SigmaWithin * *got.SigmaWithin)
	if math.Abs(within2-within*within/centre/centre) > 1e-12 || got.SigmaPlotted != nil {
		t.Errorf("within is %v of the mean, want %v", math.Sqrt(within2), within/centre)
	}
	zero := 0.0
	if _, ok := s.Limits(spc.Model{Centre: &zero}); ok {
		t.Error("a centre of zero has no logarithm")
	}
}
