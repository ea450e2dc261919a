package types_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/changes"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// changeSaid stores what was said of a proposed change of the limits of fill_mass, so long before noon.
func (p *plant) changeSaid(kind, author string, ago time.Duration) {
	content, sha := changes.Content{Rows: []changes.Row{{Measurement: "setting", Tags: map[string]string{"name": "language"}, Fields: map[string]any{"value": "de"}}}}.Text()
	f := fields{"event_id": kind, "author": author, "reference": sha, "station": "filling", "characteristic": "fill_mass", "received_ms": noon.Add(-ago).UnixMilli()}
	if kind == "change-proposal" {
		f["event_id"], f["content"] = "P", content
	}
	p.event(kind, changes.TargetLimits, "P", noon.Add(-ago).Format("01-02 15:04:05"), f)
}

func TestWhatWaitsForADecisionIsDueWithItsNumberAndTheFirstOfItems(t *testing.T) {
	p := shiftPlant(t)
	p.planned("setting,name=answer_within", fields{"value": `{"hold":3600}`})
	for _, cell := range []string{"C1", "C2", "C3", "C4", "C5"} {
		p.saidBy("cellthread", "hold", cell, 2*time.Hour, nil)
	}
	p.saidBy("cellthread", "hold", "D", 20*time.Minute, nil)
	p.saidBy("person", "inspect", "E", 20*time.Hour, fields{"equipment": "", "station": ""})
	p.saidBy("person", "rework", "F", 20*time.Hour, nil)
	p.saidBy("person", "proposal", "G", 5*time.Hour, fields{"disposition": "scrap"})
	p.changeSaid("change-proposal", "ann", 30*time.Hour)
	p.changeSaid("change-approval", "ben", 25*time.Hour)
	waits := func(asked string) (out []string) {
		for _, line := range strings.Split(p.answers(asked), "\n") {
			if !strings.HasPrefix(line, "master-check") && line != "" {
				out = append(out, line)
			}
		}
		return out
	}
	want := []string{
		"proposed-change overdue filling Electrolyte mass 09 11:00 10 11:00 1",
		"proposed-decision overdue de1 line-1 filling filler-02 G 10 07:00 10 11:00 1",
		"hold overdue de1 line-1 filling filler-02 C1, C2, C3 … 10 10:00 10 11:00 5",
		"hold due de1 line-1 filling filler-02 D 10 11:40 10 12:40 1",
		"rework due de1 line-1 filling filler-02 F 09 16:00 10 16:00 1",
		"inspect due de1 E 09 16:00 10 16:00 1",
	}
	got := waits(`{"queryType":"due","ahead":"12h"}`)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for filter, want := range map[string]int{`"key":"line","value":"line-1"`: 5, `"key":"line","value":"line-2"`: 1, `"key":"station","value":"filling"`: 5, `"key":"equipment","value":"filler-02"`: 5} {
		if got := waits(`{"queryType":"due","ahead":"12h","filters":[{"operator":"=",` + filter + `}]}`); len(got) != want {
			t.Errorf("%s: %q, want %d", filter, got, want)
		}
	}
}

