package ledger_test

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

var server *influxtest.Server

func TestMain(m *testing.M) { influxtest.Main(m, &server) }

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// signed sends requests on and keeps as whom they came.
type signed struct{ as sync.Map }

func (s *signed) RoundTrip(r *http.Request) (*http.Response, error) {
	user, _, _ := r.BasicAuth()
	s.as.Store(r.URL.Path+" as "+user, true)
	return http.DefaultTransport.RoundTrip(r)
}

func (s *signed) seen() map[string]bool {
	out := map[string]bool{}
	s.as.Range(func(key, _ any) bool { out[key.(string)] = true; return true })
	return out
}

// open is a ledger over two empty databases.
func open(t *testing.T) (*ledger.Ledger, *source.Source, *signed) {
	t.Helper()
	name := strings.ReplaceAll(t.Name(), "/", "_")
	from := &source.Source{Databases: source.Databases{Record: name + "_record", Index: name + "_index"}, Now: func() time.Time { return noon }}
	for _, database := range []string{from.Databases.Record, from.Databases.Index} {
		if err := server.Create(database); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = server.Drop(database) })
	}
	requests := &signed{}
	client := &http.Client{Transport: requests}
	from.Connect(server.URL, client, source.Auth{Kind: source.AuthBasic, User: "reader"}, false)
	to := source.NewWriter(server.URL, client, source.Auth{Kind: source.AuthBasic, User: "writer"})
	return ledger.New(from, to), from, requests
}

var hold = record.Event{
	ID: "E-1", Kind: "hold", Site: "de1", AtMs: noon.UnixMilli() - 5000, TargetType: "cell", TargetID: "C-1", HoldID: "E-1",
	Author: "q.lead", Source: "person", Text: "leak?",
}

func TestAnEventIsToldAsStoredOnceItWasReadBack(t *testing.T) {
	l, from, requests := open(t)
	stored, err := l.Store(t.Context(), hold, nil)
	if err != nil || !stored.New {
		t.Fatalf("%+v %v", stored, err)
	}
	want := hold.Whole()
	want.ReceivedMs, want.Answers = noon.UnixMilli(), []string{}
	if !reflect.DeepEqual(stored.Event, want) {
		t.Errorf("stored %+v, want %+v", stored.Event, want)
	}
	run := &source.Run{Source: from}
	p, err := run.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	pointers, err := run.Pointers(t.Context(), p, source.Lookup{Item: "C-1"})
	if err != nil || len(pointers["C-1"]) != 1 || pointers["C-1"][0].Measurement != "event" || pointers["C-1"][0].Site != "de1" {
		t.Errorf("the index leads to %v, %v", pointers, err)
	}
	if seen := requests.seen(); !reflect.DeepEqual(seen, map[string]bool{"/query as reader": true, "/write as writer": true}) {
		t.Errorf("asked as %v", seen)
	}
}

func TestAnEventOfTheSameIDIsStoredOnceAndTheFirstIsTheAnswer(t *testing.T) {
	l, _, _ := open(t)
	if _, err := l.Store(t.Context(), hold, nil); err != nil {
		t.Fatal(err)
	}
	later := hold
	later.AtMs, later.Author = hold.AtMs+60_000, "another"
	elsewhere := later
	elsewhere.TargetID = "C-2"
	for name, again := range map[string]record.Event{"later": later, "about another cell": elsewhere} {
		stored, err := l.Store(t.Context(), again, func([]record.Event) error { return errors.New("was asked") })
		if err != nil || stored.New || stored.Event.AtMs != hold.AtMs || stored.Event.Author != "q.lead" || stored.Event.TargetID != "C-1" {
			t.Errorf("%s: %+v %v", name, stored, err)
		}
	}
}

func TestOfManyAtOnceOneIsStored(t *testing.T) {
	l, _, _ := open(t)
	var stored atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			s, err := l.Store(t.Context(), hold, nil)
			if err != nil {
				t.Error(err)
			}
			if s.New {
				stored.Add(1)
			}
		})
	}
	wg.Wait()
	if stored.Load() != 1 {
		t.Errorf("%d were stored", stored.Load())
	}
}

