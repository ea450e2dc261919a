package keeper_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// visits stores a visit of a cell that is seen by its pointer as well.
func (p *plant) visits(cell string, number int, grams float64, verdict string) {
	p.t.Helper()
	ms := p.now.UnixMilli()
	ns := ms*1e6 + p.rows
	p.rows++
	p.write(p.from.Databases.Visits, fmt.Sprintf(`filling,site=de1,line=line-1,equipment=filler-02,product=lfp-202 cell_id="%s",visit=%di,verdict="%s",run_type="production",source_ms=%di,received_ms=%di,fill_mass=%g %d`,
		cell, number, verdict, ms, ms, grams, ns))
	p.write(p.from.Databases.Index, fmt.Sprintf(`item_index,bucket=%s item_id="%s",key="filling|de1|line-1|filler-02|lfp-202",at=%di %d`, record.BucketOf(cell, 4096), cell, ns, ns+1))
}

func TestAnItemThatPassesItsReworkAsksForReleaseAndOneThatFailsGoesToQuality(t *testing.T) {
	p := newPlant(t)
	reworks := &keeper.Reworks{Source: p.from, Ledger: p.ledger()}
	looks := func() (out []record.Event) {
		t.Helper()
		proved, err := reworks.Look(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return proved
	}
	p.visits("GOOD1", 1, 830, "nok")
	p.visits("BAD1", 1, 830, "nok")
	p.visits("WAITS1", 1, 830, "nok")
	p.passes(time.Minute)
	for _, cell := range []string{"GOOD1", "BAD1", "WAITS1"} {
		p.decides(vocabulary.EventRework, "rework-"+cell, cell, func(e *record.Event) { e.Source, e.Author, e.Station = "mes", "mes", "filling" })
	}
	p.passes(time.Minute)
	if told := looks(); len(told) != 0 {
		t.Fatalf("before anything was reworked it is told that %+v", told)
	}
	p.passes(12 * time.Minute)
	p.visits("GOOD1", 2, 800, "ok")
	p.visits("BAD1", 2, 832, "nok")
	if told := looks(); len(told) != 0 {
		t.Fatalf("at once it is told that %+v", told)
	}
	p.passes(time.Minute)
	got := map[string]string{}
	for _, e := range looks() {
		got[e.ItemID] = e.Disposition + " " + e.Reference + ": " + e.Text
	}
	want := map[string]string{
		"GOOD1": "verified rework-GOOD1: Passed its rework at station Filling, visit 2: it may be released.",
		"BAD1":  "not-effective rework-BAD1: Failed again after its rework at station Filling, visit 2: quality decides.",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("it is told that %v, want %v", got, want)
	}
	p.passes(time.Minute)
	reworks = &keeper.Reworks{Source: p.from, Ledger: p.ledger()}
	if again := looks(); len(again) != 0 || len(p.proofs()) != 2 {
		t.Errorf("by one that begins anew it is told that %+v", again)
	}
}

func TestOfAnItemThatIsTooMuchToBeReadNothingIsToldAndOfOthersAllTheSame(t *testing.T) {
	p := newPlant(t)
	reworks := &keeper.Reworks{Source: p.from, Ledger: p.ledger()}
	p.visits("GOOD1", 1, 830, "nok")
	p.visits("MANY1", 1, 830, "nok")
	p.passes(time.Minute)
	for _, cell := range []string{"GOOD1", "MANY1"} {
		p.decides(vocabulary.EventRework, "rework-"+cell, cell, func(e *record.Event) { e.Source, e.Author, e.Station = "mes", "mes", "filling" })
	}
	p.passes(time.Minute)
	p.visits("GOOD1", 2, 800, "ok")
	for number := range 30 {
		p.visits("MANY1", number+2, 800, "ok")
		p.passes(time.Second)
	}
	p.visits("MANY1", 40, 830, "nok")
	p.passes(5 * time.Minute)
	p.from.Budget.Rows = 20
	proved, err := reworks.Look(context.Background())
	for range 2 {
		more, again := reworks.Look(context.Background())
		proved, err = append(proved, more...), errors.Join(err, again)
	}
	got := map[string]string{}
	for _, e := range proved {
		got[e.ItemID] = e.Disposition
	}
	if len(got) != 1 || got["GOOD1"] != vocabulary.ProofVerified {
		t.Errorf("it is told that %v, %v", got, err)
	}
}
