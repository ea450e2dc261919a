package keeper_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func (p *plant) prover() *keeper.Prover {
	return &keeper.Prover{Source: p.from, Ledger: p.ledger()}
}

// fillsEvery measures so many cells a minute apart until some time ago, all that stand at a multiple of which are too heavy.
func (p *plant) fillsEvery(until time.Duration, cells, heavy int) {
	p.t.Helper()
	for i := range cells {
		grams := 800.0
		if heavy > 0 && i%heavy == 0 {
			grams = 830
		}
		ago := until + time.Duration(cells-i)*time.Minute
		p.fills(ago, grams, "", fmt.Sprintf("C%d-%d", p.now.Unix(), p.rows))
	}
}

// proofs are the rows of proofs that are stored.
func (p *plant) proofs() []record.Event {
	p.t.Helper()
	run := &source.Run{Source: p.from}
	events, err := run.EventsStored(context.Background(), source.Span{From: 0, To: p.now.Add(time.Hour).UnixNano()}, 0, []string{vocabulary.EventProof})
	if err != nil {
		p.t.Fatal(err)
	}
	return events
}

func (p *plant) proves(v *keeper.Prover) []record.Event {
	p.t.Helper()
	var all []record.Event
	for range 2 {
		proved, err := v.Look(context.Background())
		if err != nil {
			p.t.Fatal(err)
		}
		all = append(all, proved...)
		p.passes(10 * time.Second)
	}
	return all
}

func TestWhatWasDoneIsProvedOnceWhoeverKeepsAndNotByThoseWhoStoppedInBetween(t *testing.T) {
	p := newPlant(t)
	p.fillsEvery(60*time.Minute, 120, 0)
	p.fillsEvery(0, 60, 4)
	p.decides(vocabulary.EventAction, "action-1", "", func(e *record.Event) {
		e.TargetType, e.TargetID, e.Station, e.Equipment = "equipment", "filler-02", "filling", "filler-02"
	})
	first, second := p.prover(), p.prover()
	if proved := p.proves(first); len(proved) != 0 {
		t.Fatalf("at once it is told that %+v", proved)
	}
	p.passes(39 * time.Minute)
	p.fillsEvery(30*time.Second, 38, 0)
	p.passes(time.Minute)
	one, two := p.proves(first), p.proves(second)
	if len(one) != 1 || one[0].Disposition != vocabulary.ProofVerified || one[0].Reference != "action-1" || len(two) != 0 {
		t.Fatalf("it is told that %+v and by another one %+v", one, two)
	}
	if proved := p.proves(p.prover()); len(proved) != 0 {
		t.Errorf("by one that begins anew %+v", proved)
	}
	stored := p.proofs()
	if len(stored) != 1 || stored[0].ID != one[0].ID || stored[0].Text != one[0].Text || stored[0].ReceivedMs == 0 {
		t.Errorf("stored are %+v", stored)
	}
}

func TestTwoThatProveAtOnceStoreOneRow(t *testing.T) {
	p := newPlant(t)
	p.fillsEvery(100*time.Minute, 120, 0)
	p.fillsEvery(40*time.Minute, 60, 4)
	p.decides(vocabulary.EventAction, "action-1", "", func(e *record.Event) {
		e.AtMs = p.now.Add(-40 * time.Minute).UnixMilli()
		e.TargetType, e.TargetID, e.Station, e.Equipment = "equipment", "filler-02", "filling", "filler-02"
	})
	p.fillsEvery(30*time.Second, 39, 4)
	provers := []*keeper.Prover{p.prover(), p.prover()}
	failed := make(chan error)
	for range 2 { // what was seen for the first time may not be whole
		for _, v := range provers {
			go func() {
				_, err := v.Look(context.Background())
				failed <- err
			}()
		}
		for range provers {
			if err := <-failed; err != nil {
				t.Fatal(err)
			}
		}
		p.passes(time.Minute)
	}
	if stored := p.proofs(); len(stored) != 1 || stored[0].Disposition != vocabulary.ProofNotEffective {
		t.Errorf("stored are %+v", stored)
	}
}
