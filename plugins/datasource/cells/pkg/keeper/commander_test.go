package keeper_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// line is what a line was told: the state and number of each message.
type line struct {
	deaf bool
	told []said
}

type said struct {
	Topic   string
	ID      string   `json:"command_id"`
	State   string   `json:"state"`
	Number  int      `json:"number"`
	Target  string   `json:"target_id"`
	Holds   []string `json:"holds"`
	Station string   `json:"station"`
	Event   string   `json:"event_id"`
}

func (l *line) publish(_ context.Context, topic string, payload []byte) error {
	if l.deaf {
		return errors.New("nobody is there")
	}
	of := said{Topic: topic}
	if err := json.Unmarshal(payload, &of); err != nil {
		return err
	}
	l.told = append(l.told, of)
	return nil
}

func (p *plant) commander(l *line) *keeper.Commander {
	return &keeper.Commander{Source: p.from, Ledger: p.ledger(), Publish: l.publish}
}

func (p *plant) tells(c *keeper.Commander) {
	p.t.Helper()
	for range 2 {
		if _, err := c.Look(context.Background()); err != nil {
			p.t.Fatal(err)
		}
		p.passes(time.Second)
	}
}

// decides stores an event about a cell.
func (p *plant) decides(kind, id, cell string, more func(e *record.Event)) {
	p.t.Helper()
	e := record.Event{ID: id, Kind: kind, Site: "de1", AtMs: p.now.UnixMilli(), TargetType: "cell", TargetID: cell, Source: "person", Author: "ann", Text: "why"}
	if more != nil {
		more(&e)
	}
	if _, err := p.ledger().Store(context.Background(), e, nil); err != nil {
		p.t.Fatal(err)
	}
}

func (p *plant) ledger() *ledger.Ledger { return p.keeper().Ledger }

func TestTheLineIsToldOfAHoldUntilItAcknowledgesAndThenOfWhatIsDecided(t *testing.T) {
	p, l := newPlant(t), &line{}
	k, c := p.keeper(), p.commander(l)
	p.fills(time.Second, 830, "", "BAD1")
	p.looks(k)
	p.tells(c)
	if len(l.told) != 1 || l.told[0].State != "hold" || l.told[0].Number != 1 || l.told[0].Target != "BAD1" || l.told[0].Topic != "umh/v1/acme/de1/assembly/line-1/filler-02/_command/disposition" {
		t.Fatalf("the line was told %+v", l.told)
	}
	p.passes(5 * time.Second)
	p.tells(c)
	if len(l.told) != 1 {
		t.Fatalf("five seconds later it was told again: %+v", l.told)
	}
	p.passes(6 * time.Second)
	p.tells(p.commander(l)) // another one, begun anew
	if len(l.told) != 2 || l.told[1].ID != l.told[0].ID {
		t.Fatalf("by one that begins anew it was told %+v", l.told)
	}
	p.decides("command-ack", "ack-1", "BAD1", func(e *record.Event) { e.Reference = l.told[0].ID })
	p.passes(time.Minute)
	p.tells(c)
	if len(l.told) != 2 {
		t.Fatalf("after its acknowledgement it was told %+v", l.told[2:])
	}
	p.decides("release", "release-1", "BAD1", func(e *record.Event) { e.Answers = l.told[0].Holds })
	p.passes(2 * time.Second)
	p.tells(c)
	if len(l.told) != 3 || l.told[2].State != "release" || l.told[2].Number <= l.told[0].Number || len(l.told[2].Holds) > 0 {
		t.Fatalf("of the release it was told %+v", l.told[2:])
	}
}

func TestWhatABrokerDoesNotTakeIsToldLaterAndADecisionAboutNothingHeldIsNotTold(t *testing.T) {
	p, l := newPlant(t), &line{deaf: true}
	k, c := p.keeper(), p.commander(l)
	p.fills(time.Second, 830, "", "BAD1")
	p.decides("scrap", "scrap-1", "OTHER1", nil)
	p.looks(k)
	_, _ = c.Look(context.Background())
	p.passes(time.Second)
	if told, err := c.Look(context.Background()); err == nil || len(told.Sent) > 0 {
		t.Fatalf("it told %+v, %v", told.Sent, err)
	}
	l.deaf = false
	p.passes(2 * time.Second)
	p.tells(c)
	if len(l.told) != 1 || l.told[0].Target != "BAD1" {
		t.Fatalf("the line was told %+v", l.told)
	}
}

func TestTheLineIsToldOnceWhatAPersonDidToAMachineAndNotWhatItSaidItself(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.decides("action", "action-1", "filler-02", func(e *record.Event) { e.TargetType, e.Position, e.Reference = "equipment", "nozzle-4", "clean-nozzle" })
	p.decides("action", "action-2", "filler-02", func(e *record.Event) { e.TargetType, e.Source = "equipment", "mes" })
	p.tells(p.commander(l))
	p.passes(time.Minute)
	p.tells(p.commander(l))
	if len(l.told) != 1 || l.told[0].Topic != "umh/v1/acme/de1/assembly/line-1/filler-02/_command/action" || l.told[0].Event != "action-1" {
		t.Errorf("the line was told %+v", l.told)
	}
}

