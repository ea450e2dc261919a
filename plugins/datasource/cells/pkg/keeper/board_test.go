package keeper_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
)

// lineTopic is where the line of filler-02 reads what is held.
const lineTopic = "umh/v1/acme/de1/assembly/line-1/line-1/_held/"

func (p *plant) board(m *mosquitto, name string) *keeper.Board {
	return &keeper.Board{Source: p.from, Broker: m.shelf(name)}
}

func (p *plant) posts(b *keeper.Board) (posted keeper.Posted) {
	p.t.Helper()
	for range 2 {
		of, err := b.Look(context.Background())
		if err != nil {
			p.t.Fatal(err)
		}
		posted.Put, posted.Taken, posted.Held = posted.Put+of.Put, posted.Taken+of.Taken, of.Held
		p.passes(time.Second)
	}
	return posted
}

// holds places a hold on a target and gives its ID.
func (p *plant) holds(id, targetType, target string, more func(e *record.Event)) {
	p.t.Helper()
	p.decides("hold", id, target, func(e *record.Event) {
		e.TargetType, e.HoldID, e.Disposition = targetType, id, "hold"
		if more != nil {
			more(e)
		}
	})
}

func (p *plant) releases(target string, more func(e *record.Event), holds ...string) {
	p.t.Helper()
	p.decides("release", "release-"+strings.Join(holds, "-"), target, func(e *record.Event) {
		e.Answers = holds
		if more != nil {
			more(e)
		}
	})
}

func targetsOf(kept map[string]string) []string {
	var out []string
	for topic := range kept {
		out = append(out, strings.TrimPrefix(topic, lineTopic))
	}
	slices.Sort(out)
	return out
}

func (p *plant) keeps(m *mosquitto, what string, targets ...string) map[string]string {
	p.t.Helper()
	kept := m.kept()
	if got := targetsOf(kept); !slices.Equal(got, targets) {
		p.t.Errorf("%s the broker keeps %v, want %v", what, got, targets)
	}
	return kept
}

func TestTheBrokerKeepsAMessageOfEachKindOfTargetWhileItIsHeld(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	b := p.board(m, "keeper")
	from, to := 120.0, 180.5
	p.holds("H-cell", "cell", "C-1", func(e *record.Event) { e.Equipment, e.Station = "filler-02", "filling" })
	p.holds("H-tray", "tray", "TRAY-1", nil)
	p.holds("H-lot", "lot", "EL-1", nil)
	p.holds("H-roll", "roll", "SR-1", func(e *record.Event) { e.FromM, e.ToM = &from, &to })
	p.holds("H-machine", "equipment", "filler-02", func(e *record.Event) { e.Position = "nozzle-4" })
	p.holds("H-window", "station", "filling", func(e *record.Event) { e.FromMs, e.ToMs = noon.Add(-time.Hour).UnixMilli(), noon.UnixMilli() })
	p.posts(b)
	kept := p.keeps(m, "while all are held", "C-1", "EL-1", "SR-1", "TRAY-1", "filler-02", "filling")
	var cell, roll, window struct {
		Command string   `json:"command_id"`
		State   string   `json:"state"`
		Number  int      `json:"number"`
		Holds   []string `json:"holds"`
		Reach   []struct {
			Hold   string  `json:"hold_id"`
			FromMs int64   `json:"from_ms"`
			ToMs   int64   `json:"to_ms"`
			FromM  float64 `json:"from_m"`
			ToM    float64 `json:"to_m"`
		} `json:"reach"`
	}
	for target, into := range map[string]any{"C-1": &cell, "SR-1": &roll, "filling": &window} {
		if err := json.Unmarshal([]byte(kept[lineTopic+target]), into); err != nil {
			t.Fatal(err)
		}
	}
	if cell.State != "hold" || cell.Number != 1 || !slices.Equal(cell.Holds, []string{"H-cell"}) || cell.Command == "" || len(cell.Reach) > 0 {
		t.Errorf("of the cell it says %s", kept[lineTopic+"C-1"])
	}
	if len(roll.Reach) != 1 || roll.Reach[0].FromM != from || roll.Reach[0].ToM != to || roll.Reach[0].Hold != "H-roll" {
		t.Errorf("of the roll it says %s", kept[lineTopic+"SR-1"])
	}
	if strings.Contains(kept[lineTopic+"EL-1"], "reach") {
		t.Errorf("of the lot it says %s", kept[lineTopic+"EL-1"])
	}
	if len(window.Reach) != 1 || window.Reach[0].ToMs != noon.UnixMilli() || window.Reach[0].FromMs != noon.Add(-time.Hour).UnixMilli() {
		t.Errorf("of the window it says %s", kept[lineTopic+"filling"])
	}
	if again := p.posts(b); again.Put+again.Taken > 0 || again.Held != 6 {
		t.Errorf("where nothing changes it gives the broker %+v", again)
	}
	for target, hold := range map[string]string{"C-1": "H-cell", "TRAY-1": "H-tray", "EL-1": "H-lot", "SR-1": "H-roll", "filler-02": "H-machine", "filling": "H-window"} {
		kind := map[string]string{"C-1": "cell", "TRAY-1": "tray", "EL-1": "lot", "SR-1": "roll", "filler-02": "equipment", "filling": "station"}[target]
		p.releases(target, func(e *record.Event) { e.TargetType = kind }, hold)
	}
	p.posts(b)
	p.keeps(m, "when all are released")
}

