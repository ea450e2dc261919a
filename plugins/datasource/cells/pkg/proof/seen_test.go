package proof_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
)

// every are cells a minute apart from a moment on, each stored a second after it was measured.
func every(minutes int) (out []proof.Cell) {
	for i := range minutes {
		ms := int64(i+1) * 60_000
		out = append(out, proof.Cell{StartedMs: ms - 5_000, Ms: ms, ReceivedMs: ms + 1_000, Value: float64(i)})
	}
	return out
}

func TestEnoughCellsAreJudgedHalfAMinuteAfterTheLastOfThemWasStored(t *testing.T) {
	at := proof.Span{FromMs: 50_000, UntilMs: 3_600_000}
	cells := every(12)
	if s := proof.See(cells, at, 5, 10, 10*60_000+30_999); s.Over || len(s.Cells) != 10 {
		t.Errorf("a moment before: %+v", s)
	}
	s := proof.See(cells, at, 5, 10, 10*60_000+31_001)
	if !s.Over || s.Short || s.LastMs != 10*60_000 || s.CutMs != 10*60_000+31_000 || len(s.Cells) != 10 {
		t.Errorf("then: %+v", s)
	}
	// What came later, and what was measured before and stored later, is not judged by.
	cells[3].ReceivedMs = 3_000_000
	later := proof.See(append(cells, every(60)[12:]...), at, 5, 10, 3_600_000)
	if later.LastMs != 11*60_000 || later.CutMs != 11*60_000+31_000 || later.Cells[3].Ms != 5*60_000 {
		t.Errorf("with a cell that came late: %+v", later)
	}
}

func TestCellsThatWereUnderWayAreNotCounted(t *testing.T) {
	if s := proof.See(every(3), proof.Span{FromMs: 56_000, UntilMs: 3_600_000}, 1, 2, 0); len(s.Cells) != 2 || s.Cells[0].Ms != 120_000 {
		t.Errorf("counted are %+v", s.Cells)
	}
}

func TestWhereTheTimeIsOverWhatCameUntilThenIsJudged(t *testing.T) {
	at := proof.Span{FromMs: 50_000, UntilMs: 5 * 60_000}
	if s := proof.See(every(12), at, 3, 10, 5*60_000+30_000); s.Over {
		t.Errorf("before all is stored: %+v", s)
	}
	if s := proof.See(every(12), at, 3, 10, 5*60_000+30_001); !s.Over || s.Short || len(s.Cells) != 5 || s.LastMs != 5*60_000 {
		t.Errorf("enough came: %+v", s)
	}
	if s := proof.See(every(12), at, 6, 10, 5*60_000+30_001); !s.Over || !s.Short {
		t.Errorf("too few came: %+v", s)
	}
}

func TestSingleCellsWithAFaultOfTheirOwnAreNoSpreadAndAreCountedAllTheSame(t *testing.T) {
	at := proof.Span{UntilMs: 3_600_000}
	sister, own := every(31), every(31)
	for i := range own {
		own[i].Value = float64(i%7) - 3
		sister[i].Value = own[i].Value
	}
	own[1].Value, own[1].Bad, own[20].Value = 40, true, -30
	of := proof.Case{What: "spread", Side: 1, Sisters: []proof.Sister{{}}}
	if got := of.With(own, [][]proof.Cell{sister}, at, 3_600_000).After; got.N != 29 || got.Judged != 31 || got.Bad != 1 || got.Variance() > 5 {
		t.Errorf("it measured %+v", got)
	}
	own[5].Value, own[9].Value = 35, 36 // as many are a spread
	if got := of.With(own, [][]proof.Cell{sister}, at, 3_600_000).After; got.N != 29 || got.Variance() < 20 {
		t.Errorf("it measured %+v", got)
	}
}
