package proof_test

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// step is of so many values with a mean and a standard deviation.
func step(n int, mean, deviation float64) summary.Step {
	return summary.Step{N: n, Mean: mean, SS: deviation * deviation * float64(n-1), Judged: n}
}

// counted are so many bad cells of n.
func counted(bad, n int) summary.Step { return summary.Step{Bad: bad, Judged: n} }

// eleven are sisters of 30 cells each, as usual before and after.
func eleven() (out []proof.Sister) {
	for range 11 {
		out = append(out, proof.Sister{Before: step(30, 0, 1), After: step(30, 0, 1)})
	}
	return out
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
		t.Errorf("%s is %.12g, want %.12g", what, got, want)
	}
}

func TestTheRatioOfSpreadsHasTheIntervalOfF(t *testing.T) {
	// scipy 1.17: r / sqrt(stats.f.ppf(.975, 30, 319)), r * sqrt(stats.f.ppf(.975, 319, 30)).
	f := proof.Judge(proof.Case{What: monitor.Spread, Side: 1, Before: step(31, 0, 2.4), After: step(31, 0, 1.1), Sisters: eleven()})
	near(t, "after", f.After.Value, 1.1)
	near(t, "its lower bound", f.After.Low, 0.8662354227983655)
	near(t, "its upper bound", f.After.High, 1.4829714276474122)
	near(t, "the lower bound before", f.Before.Low, 1.8899681951964336)
	near(t, "the upper bound before", f.Before.High, 3.23557402395799)
	if f.Verdict != "verified" || f.Sisters != 11 || f.Wider != 1 {
		t.Errorf("it is found that %+v", f)
	}
}

func TestAgainstApprovedLimitsASpreadHasTheIntervalOfChiSquare(t *testing.T) {
	// scipy 1.17: sqrt(30 / stats.chi2.ppf([.975, .025], 30)); a million degrees of freedom stand for a known deviation.
	f := proof.Judge(proof.Case{What: monitor.Spread, Side: 1, Before: step(31, 0, 6), After: step(31, 0, 2), Limits: &proof.Limits{Within: 2}})
	if math.Abs(f.After.Low-0.799111947075226) > 1e-4 || math.Abs(f.After.High-1.3366733572099692) > 1e-4 {
		t.Errorf("the interval is %g to %g", f.After.Low, f.After.High)
	}
}

func TestALevelBesideOneSisterHasTheIntervalOfWelch(t *testing.T) {
	// scipy 1.17: ttest_ind_from_stats(0.5, 1, 20, 0, 2, 40, equal_var=False).confidence_interval, by hand of its degrees of freedom 57.99.
	one := []proof.Sister{{Before: step(40, 0, 2), After: step(40, 0, 2)}}
	f := proof.Judge(proof.Case{What: monitor.Level, Side: 1, Before: step(20, 4, 1), After: step(20, 0.5, 1), Sisters: one})
	near(t, "its lower bound", f.After.Low, -0.2752643230812015)
	near(t, "its upper bound", f.After.High, 1.2752643230812015)
	if f.Verdict != "verified" {
		t.Errorf("it is found that %+v", f)
	}
	f = proof.Judge(proof.Case{What: monitor.Level, Side: 1, Before: step(20, 4.5, 1), After: step(20, 1, 1), Sisters: one, Usual: 0.5})
	near(t, "after, less what it usually is off,", f.After.Value, 0.5)
}

func TestSharesHaveExactIntervalsAndAreHeldAgainstEachOtherByFishersTest(t *testing.T) {
	// scipy 1.17: binomtest(2, 40).proportion_ci(.95, 'exact') and so on.
	for _, c := range []struct {
		bad, n    int
		low, high float64
	}{
		{2, 40, 0.006113646599346682, 0.16919686395941763}, {0, 31, 0, 0.11218874692237002}, {31, 31, 0.88781125307763, 1},
	} {
		low, high := proof.ClopperPearson(c.bad, c.n, 0.95)
		near(t, "the lower bound", low, c.low)
		near(t, "the upper bound", high, c.high)
	}
	// fisher_exact([[0, 40], [3, 17]], alternative='less'), fisher_exact([[2, 29], [9, 22]], alternative='less').
	near(t, "none of 40 after 3 of 20", proof.FisherTail(0, 40, 3, 20), 0.03331385154880187)
	near(t, "2 of 31 after 9 of 31", proof.FisherTail(2, 31, 9, 31), 0.02131543491199282)
}