func TestWhoDecidesHearsOnceOfAProposalWhichChangesNothingAtTheLine(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.decides("hold", "hold-1", "C1", func(e *record.Event) { e.HoldID, e.Equipment = "hold-1", "filler-02" })
	p.tells(p.commander(l))
	p.decides("proposal", "proposal-1", "C1", func(e *record.Event) { e.Disposition, e.Answers = "release", []string{"hold-1"} })
	p.tells(p.commander(l))
	p.passes(20 * time.Second)
	p.tells(p.commander(l))
	var proposals, states []string
	for _, told := range l.told {
		if told.Event != "" {
			proposals = append(proposals, told.Topic+" "+told.Event)
		} else {
			states = append(states, told.State)
		}
	}
	if len(proposals) != 1 || proposals[0] != "umh/v1/acme/de1/assembly/line-1/filler-02/_command/proposal proposal-1" {
		t.Errorf("of proposals was told %v", proposals)
	}
	if len(states) == 0 || slices.ContainsFunc(states, func(state string) bool { return state != "hold" }) {
		t.Errorf("the line was told %v", states)
	}
}

func TestEachOfTheCellsThatOneEventIDHoldsIsToldToTheLine(t *testing.T) {
	p, l := newPlant(t), &line{}
	c := p.commander(l)
	for _, cell := range []string{"C1", "C2", "C3"} {
		p.says("hold", "mes-7", cell)
	}
	p.tells(c)
	var told []string
	for _, of := range l.told {
		told = append(told, of.Target)
	}
	slices.Sort(told)
	if !slices.Equal(told, []string{"C1", "C2", "C3"}) {
		t.Errorf("the line is told of %v", told)
	}
}

func TestATargetOfMoreHoldsThanOneEventAnswersIsToldAndKeepsNoOtherFromIt(t *testing.T) {
	p, l := newPlant(t), &line{}
	for n := range 70 {
		p.says("hold", fmt.Sprint("mes-", n), "C1")
	}
	p.says("hold", "mes-other", "C2")
	p.tells(p.commander(l))
	var told []string
	for _, of := range l.told {
		told = append(told, of.Target+" "+of.State)
	}
	slices.Sort(told)
	if !slices.Equal(told, []string{"C1 hold", "C2 hold"}) {
		t.Errorf("the line is told of %v", told)
	}
}

// says stores an event about a cell as ingest does: what the MES told.
func (p *plant) says(kind, id, cell string) {
	p.t.Helper()
	p.saysAt(kind, id, cell, p.now)
}

// saysAt is says of an event that was told at a moment and is stored now, as where the database was away meanwhile.
func (p *plant) saysAt(kind, id, cell string, told time.Time) {
	p.t.Helper()
	p.write(p.from.Databases.Record, fmt.Sprintf(`event,site=de1,kind=%s,bucket=%s event_id="%s",hold_id="%s",item_id="%s",target_id="%s",target_type="cell",station="filling",source="mes",received_ms=%di %d`,
		kind, record.BucketOf(cell, 4096), id, id, cell, cell, told.UnixMilli(), told.UnixNano()+p.rows))
	p.rows++
}

func TestWhatIngestStoresOnceTheDatabaseIsBackIsToldThoughItWasToldBefore(t *testing.T) {
	p, l := newPlant(t), &line{}
	c := p.commander(l)
	p.tells(c)
	p.passes(time.Minute)
	said := p.now
	p.passes(9 * time.Minute) // the database is away, what is told waits in Telegraf
	p.tells(c)
	p.passes(8 * time.Second)
	p.saysAt("hold", "mes-7", "C1", said)
	for range 5 {
		p.tells(c)
	}
	if len(l.told) != 1 || l.told[0].Target != "C1" {
		t.Fatalf("the line is told of %+v", l.told)
	}
	p.passes(30 * time.Minute)
	p.tells(c)
	if len(l.told) > 2 {
		t.Errorf("the line is told of %+v", l.told)
	}
}

func TestALineThatAcknowledgedIsNotToldAgainByOneThatBeginsAnewWhenTheHoldIsRepeated(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.says("hold", "mes-7", "C1")
	placed := p.now
	p.tells(p.commander(l))
	p.decides("command-ack", "ack-1", "C1", func(e *record.Event) { e.Reference = l.told[0].ID })
	p.passes(23 * time.Hour)
	// Grafana or the broker repeats it: another row of the same event.
	p.write(p.from.Databases.Record, fmt.Sprintf(`event,site=de1,kind=hold,bucket=%s event_id="mes-7",hold_id="mes-7",item_id="C1",target_id="C1",target_type="cell",station="filling",source="mes",received_ms=%di %d`,
		record.BucketOf("C1", 4096), p.now.UnixMilli(), placed.UnixNano()+1000))
	p.passes(2 * time.Hour)
	p.tells(p.commander(l))
	if len(l.told) != 1 {
		t.Errorf("the line is told of %+v", l.told)
	}
}