func TestWhatNobodyAnsweredInTimeIsToldUntilSomebodyDoes(t *testing.T) {
	const place = "filler-02: Nobody answers, "
	proposed := func(p *plant) { p.saidBy("person", "proposal", "C", 5*time.Hour, fields{"disposition": "scrap"}) }
	held := func(p *plant) {
		p.saidBy("cellthread", "hold", "C", 3*24*time.Hour, fields{"hold_id": "H"})
		p.saidBy("cellthread", "proof", "C", 9*time.Hour, fields{"reference": "R", "disposition": "verified", "to_ms": noon.Add(-9 * time.Hour).UnixMilli()})
	}
	asked := func(p *plant, id string, ago time.Duration) {
		p.event("pause", "equipment", "filler-02", noon.Add(-ago).Format("01-02 15:04:05"), fields{
			"event_id": id, "equipment": "filler-02", "received_ms": noon.Add(-ago).UnixMilli(), "expires_ms": noon.Add(10*time.Second - ago).UnixMilli(),
		})
	}
	for name, c := range map[string]struct {
		given func(p *plant)
		want  []string
	}{
		"nothing is asked": {func(*plant) {}, nil},
		"a proposal":       {proposed, []string{place + "what was proposed waits for the MES, for 5 h 0 min; 1 cell."}},
		"two proposals": {func(p *plant) {
			proposed(p)
			p.saidBy("person", "proposal", "D", 6*time.Hour, fields{"disposition": "scrap"})
		}, []string{place + "what was proposed waits for the MES, for 6 h 0 min; 2 cells."}},
		"a proposal for which there is time": {func(p *plant) { p.saidBy("person", "proposal", "C", 3*time.Hour, fields{"disposition": "scrap"}) }, nil},
		"a proposal of a week ago":           {func(p *plant) { p.saidBy("person", "proposal", "C", 8*24*time.Hour, fields{"disposition": "scrap"}) }, nil},
		"a proposal about which was decided": {func(p *plant) {
			proposed(p)
			p.saidBy("mes", "release", "C", time.Hour, nil)
		}, nil},
		"what passed its rework": {held, []string{place + "it passed its rework and waits to be decided, for 9 h 0 min; 1 cell."}},
		"what passed its rework and was released": {func(p *plant) {
			held(p)
			p.saidBy("person", "release", "C", time.Hour, fields{"answers": "H"})
		}, nil},
		"a change that one approved": {func(p *plant) {
			p.changeSaid("change-proposal", "ann", 30*time.Hour)
			p.changeSaid("change-approval", "ben", 25*time.Hour)
		}, []string{"Filling: Nobody answers, a proposed change waits for approval, Electrolyte mass, for 25 h 0 min."}},
		"a machine that does not answer":       {func(p *plant) { asked(p, "R1", 10*time.Minute) }, []string{place + "the machine does not answer what it was asked for, for 10 min."}},
		"a machine that may still answer":      {func(p *plant) { asked(p, "R1", 5*time.Second) }, nil},
		"a machine that did not two hours ago": {func(p *plant) { asked(p, "R1", 2*time.Hour) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, false)
			c.given(p)
			if got := p.said(`"kinds":["unanswered"],"language":"en"`); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestAMachineThatAnswersAgainIsToldOfNoMore(t *testing.T) {
	p := passLine(t, false)
	for i, id := range []string{"R1", "R2"} {
		ago := time.Duration(20-10*i) * time.Minute
		p.event("pause", "equipment", "filler-02", noon.Add(-ago).Format("01-02 15:04:05"), fields{
			"event_id": id, "equipment": "filler-02", "received_ms": noon.Add(-ago).UnixMilli(), "expires_ms": noon.Add(10*time.Second - ago).UnixMilli(),
		})
	}
	p.event("command-ack", "equipment", "filler-02", noon.Add(-10*time.Minute).Format("01-02 15:04:05"), fields{
		"reference": commands.Requested(record.Event{ID: "R2", Kind: "pause"}, 0).ID, "disposition": "pause", "received_ms": noon.Add(-10 * time.Minute).UnixMilli(),
	})
	if got := p.said(`"kinds":["unanswered"],"language":"en"`); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

func TestWhoAnswersIsToldByTheRouteOfTheCharacteristicElseOfWhatIsAsked(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"route": "engineering", "severity": "critical"})
	p.changeSaid("change-proposal", "ann", 30*time.Hour)
	p.saidBy("person", "proposal", "C", 5*time.Hour, fields{"disposition": "scrap"})
	got := p.answers(`{"queryType":"signals","kinds":["unanswered"]}`)
	if !strings.Contains(got, "engineering") || !strings.Contains(got, "quality") || strings.Contains(got, "critical") {
		t.Errorf("%q", got)
	}
}