func TestOneOfTwoHoldsThatIsReleasedLeavesTheOther(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	b := p.board(m, "keeper")
	p.holds("H-1", "cell", "C-1", nil)
	p.holds("H-2", "cell", "C-1", func(e *record.Event) { e.ExpiresMs = noon.Add(time.Hour).UnixMilli() })
	p.posts(b)
	p.releases("C-1", nil, "H-1")
	p.posts(b)
	if kept := p.keeps(m, "with the other", "C-1"); !strings.Contains(kept[lineTopic+"C-1"], `"holds":["H-2"]`) {
		t.Errorf("it says %v", kept)
	}
	p.passes(2 * time.Hour)
	p.posts(b)
	p.keeps(m, "once the other expired")
}

func TestABrokerThatForgotIsToldAnewAndOneThatKeptTooMuchIsRidOfIt(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	b := p.board(m, "keeper")
	p.holds("H-1", "cell", "C-1", nil)
	p.posts(b)
	m.forgets()
	p.keeps(m, "after a restart without what it kept")
	p.posts(b)
	p.keeps(m, "after that", "C-1")

	p.releases("C-1", nil, "H-1")
	p.holds("H-2", "lot", "EL-1", nil)
	if err := m.shelfPut("umh/v1/acme/de1/assembly/line-1/line-1/_held/C-7", "{}"); err != nil {
		t.Fatal(err)
	}
	if err := m.shelfPut("umh/v1/others/de1/assembly/line-1/line-1/_held/C-7", "{}"); err != nil {
		t.Fatal(err)
	}
	p.passes(2 * time.Second)
	p.posts(p.board(m, "keeper")) // one that was killed and begins anew
	p.keeps(m, "by a keeper that begins anew", "EL-1", "umh/v1/others/de1/assembly/line-1/line-1/_held/C-7")
}

func TestWhatWasHeldLongBeforeAKeeperBeganIsKept(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	p.holds("H-1", "lot", "EL-1", func(e *record.Event) { e.AtMs = noon.Add(-400 * 24 * time.Hour).UnixMilli() })
	p.now = p.now.Add(500 * 24 * time.Hour)
	p.posts(p.board(m, "keeper"))
	p.keeps(m, "of a lot that was held long ago", "EL-1")
}

