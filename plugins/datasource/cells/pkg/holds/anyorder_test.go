package holds

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

const (
	// runs is how many random sets of events each fact is tried with, latest the last moment of all that they say.
	runs   = 4000
	latest = 12
)

type random struct{ *rand.Rand }

func (r random) pick(of ...string) string { return of[r.IntN(len(of))] }

// ms is a moment, often none.
func (r random) ms() int64 { return int64(max(0, r.IntN(2*latest)-latest)) }

// event is one of so few IDs, targets and moments that they meet.
func (r random) event() record.Event {
	e := record.Event{
		ID: r.pick("e1", "e2", "e3", "e4", "e5", ""), Kind: r.pick("hold", "hold", "hold", "release", "release", "scrap", "rework", "void", "note"),
		AtMs: r.ms(), ReceivedMs: r.ms(), Text: r.pick("", "", "x"),
	}
	if r.IntN(12) > 0 {
		e.TargetType, e.TargetID, _ = strings.Cut(r.pick("cell A", "cell A", "cell B", "tray T", "lot L", "roll R", "equipment M"), " ")
	}
	if e.TargetType == "cell" || r.IntN(8) == 0 {
		e.ItemID = r.pick("A", e.TargetID)
	}
	if e.Kind == "hold" {
		e.HoldID, e.ExpiresMs = r.pick("h1", "h2", "h3", ""), r.ms()
		if r.IntN(4) == 0 {
			e.FormerID, e.PassMs = r.pick("e1", "e2"), r.ms()
		}
	} else {
		for range r.IntN(3) {
			e.Answers = append(e.Answers, r.pick("h1", "h2", "h3", "e1", "e2", "e3"))
		}
	}
	if r.IntN(4) == 0 {
		from, to := float64(r.IntN(9)), float64(r.IntN(9))
		e.Position, e.FromMs, e.ToMs, e.FromM, e.ToM = r.pick("", "p1", "p2"), r.ms(), r.ms(), &from, &to
	}
	return e
}

func (r random) events() []record.Event {
	out := make([]record.Event, 1+r.IntN(12))
	for i := range out {
		out[i] = r.event()
	}
	return out
}

// known is an item that lay in tray T, passed machine M, and was made of lot L and a stretch of roll R.
var known = &Item{
	ID: "A", Carriers: []Carried{{"T", 2, 6}}, Visits: []Visit{{Station: "s", Equipment: "M", Position: "p1", FromMs: 3, ToMs: 5}},
	Parts: []genealogy.Part{{Item: "L"}, genealogy.Part{}.Up(genealogy.Link{Parent: "R", From: 2, To: 4, Placed: true})},
}

// all is what a book says at a moment.
func all(b *Book, nowMs int64) string {
	var out strings.Builder
	for _, s := range b.Standings(nowMs) {
		fmt.Fprintln(&out, told(s), content(s.Why))
	}
	for _, h := range b.Holds() {
		fmt.Fprintln(&out, h.ID, h.Target(), h.Open(nowMs), h.Expired(nowMs), h.ExpiresMs(), h.called)
		for _, e := range h.Said {
			fmt.Fprintln(&out, "  said", content(e))
		}
		if h.ClosedBy != nil {
			fmt.Fprintln(&out, "  closed", content(h.ClosedBy))
		}
	}
	of := b.Of(known, nowMs)
	fmt.Fprintln(&out, of.Disposition)
	for _, h := range of.Open {
		fmt.Fprintln(&out, "  by", h.ID)
	}
	for _, e := range of.Said {
		fmt.Fprintln(&out, "  bears", content(e))
	}
	return out.String()
}

func TestTheSameEventsInAnyOrderWithRepeatsMakeTheSameBook(t *testing.T) {
	for seed := range uint64(runs) {
		r := random{rand.New(rand.NewPCG(seed, 1))}
		events, now := r.events(), int64(r.IntN(latest+2))
		want := all(Fold(events), now)
		again := slices.Clone(events)
		for range r.IntN(8) {
			again = append(again, events[r.IntN(len(events))])
		}
		r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		if got := all(Fold(again), now); got != want {
			t.Fatalf("seed %d, at %d:\n%s\nin another order:\n%s", seed, now, want, got)
		}
		if got := len(Distinct(again)); got != len(Distinct(events)) {
			t.Fatalf("seed %d: %d events are distinct, in another order %d", seed, len(Distinct(events)), got)
		}
	}
}

// stored calls do with the events of each moment of storing, as whoever reads them then sees them.
func stored(events []record.Event, do func(nowMs int64, seen *Book)) {
	for now := int64(0); now <= latest+lastOfSecond+1; now++ {
		if now > latest && now < lastOfSecond {
			continue // nothing is stored, and nothing expires
		}
		do(now, Fold(slices.DeleteFunc(slices.Clone(events), func(e record.Event) bool { return storedMs(&e) > now })))
	}
}

func TestAClosedHoldNeverOpensAgain(t *testing.T) {
	for seed := range uint64(runs) {
		r := random{rand.New(rand.NewPCG(seed, 2))}
		closed := map[string]bool{}
		stored(r.events(), func(now int64, b *Book) {
			for _, h := range b.Holds() {
				of := h.ID + " on " + h.Target()
				if h.ID == "" {
					continue // nothing tells one from another
				}
				if h.Open(now) && closed[of] {
					t.Fatalf("seed %d: at %d hold %s is open again", seed, now, of)
				}
				closed[of] = !h.Open(now)
			}
		})
	}
}

func TestTheNumberOfAStandingGrowsWheneverAnythingElseOfItChanges(t *testing.T) {
	for seed := range uint64(runs) {
		r := random{rand.New(rand.NewPCG(seed, 3))}
		before := map[string]Standing{}
		stored(r.events(), func(now int64, b *Book) {
			for _, s := range b.Standings(now) {
				was := before[s.Target]
				changed := was.State != s.State || !slices.Equal(was.Holds, s.Holds)
				if s.Number < was.Number || changed && s.Number == was.Number {
					t.Fatalf("seed %d: at %d %q follows %q", seed, now, told(s), told(was))
				}
				before[s.Target] = s
			}
		})
	}
}

func TestAnEventThatIsSeenLateMakesTheNumberGreaterAsWell(t *testing.T) {
	for seed := range uint64(runs) {
		r := random{rand.New(rand.NewPCG(seed, 4))}
		events := r.events()
		for i := range events { // holds and events of their own IDs, each seen once
			e := &events[i]
			e.ID, e.FormerID = fmt.Sprint("own", i), ""
			if e.Kind == "hold" {
				e.HoldID = []string{"h1", "h2", "h3", ""}[min(i, 3)]
			}
		}
		late := r.IntN(len(events))
		before := map[string]Standing{}
		for _, s := range Fold(slices.Delete(slices.Clone(events), late, late+1)).Standings(latest) {
			before[s.Target] = s
		}
		for _, s := range Fold(events).Standings(latest) {
			was := before[s.Target]
			changed := was.State != s.State || !slices.Equal(was.Holds, s.Holds)
			if s.Number < was.Number || changed && s.Number == was.Number {
				t.Fatalf("seed %d: %q follows %q once %s is seen", seed, told(s), told(was), content(&events[late]))
			}
		}
	}
}
