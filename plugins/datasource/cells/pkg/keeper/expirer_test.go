package keeper_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// expires states in the plan after how many seconds holds end, and adds characteristics that are special.
func (p *plant) expires(seconds string) {
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() + 1
	const plan = `,revision=1i,recorded_ms=1767225600000i,active=true`
	p.write(p.from.Databases.Record, fmt.Sprintf(`setting,name=hold_expiry value="%s"%s %d`, seconds, plan, begin))
	for id, class := range map[string]string{"seal": "CC", "isolation": "safety"} {
		p.write(p.from.Databases.Record, fmt.Sprintf(`characteristic,station=filling,characteristic=%s,product=*,stratum=* order=2i,name="S",unit="none",decimals=1i,special_class="%s"%s %d`, id, class, plan, begin))
	}
}

// open tells whether a cell is held, and of what kinds the events about it are.
func (p *plant) open(cell string) (held bool, kinds []string) {
	p.t.Helper()
	run := &source.Run{Source: p.from}
	planned, err := run.Plan(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	about, err := run.EventsOf(p.t.Context(), planned, []string{cell})
	if err != nil {
		p.t.Fatal(err)
	}
	for _, e := range about[cell] {
		kinds = append(kinds, e.Kind)
	}
	slices.Sort(kinds)
	return holds.Disposition(about[cell], p.now.UnixMilli()) == "hold", kinds
}

func TestAHoldEndsByItselfOnlyWhereThePlanSaysSoAndNeverOneOfWhatIsCCOrSafety(t *testing.T) {
	hold := func(characteristic, reference string, more func(*record.Event)) func(*record.Event) {
		return func(e *record.Event) {
			e.HoldID, e.Source, e.Reference, e.Station, e.Characteristic, e.Equipment = e.ID, "cellthread", reference, "filling", characteristic, "filler-02"
			if more != nil {
				more(e)
			}
		}
	}
	p, l := newPlant(t), &line{}
	p.expires(`{\"conflicting\":3600}`)
	for cell, of := range map[string]func(*record.Event){
		"ENDS":     hold("fill_mass", "conflicting", nil),
		"OTHER":    hold("fill_mass", "out-of-spec", nil),
		"CC":       hold("seal", "conflicting", nil),
		"SAFETY":   hold("isolation", "conflicting", nil),
		"SEVERE":   hold("fill_mass", "conflicting", func(e *record.Event) { e.Severity = "safety" }),
		"ANY":      hold("", "conflicting", nil), // of a station that measures what is CC
		"UNKNOWN":  hold("none", "conflicting", nil),
		"PERSON":   hold("fill_mass", "conflicting", func(e *record.Event) { e.Source = "person" }),
		"RELEASED": hold("fill_mass", "conflicting", nil),
	} {
		p.decides("hold", "hold-"+cell, cell, of)
	}
	p.decides("release", "release-1", "RELEASED", func(e *record.Event) { e.Answers = []string{"hold-RELEASED"} })
	x := &keeper.Expirer{Source: p.from, Ledger: p.ledger()}
	looks := func(x *keeper.Expirer) (cells []string) {
		ended, err := x.Look(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range ended {
			cells = append(cells, e.TargetID)
		}
		return cells
	}
	p.passes(59 * time.Minute)
	if ended := looks(x); len(ended) > 0 {
		t.Fatalf("before its time ended %v", ended)
	}
	p.passes(time.Minute)
	if ended := looks(x); !slices.Equal(ended, []string{"ENDS"}) {
		t.Fatalf("ended are %v", ended)
	}
	p.passes(time.Minute)
	if again := append(looks(x), looks(&keeper.Expirer{Source: p.from, Ledger: p.ledger()})...); len(again) > 0 {
		t.Errorf("ended again are %v", again)
	}
	for _, cell := range []string{"OTHER", "CC", "SAFETY", "SEVERE", "ANY", "UNKNOWN", "PERSON"} {
		if held, kinds := p.open(cell); !held || len(kinds) != 1 {
			t.Errorf("%s is held: %v, by %v", cell, held, kinds)
		}
	}
	if held, kinds := p.open("ENDS"); held || !slices.Equal(kinds, []string{"expire", "hold"}) {
		t.Errorf("what ended is held: %v, by %v", held, kinds)
	}
	p.tells(p.commander(l))
	for _, told := range l.told {
		if (told.Target == "ENDS" || told.Target == "RELEASED") != (told.State == "release") {
			t.Errorf("the line is told %+v", told)
		}
	}
}

func TestWithoutAWordOfThePlanNoHoldEndsByItself(t *testing.T) {
	p := newPlant(t)
	p.decides("hold", "hold-1", "C1", func(e *record.Event) {
		e.HoldID, e.Source, e.Reference, e.Station, e.Characteristic = e.ID, "cellthread", "conflicting", "filling", "fill_mass"
	})
	p.passes(1000 * time.Hour)
	if ended, err := (&keeper.Expirer{Source: p.from, Ledger: p.ledger()}).Look(t.Context()); err != nil || len(ended) > 0 {
		t.Errorf("ended are %v, %v", ended, err)
	}
}