func TestABrokerThatIsKilledWhileItIsToldIsToldOfAll(t *testing.T) {
	slowtest.ManyCells(t)
	p, m := newPlant(t), startMosquitto(t)
	const n = 10_000
	lines := make([]string, n)
	for i := range n {
		e := record.Event{ID: fmt.Sprintf("H-%d", i), HoldID: fmt.Sprintf("H-%d", i), Kind: "hold", Site: "de1", AtMs: p.now.UnixMilli(), ReceivedMs: p.now.UnixMilli(), TargetType: "cell", TargetID: fmt.Sprintf("C-%d", i), Equipment: "filler-02"}
		row, _ := record.Rows(e, 4096)
		lines[i] = lineOf(row)
	}
	p.write(p.from.Databases.Record, lines...)
	p.passes(time.Minute)
	b := p.board(m, "keeper")
	began := time.Now()
	sent := 0
	for sent < n/2 {
		of, err := b.Look(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if of.Put > 1000 {
			t.Fatalf("it gave %d messages at once", of.Put)
		}
		sent += of.Put
	}
	m.kill()
	if _, err := b.Look(context.Background()); err == nil {
		t.Error("a broker that is away is no error")
	}
	m.start()
	for put := 1; put > 0 && time.Since(began) < 2*time.Minute; {
		of, err := b.Look(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		put = of.Put
	}
	if got := len(m.kept()); got != n {
		t.Errorf("it keeps %d of %d", got, n)
	}
	t.Logf("%d told within %s, a kill between", n, time.Since(began))
}

// shelfPut gives the broker a message of somebody else's.
func (m *mosquitto) shelfPut(topic, payload string) error {
	b := &keeper.Broker{Login: keeper.Login{URL: m.url, ClientID: "other"}}
	defer b.Close()
	return b.Retain(context.Background(), topic, []byte(payload))
}

// lineOf is a row in line protocol.
func lineOf(row record.Row) string {
	tags, fields := row.Measurement, []string{}
	for _, tag := range slices.Sorted(maps.Keys(row.Tags)) {
		tags += "," + tag + "=" + row.Tags[tag]
	}
	for _, name := range slices.Sorted(maps.Keys(row.Fields)) {
		switch v := row.Fields[name].(type) {
		case string:
			fields = append(fields, fmt.Sprintf("%s=%q", name, v))
		case int64:
			fields = append(fields, fmt.Sprintf("%s=%di", name, v))
		}
	}
	return fmt.Sprintf("%s %s %d", tags, strings.Join(fields, ","), row.NS)
}

// shelf is a broker that keeps what it is given.
type shelf map[string]string

func (s shelf) Kept(context.Context, string) (map[string]string, error) { return maps.Clone(s), nil }

func (s shelf) Put(_ context.Context, messages map[string]string) error {
	maps.Copy(s, messages)
	maps.DeleteFunc(s, func(_, payload string) bool { return payload == "" })
	return nil
}

func TestOfMoreThanMayBeReadAtOnceTheBrokerKeepsWhatIsHeldAndNotWhatWasReleased(t *testing.T) {
	p := newPlant(t)
	for n := range 5 {
		p.holds(fmt.Sprint("hold-", n), "cell", fmt.Sprint("C", n), func(e *record.Event) { e.Station = "filling" })
		p.passes(time.Minute)
	}
	p.releases("C0", nil, "hold-0")
	p.passes(time.Hour)
	p.from.Budget.Rows = 4
	kept := shelf{}
	p.posts(&keeper.Board{Source: p.from, Broker: kept})
	if got := targetsOf(kept); !slices.Equal(got, []string{"C1", "C2", "C3", "C4"}) {
		t.Errorf("it keeps %v", got)
	}
}

func TestAReleaseThatBearsTheIDOfItsHoldFreesItAtTheBroker(t *testing.T) {
	p := newPlant(t)
	kept := shelf{}
	b := &keeper.Board{Source: p.from, Broker: kept}
	p.posts(b)
	p.says("hold", "mes-7", "C1")
	p.posts(b)
	p.write(p.from.Databases.Record, fmt.Sprintf(`event,site=de1,kind=release,bucket=%s event_id="mes-7",item_id="C1",target_id="C1",target_type="cell",answers="mes-7",source="mes",received_ms=%di %d`,
		record.BucketOf("C1", 4096), p.now.UnixMilli(), p.now.UnixNano()))
	p.posts(b)
	if len(kept) > 0 {
		t.Errorf("it keeps %v", kept)
	}
}

func TestThatABrokerDoesNotKeepWhatItIsGivenIsSaidUntilItDoes(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	m.denies("topic read #")
	p.holds("hold-1", "cell", "C1", func(e *record.Event) { e.Station = "filling" })
	b := p.board(m, "keeper")
	p.posts(b)
	time.Sleep(6 * time.Second)
	if _, err := b.Look(t.Context()); err == nil || !strings.Contains(err.Error(), "access list") {
		t.Fatalf("it says %v", err)
	}
	m.denies("topic readwrite #")
	_, _ = b.Look(t.Context()) // what it takes now comes back a moment later
	time.Sleep(200 * time.Millisecond)
	p.posts(b)
	p.keeps(m, "once it may be told", "C1")
}

func TestADecisionThatDoesNotCountFreesNothingAtTheBrokerOfAKeeperThatBegins(t *testing.T) {
	p := newPlant(t)
	p.write(p.from.Databases.Record, fmt.Sprintf(`setting,name=decisions_by value="cellthread",revision=1i,recorded_ms=1767225600000i,active=true %d`, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano()+1))
	p.holds("hold-1", "cell", "C1", func(e *record.Event) { e.Station = "filling" })
	p.passes(time.Minute)
	p.releases("C1", func(e *record.Event) { e.Source = "machine" }, "hold-1")
	p.passes(time.Hour)
	kept := shelf{}
	p.posts(&keeper.Board{Source: p.from, Broker: kept})
	if got := targetsOf(kept); !slices.Equal(got, []string{"C1"}) {
		t.Errorf("it keeps %v", got)
	}
}

func TestItemsOfTwoSitesWithOneIDAreKeptEachForItsOwn(t *testing.T) {
	p := newPlant(t)
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() + 2
	const plan = `,revision=2i,recorded_ms=1767225600000i,active=true`
	p.write(p.from.Databases.Record,
		fmt.Sprintf(`setting,name=sites value="[{\"id\":\"de1\",\"name\":\"Plant\"},{\"id\":\"de2\",\"name\":\"Other\"}]"%s %d`, plan, begin),
		fmt.Sprintf(`setting,name=equipment:de2 value="[{\"id\":\"filler-09\",\"station\":\"filling\",\"area\":\"assembly\",\"line\":\"line-9\",\"positions\":[]}]"%s %d`, plan, begin))
	for _, site := range []string{"de1", "de2"} {
		p.holds("hold-"+site, "cell", "C1", func(e *record.Event) { e.Site, e.Station = site, "filling" })
	}
	kept := shelf{}
	b := &keeper.Board{Source: p.from, Broker: kept}
	p.posts(b)
	topics := func() []string { return slices.Sorted(maps.Keys(kept)) }
	const other = "umh/v1/acme/de2/assembly/line-9/line-9/_held/C1"
	if got := topics(); !slices.Equal(got, []string{lineTopic + "C1", other}) {
		t.Errorf("it keeps %v", got)
	}
	p.passes(time.Minute)
	p.releases("C1", nil, "hold-de1")
	p.posts(b)
	if got := topics(); !slices.Equal(got, []string{other}) {
		t.Errorf("after one was released it keeps %v", got)
	}
}