func TestWhatIsAskedOfTheOthersAboutATargetHoldsUntilAnEventIsStored(t *testing.T) {
	l, _, _ := open(t)
	if _, err := l.Store(t.Context(), hold, nil); err != nil {
		t.Fatal(err)
	}
	answered := errors.New("it is answered")
	var refused atomic.Int32
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			release := record.Event{ID: fmt.Sprintf("R-%d", i), Kind: "release", Site: "de1", AtMs: noon.UnixMilli(), TargetType: "cell", TargetID: "C-1", Answers: []string{"E-1"}}
			_, err := l.Store(t.Context(), release, func(about []record.Event) error {
				if len(about) > 1 {
					return answered
				}
				return nil
			})
			if errors.Is(err, answered) {
				refused.Add(1)
			} else if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if refused.Load() != 5 {
		t.Errorf("%d of 6 were refused", refused.Load())
	}
}

func TestWhatCannotBeStoredIsAMistakeAndWhatTheDatabaseRefusesItsError(t *testing.T) {
	l, from, _ := open(t)
	unnamed := hold
	unnamed.TargetID = "a b"
	var mistake *source.UserError
	if _, err := l.Store(t.Context(), unnamed, nil); !errors.As(err, &mistake) || !strings.Contains(err.Error(), `target_id "a b"`) {
		t.Errorf("a target that is no identifier: %v", err)
	}
	from.Databases.Index = "nowhere"
	var refused *source.WriteError
	var unsure *ledger.UnsureError
	if _, err := l.Store(t.Context(), hold, nil); !errors.As(err, &unsure) || !errors.As(err, &refused) || refused.Database != "nowhere" {
		t.Errorf("an index that is not there: %v", err)
	}
	away := ledger.New(from, source.NewWriter("http://127.0.0.1:1", http.DefaultClient, source.Auth{}))
	other := hold
	other.ID = "E-2"
	if _, err := away.Store(t.Context(), other, nil); !errors.As(err, &unsure) || !strings.Contains(err.Error(), "send it again with the same key") {
		t.Errorf("a server that went away: %v", err)
	}
	from.Databases.Index = t.Name() + "_index"
	if stored, err := l.Store(t.Context(), hold, nil); err != nil || stored.New {
		t.Errorf("once the index is there: %+v %v", stored, err)
	}
}

func TestAnEventOfWhichALaterRowIsStoredStaysAsItWasStoredFirst(t *testing.T) {
	l, from, _ := open(t)
	if _, err := l.Store(t.Context(), hold, nil); err != nil {
		t.Fatal(err)
	}
	// As a notification that is repeated after a restart of whoever stores it.
	for minutes := range 20 {
		again := hold
		again.ReceivedMs = noon.Add(time.Duration(minutes+1) * time.Minute).UnixMilli()
		if err := l.StoreMany(t.Context(), []record.Event{again}); err != nil {
			t.Fatal(err)
		}
	}
	from.Now = func() time.Time { return noon.Add(time.Hour) }
	if stored, err := l.Store(t.Context(), hold, nil); err != nil || stored.New || stored.Event.ReceivedMs != noon.UnixMilli() {
		t.Errorf("%+v %v", stored, err)
	}
	about, err := l.About(t.Context(), "C-1")
	if err != nil || len(about) != 1 || about[0].ReceivedMs != noon.UnixMilli() {
		t.Errorf("%+v %v", about, err)
	}
}

func TestOfTwoServersThatStoreAnEventAtOnceOneIsToldThatItDid(t *testing.T) {
	a, from, _ := open(t)
	b := ledger.New(from, source.NewWriter(server.URL, http.DefaultClient, source.Auth{}))
	now := from.Now
	from.Now = func() time.Time { return now().Add(time.Second) }
	var second ledger.Stored
	first, err := a.Store(t.Context(), hold, func([]record.Event) (err error) {
		// The other one looks and stores between the look of this one and its storing.
		from.Now = now
		second, err = b.Store(t.Context(), hold, nil)
		from.Now = func() time.Time { return now().Add(time.Second) }
		return err
	})
	if err != nil || first.New || !second.New || first.Event.ReceivedMs != second.Event.ReceivedMs {
		t.Errorf("%+v and %+v, %v", first, second, err)
	}
}