func TestWhatIsInsideAndDiffersIsVerifiedWhatIsStillBeyondIsNotAndTheRestCannotBeTold(t *testing.T) {
	sisters := []proof.Sister{{Before: counted(2, 200), After: counted(1, 150)}}
	for _, c := range []struct {
		fact string
		of   proof.Case
		want string
	}{
		{"a spread that is as before", proof.Case{What: monitor.Spread, Side: 1, Before: step(40, 0, 2.4), After: step(30, 0, 2.2), Sisters: eleven()}, "not-effective"},
		{"a spread half way back", proof.Case{What: monitor.Spread, Side: 1, Before: step(40, 0, 2.4), After: step(30, 0, 1.6), Sisters: eleven()}, "not-effective"},
		{"a spread that hardly was one", proof.Case{What: monitor.Spread, Side: 1, Before: step(40, 0, 1.2), After: step(30, 0, 1), Sisters: eleven()}, "cannot-be-told too-small"},
		{"a level back at its sisters", proof.Case{What: monitor.Level, Side: -1, Before: step(40, -2, 1), After: step(30, -0.1, 1), Sisters: eleven()}, "verified"},
		{"a level as low as before", proof.Case{What: monitor.Level, Side: -1, Before: step(40, -2, 1), After: step(30, -1.8, 1), Sisters: eleven()}, "not-effective"},
		{"a level set too far to the other side", proof.Case{What: monitor.Level, Side: -1, Before: step(40, -2, 1), After: step(30, 1.5, 1), Sisters: eleven()}, "not-effective"},
		{"to a side that is no fault", proof.Case{What: monitor.Level, Side: -1, OneSided: true, Before: step(40, -2, 1), After: step(30, 1.5, 1), Sisters: eleven()}, "verified"},
		{"a level inside what its limits allow between", proof.Case{What: monitor.Level, Side: 1, Before: step(40, 5, 1), After: step(30, 1, 1), Limits: &proof.Limits{Within: 1, Between: 0.8}}, "verified"},
		{"no cell bad of 40", proof.Case{What: monitor.Share, Side: 1, Before: counted(9, 31), After: counted(0, 40), Sisters: sisters}, "verified"},
		{"still one in four", proof.Case{What: monitor.Share, Side: 1, Before: counted(9, 31), After: counted(10, 40), Sisters: sisters}, "not-effective"},
		{"a share that is known alone", proof.Case{What: monitor.Share, Side: 1, Before: counted(9, 31), After: counted(1, 40), Usual: 0.02}, "verified"},
		{"too few cells before", proof.Case{What: monitor.Spread, Side: 1, Before: step(3, 0, 9), After: step(30, 0, 1), Sisters: eleven()}, "cannot-be-told few-before"},
		{"nothing beside", proof.Case{What: monitor.Level, Side: 1, Before: step(40, 3, 1), After: step(30, 0, 1)}, "cannot-be-told nothing-beside"},
	} {
		f := proof.Judge(c.of)
		got := f.Verdict
		if f.Why != "" {
			got += " " + f.Why
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s: %+v", c.fact, got, c.want, f)
		}
	}
}

func TestOneWildCellIsNoSpread(t *testing.T) {
	after := step(30, 0, 1)
	after.Add(40)
	if f := proof.Judge(proof.Case{What: monitor.Spread, Side: 1, Before: step(40, 0, 2.4), After: after, Sisters: eleven()}); f.Verdict != "verified" {
		t.Errorf("it is found that %+v", f)
	}
}

func TestSistersThatChangeByMoreThanChanceMakeIntervalsWider(t *testing.T) {
	sisters := eleven()
	for i := range sisters {
		sisters[i].After.Mean = 2 * float64(i%3-1) // they drift by two σ of cells
	}
	f := proof.Judge(proof.Case{What: monitor.Level, Side: 1, Before: step(40, 6, 1), After: step(30, 1.5, 1), Sisters: sisters})
	if f.Wider < 5 || f.Verdict != "verified" {
		t.Errorf("it is found that %+v", f)
	}
}

func TestAsManyCellsAreWaitedForAsTellWhatIsAsBeforeFromWhatIsUsual(t *testing.T) {
	// scipy 1.17: the least n with chi2.ppf(.995, n-1) <= ratio² chi2.ppf(.05, n-1).
	for ratio, want := range map[float64]int{2.4: 13, 1.5: 54, 1.3: 127} {
		least, waited := proof.Needed(proof.Case{What: monitor.Spread, Side: 1, Before: step(40, 0, ratio), Sisters: eleven()})
		if least != want || waited != max(want, min(2*want, 30)) {
			t.Errorf("of a spread %g times the usual %d are needed and %d waited for, want %d", ratio, least, waited, want)
		}
	}
	// The least n of which no more than m are bad as is usual (betabinom.sf(m, n, 3.5, 347.5) <= .005) and seldom as before
	// (binom.cdf(m, n, was) <= .05).
	sisters := []proof.Sister{{Before: counted(2, 200), After: counted(1, 150)}}
	for was, want := range map[[2]int]int{{9, 31}: 20, {3, 20}: 50} {
		if least, _ := proof.Needed(proof.Case{What: monitor.Share, Side: 1, Before: counted(was[0], was[1]), Sisters: sisters}); least != want {
			t.Errorf("of %d bad of %d cells %d are needed, want %d", was[0], was[1], least, want)
		}
	}
	// Two σ of cells: (z.995 + z.95)² / 4 cells, a little more for the sisters' own doubt.
	if least, _ := proof.Needed(proof.Case{What: monitor.Level, Side: 1, Before: step(40, 2, 1), Sisters: eleven()}); least < 5 || least > 6 {
		t.Errorf("of a level two σ off %d are needed", least)
	}
}
