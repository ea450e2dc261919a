package keeper_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func (p *plant) wants(held map[string]int) {
	p.t.Helper()
	got := p.held()
	if maps.Equal(got, held) {
		return
	}
	p.t.Errorf("holds of %d items, want of %d", len(got), len(held))
	for item, rows := range got {
		if rows != held[item] && len(got) < 10 {
			p.t.Errorf("%s has %d rows, want %d", item, rows, held[item])
		}
	}
}

// schemas is how long a new measurement may stay unseen.
const schemas = 11 * time.Second

func (p *plant) passes(long time.Duration) { p.now = p.now.Add(long) }

func TestWhatIsOutOfSpecIsHeldOnceAndWhatIsGoodIsNot(t *testing.T) {
	p := newPlant(t)
	k := p.keeper()
	p.looks(k)
	p.passes(schemas)
	p.fills(time.Second, 830, "", "BAD1")
	p.fills(time.Second, 800, "", "GOOD1")
	p.looks(k)
	p.passes(schemas)
	p.looks(k)
	p.wants(map[string]int{"BAD1": 1})
}

func TestWhatIsStoredLateIsHeldAndWhatOnlyTellsWhatWasIsNot(t *testing.T) {
	p := newPlant(t)
	k := p.keeper()
	p.looks(k)
	p.passes(time.Hour)
	p.looks(k)
	p.fills(30*24*time.Hour, 830, "", "LATE1")
	p.fills(5*time.Hour, 830, ",history=true", "HISTORY1")
	p.passes(schemas)
	p.looks(k)
	p.wants(map[string]int{"LATE1": 1})
}

func TestOneThatBeginsAnewHoldsWhatCameMeanwhileAndNothingTwice(t *testing.T) {
	p := newPlant(t)
	p.fills(10*time.Hour, 830, "", "BEFORE1")
	first := p.keeper()
	p.passes(time.Second)
	p.looks(first)
	p.passes(3 * time.Hour)
	p.fills(2*time.Hour, 780, "", "MEANWHILE1")
	p.passes(time.Second)
	p.looks(p.keeper())
	p.wants(map[string]int{"BEFORE1": 1, "MEANWHILE1": 1})
}

func TestWhatSomebodyElseHeldIsNotHeldAgain(t *testing.T) {
	p := newPlant(t)
	p.fills(time.Second, 830, "", "BAD1")
	first := p.keeper()
	p.looks(first)
	second := p.keeper()
	p.passes(5 * time.Second)
	p.looks(second)
	p.wants(map[string]int{"BAD1": 1})
}

func TestAnotherPassOfTheSameNumberIsAnotherHold(t *testing.T) {
	p := newPlant(t)
	k := p.keeper()
	p.fills(time.Minute, 830, "", "BAD1")
	p.looks(k)
	p.passes(time.Hour)
	p.fills(time.Second, 830, "", "BAD1")
	p.looks(k)
	p.wants(map[string]int{"BAD1": 2})
}

func TestWhatCannotBeSeenIsSeenLater(t *testing.T) {
	p := newPlant(t)
	k := p.keeper()
	p.looks(k)
	p.fills(time.Second, 830, "", "BAD1")
	p.from.Connect("http://127.0.0.1:1", http.DefaultClient, source.Auth{}, false)
	p.passes(schemas)
	if round, err := k.Look(context.Background()); err == nil || round.Behind < time.Minute {
		t.Fatalf("without a database it is %s behind: %v", round.Behind, err)
	}
	p.passes(20 * time.Minute)
	p.from.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	p.looks(k)
	p.wants(map[string]int{"BAD1": 1})
}

func TestTenThousandOutOfSpecAtOnceAreAllHeldOnce(t *testing.T) {
	slowtest.ManyCells(t)
	p := newPlant(t)
	k := p.keeper()
	p.looks(k)
	want, cells := map[string]int{}, make([]string, 10_000)
	for i := range cells {
		cells[i] = fmt.Sprint("BAD", i)
		want[cells[i]] = 1
	}
	p.fills(time.Second, 830, "", cells...)
	p.passes(schemas)
	p.looks(k)
	p.wants(want)
}

