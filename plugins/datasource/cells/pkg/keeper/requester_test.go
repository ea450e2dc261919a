package keeper_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// wish is what a machine was asked for.
type wish struct {
	Topic     string
	Payload   string
	ID        string  `json:"command_id"`
	Amount    float64 `json:"amount"`
	ExpiresMs int64   `json:"expires_ms"`
	Position  string  `json:"position"`
}

// requester is one that begins now, and what it asked.
func (p *plant) requester(asked *[]wish) *keeper.Requester {
	return &keeper.Requester{Source: p.from, Ledger: p.ledger(), Publish: func(_ context.Context, topic string, payload []byte) error {
		w := wish{Topic: topic, Payload: string(payload)}
		if err := json.Unmarshal(payload, &w); err != nil {
			return err
		}
		*asked = append(*asked, w)
		return nil
	}}
}

func (p *plant) requests(kind, id string, more func(e *record.Event)) {
	p.t.Helper()
	p.decides(kind, id, "filler-02", func(e *record.Event) {
		e.TargetType, e.Station, e.ExpiresMs = "equipment", "filling", p.now.Add(10*time.Second).UnixMilli()
		more(e)
	})
}

// asks has a requester look for some seconds; what it did not ask is told with why.
func (p *plant) asks(r *keeper.Requester, seconds int) (refused []string) {
	p.t.Helper()
	for range seconds {
		all, err := r.Look(context.Background())
		if err != nil {
			p.t.Fatal(err)
		}
		for _, of := range all {
			if of.Why != "" {
				refused = append(refused, of.ID+": "+of.Why)
			}
		}
		p.passes(time.Second)
	}
	return refused
}

func TestAMachineIsAskedOnceWhoeverAsksAndNobodyIsNamed(t *testing.T) {
	p := newPlant(t)
	var asked []wish
	first, second := p.requester(&asked), p.requester(&asked)
	p.requests("pause", "R-1", func(*record.Event) {})
	amount := -1.5
	p.requests("request-adjust", "R-2", func(e *record.Event) { e.Characteristic, e.Amount = "fill_mass", &amount })
	for range 4 {
		if refused := append(p.asks(first, 1), p.asks(second, 1)...); len(refused) > 0 {
			t.Errorf("it refuses %v", refused)
		}
	}
	p.asks(p.requester(&asked), 2) // one that was killed and begins anew
	if len(asked) != 2 {
		t.Fatalf("the line was asked %+v", asked)
	}
	for _, w := range asked {
		kind := w.Topic[strings.LastIndex(w.Topic, "/")+1:]
		if kind == "pause" && w.Amount != 0 || kind == "request-adjust" && w.Amount != amount || w.ID == "" || w.ExpiresMs != noon.Add(10*time.Second).UnixMilli() ||
			!strings.HasPrefix(w.Topic, "umh/v1/acme/de1/assembly/line-1/filler-02/_command/") || strings.Contains(w.Payload, "ann") {
			t.Errorf("the line was asked %+v", w)
		}
	}
}

func TestWhatIsTooLateOrNotAllowedOrOfNobodyIsNotAsked(t *testing.T) {
	p := newPlant(t)
	var asked []wish
	amount := 4.0
	p.requests("pause", "R-long", func(e *record.Event) { e.ExpiresMs = p.now.Add(time.Hour).UnixMilli() })
	p.requests("pause", "R-endless", func(e *record.Event) { e.ExpiresMs = 0 })
	p.requests("pause", "R-program", func(e *record.Event) { e.Source = "mes" })
	p.requests("request-adjust", "R-far", func(e *record.Event) { e.Characteristic, e.Amount = "fill_mass", &amount })
	p.requests("request-adjust", "R-other", func(e *record.Event) { e.Characteristic, e.Amount = "fill_vacuum", &amount })
	p.requests("pause", "R-elsewhere", func(e *record.Event) { e.TargetID, e.Equipment = "filler-09", "filler-09" })
	refused := strings.Join(p.asks(p.requester(&asked), 3), "\n")
	for id, why := range map[string]string{
		"R-long": "no moment within", "R-endless": "no moment within", "R-program": "no person", "R-far": "outside what the control plan allows",
		"R-other": "does not let anybody ask", "R-elsewhere": "none at site de1",
	} {
		if !strings.Contains(refused, id+": ") || !strings.Contains(refused, why) {
			t.Errorf("%s is not refused for %q:\n%s", id, why, refused)
		}
	}
	p.requests("pause", "R-late", func(*record.Event) {})
	p.passes(11 * time.Second)
	if refused := p.asks(p.requester(&asked), 3); len(refused) == 0 || !strings.Contains(strings.Join(refused, "\n"), "R-late: it was to be done before now") {
		t.Errorf("it refuses %v", refused)
	}
	if len(asked) > 0 {
		t.Errorf("the line was asked %+v", asked)
	}
}

func TestARequestIsNeitherRetainedNorSentAgainWhereTheBrokerIsAway(t *testing.T) {
	p, m := newPlant(t), startMosquitto(t)
	broker := &keeper.Broker{Login: keeper.Login{URL: m.url, ClientID: "keeper"}}
	defer broker.Close()
	r := &keeper.Requester{Source: p.from, Ledger: p.ledger(), Publish: broker.Publish}
	p.requests("pause", "R-1", func(*record.Event) {})
	if refused := p.asks(r, 3); len(refused) > 0 {
		t.Errorf("it refuses %v", refused)
	}
	if kept := m.kept(); len(kept) > 0 {
		t.Errorf("the broker keeps %v", kept)
	}
	m.kill()
	p.requests("pause", "R-2", func(*record.Event) {})
	if refused := p.asks(r, 3); len(refused) != 1 || !strings.Contains(refused[0], "R-2: the broker at") {
		t.Errorf("it refuses %v", refused)
	}
	m.start()
	if more := p.asks(r, 4); len(more) > 0 {
		t.Errorf("later it tells %v", more)
	}
}