func TestWhatIsTooMuchToBeReadAtOnceIsToldWholeAndNotAsItWasBefore(t *testing.T) {
	p, l := newPlant(t), &line{}
	c := p.commander(l)
	p.tells(c)
	for n := range 4 {
		p.says("hold", "mes-1", fmt.Sprint("C", n))
		p.passes(time.Second)
	}
	for n := range 4 {
		p.says("note", "note-"+fmt.Sprint(n), "C1")
		p.passes(time.Second)
	}
	p.write(p.from.Databases.Record, fmt.Sprintf(`event,site=de1,kind=scrap,bucket=%s event_id="scrap-1",item_id="C1",target_id="C1",target_type="cell",answers="mes-1",station="filling",source="mes",received_ms=%di %d`,
		record.BucketOf("C1", 4096), p.now.UnixMilli(), p.now.UnixNano()))
	p.passes(time.Minute)
	p.from.Budget.Rows = 6
	for range 3 {
		p.tells(c)
	}
	states := map[string]string{}
	for _, of := range l.told {
		states[of.Target] += of.State
	}
	if want := map[string]string{"C0": "hold", "C1": "scrap", "C2": "hold", "C3": "hold"}; !maps.Equal(states, want) {
		t.Errorf("the line is told %v, want %v", states, want)
	}
}

func TestTwoHundredThatWaitForABrokerTenMinutesAreToldOnceItIsBackEachOnce(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	broker := &keeper.Broker{Login: keeper.Login{URL: m.url, ClientID: "keeper"}}
	t.Cleanup(broker.Close)
	c := &keeper.Commander{Source: p.from, Ledger: p.ledger(), Publish: broker.Publish}
	m.kill()
	const many = 200
	for n := range many {
		p.says("hold", fmt.Sprint("mes-", n), fmt.Sprint("C", n))
	}
	for range 12 {
		_, _ = c.Look(t.Context())
		p.passes(time.Minute)
	}
	m.start()
	heard := m.hears("umh/v1/#")
	p.tells(c)
	for began := time.Now(); len(heard()) < many && time.Since(began) < 20*time.Second; {
		time.Sleep(20 * time.Millisecond)
	}
	targets := map[string]int{}
	for _, payload := range heard() {
		var of said
		if err := json.Unmarshal([]byte(payload), &of); err != nil || of.State != "hold" {
			t.Fatalf("%s, %v", payload, err)
		}
		targets[of.Target]++
	}
	if len(targets) != many || len(heard()) != many {
		t.Errorf("%d are told, in %d messages", len(targets), len(heard()))
	}
}

func TestALineThatAcknowledgesSomethingElseIsToldAgain(t *testing.T) {
	p, l := newPlant(t), &line{}
	c := p.commander(l)
	p.says("hold", "mes-1", "C1")
	p.says("hold", "mes-2", "C2")
	p.tells(c)
	of := map[string]string{}
	for _, told := range l.told {
		of[told.Target] = told.ID
	}
	p.decides("command-ack", "ack-1", "C2", func(e *record.Event) { e.Source, e.Reference = "machine", of["C1"] })
	p.decides("command-ack", "ack-2", "C2", func(e *record.Event) { e.Source, e.Reference = "machine", of["C2"] })
	p.passes(time.Minute)
	p.tells(c)
	var again []string
	for _, told := range l.told[2:] {
		again = append(again, told.Target)
	}
	if !slices.Equal(again, []string{"C1"}) {
		t.Errorf("told again is %v", again)
	}
}

func TestWhereNobodySaysAtWhichMachineEachLineOfTheSiteIsTold(t *testing.T) {
	p, l := newPlant(t), &line{}
	c := p.commander(l)
	p.holds("mes-1", "lot", "EL-1", func(e *record.Event) { e.Source, e.Author = "mes", "mes" })
	p.tells(c)
	if len(l.told) != 1 || l.told[0].Topic != "umh/v1/acme/de1/assembly/line-1/line-1/_command/disposition" || l.told[0].State != "hold" || l.told[0].Target != "EL-1" {
		t.Errorf("the line was told %+v", l.told)
	}
}

func TestWhatWasDoneWhereThePlanHasNoMachineIsSaidAndNotStoredAsTold(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.decides("action", "action-1", "roof", func(e *record.Event) { e.TargetType = "zone" })
	c := p.commander(l)
	var failed error
	for range 3 {
		_, err := c.Look(context.Background())
		failed = errors.Join(failed, err)
		p.passes(time.Second)
	}
	about, err := p.ledger().About(t.Context(), "roof")
	if failed == nil || !strings.Contains(failed.Error(), "not told of action-1") || len(l.told) > 0 || err != nil || len(about) != 1 {
		t.Errorf("it says %v, told is %v, stored %v, %v", failed, l.told, about, err)
	}
	if _, err := c.Look(context.Background()); err != nil {
		t.Errorf("it says so again: %v", err)
	}
}