func TestWhatMayNotBeWholeYetIsHeldOnlyIfItIsStillSoAMomentLater(t *testing.T) {
	p := newPlant(t)
	k := p.keeper()
	p.fills(time.Second, 800, "", "GOOD0")
	p.looks(k)
	p.passes(schemas)
	// Of a row whose fields are being stored some are there.
	ms := p.now.Add(-time.Second).UnixMilli()
	row := `filling,site=de1,line=line-1,equipment=filler-02,product=lfp-202 %s ` + fmt.Sprint(ms*1e6+77)
	p.write(p.from.Databases.Visits, fmt.Sprintf(row, fmt.Sprintf(`cell_id="TORN1",visit=1i,verdict="ok",run_type="production",fill_mass=830,source_ms=%di,received_ms=%di`, ms, p.now.UnixMilli())))
	if _, err := k.Look(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.write(p.from.Databases.Visits, fmt.Sprintf(row, "history=true"))
	p.passes(2 * time.Second)
	p.looks(k)
	p.wants(map[string]int{})
}

func TestWhatWasStoredMinutesBeforeItBeganIsHeldThoughItIsSeenForTheFirstTime(t *testing.T) {
	p := newPlant(t)
	p.fills(time.Second, 830, "", "MINUTES1")
	p.passes(8 * time.Minute)
	p.looks(p.keeper())
	p.wants(map[string]int{"MINUTES1": 1})
}

func TestWhoeverUsesTheIDOfAHoldToComeKeepsNoHoldAway(t *testing.T) {
	bad := func(p *plant) []record.Event {
		p.fills(time.Second, 830, "", "BAD1")
		p.looks(p.keeper())
		run := &source.Run{Source: p.from}
		planned, err := run.Plan(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		about, err := run.EventsOf(t.Context(), planned, []string{"BAD1"})
		if err != nil {
			t.Fatal(err)
		}
		return about["BAD1"]
	}
	id := ""
	t.Run("nobody", func(t *testing.T) {
		if events := bad(newPlant(t)); len(events) == 1 {
			id = events[0].ID
		}
	})
	for name, of := range map[string]func(e *record.Event){
		"a hold of something else": func(e *record.Event) { e.TargetID, e.HoldID = "ELSE", id },
		"a hold of another site":   func(e *record.Event) { e.Site, e.HoldID = "de2", id },
		"a note of the same":       func(e *record.Event) { e.Kind, e.Source = "note", "machine" },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlant(t)
			p.decides("hold", id, "BAD1", of)
			p.passes(time.Second)
			events := bad(p)
			if n := len(slices.DeleteFunc(events, func(e record.Event) bool { return e.Kind != "hold" || e.Source != "cellthread" })); n != 1 || id == "" {
				t.Errorf("%d holds are placed of %q", n, id)
			}
		})
	}
}

func TestWhatTheDatabaseTookAndDidNotAnswerIsHeldOnce(t *testing.T) {
	p := newPlant(t)
	var mute atomic.Bool
	to, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if mute.Load() {
			proxy.ServeHTTP(httptest.NewRecorder(), r) // it is stored
			panic(http.ErrAbortHandler)
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(front.Close)
	k := p.keeper()
	k.Ledger = ledger.New(p.from, source.NewWriter(front.URL, http.DefaultClient, source.Auth{}))
	p.fills(time.Second, 830, "", "BAD1", "BAD2")
	mute.Store(true)
	for range 4 {
		_, err = k.Look(context.Background())
		p.passes(time.Second)
	}
	if err == nil {
		t.Error("what was not answered is no error")
	}
	mute.Store(false)
	p.looks(k)
	p.wants(map[string]int{"BAD1": 1, "BAD2": 1})
}
