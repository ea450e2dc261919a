package signals

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// ToProve tells whether what was done to machines worked, by what is stored alone: whoever asks gets the same. It remembers what it read.
type ToProve struct {
	mu   sync.Mutex
	own  memory
	with *memory // of whoever watches the same stations already; nil: its own
	done map[string]*doneAt
}

func (t *ToProve) memory() *memory {
	if t.with != nil {
		return t.with
	}
	return &t.own
}

// doneAt is what was done and what departed there.
type doneAt struct {
	departed
	subjects []*subject
}

// Proof is what became, or is becoming, of something that departed where something was done.
type Proof struct {
	// Of is what departed, Key the stream of it that is judged.
	Of  monitor.Told
	Key summary.Key
	// Cells came since, of so many that are wanted; Over: it is told, by this event.
	Cells, Wanted int
	Over          bool
	Event         record.Event
}

// Judged are the kinds of what is done that a proof may be of.
var Judged = slices.Concat(vocabulary.BreakingEvents, []string{vocabulary.EventProof})

// ProvedAgain is how long after it was done something is looked at: then its time is over for long.
const ProvedAgain = proof.Within + time.Hour

// IsJudged tells whether it is to be proved that something worked: what people did to a machine, and what was done about a signal.
func IsJudged(e record.Event) bool {
	of := e.Source == vocabulary.SourcePerson && slices.Contains(vocabulary.BreakingEvents, e.Kind) || e.Kind == vocabulary.EventAction
	return of && e.ID != "" && (e.Equipment != "" || e.Station != "") && !slices.Contains(vocabulary.ItemTypes, e.TargetType)
}

// Look tells of each thing that departed where something was done what became of it, given the events of the judged kinds about a day around.
// What was proved already, as these say, is left out.
//
// Errors: a watch.ReadingError while not all is read that tells, or what kept it from reading.
func (t *ToProve) Look(ctx context.Context, run *source.Run, done record.Event, events []record.Event) (out []Proof, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	done = done.Whole()
	if t.done == nil {
		t.done = map[string]*doneAt{}
	}
	at := t.done[done.ID]
	if at == nil {
		if at, err = t.at(ctx, run, done, events); err != nil {
			return nil, err
		}
		t.done[done.ID] = at
	}
	known := map[string]bool{}
	for _, e := range events {
		known[e.ID] = e.Kind == vocabulary.EventProof || known[e.ID]
	}
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range at.subjects {
		if known[s.id(done)] {
			continue
		}
		one, err := s.look(ctx, run, p, at.departed, done, events)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// Forget drops what was done and is asked for no more.
func (t *ToProve) Forget(asked func(id string) bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for id := range t.done {
		if !asked(id) {
			delete(t.done, id)
		}
	}
}

// at is what departed where something was done, when it was.
func (t *ToProve) at(ctx context.Context, run *source.Run, done record.Event, events []record.Event) (*doneAt, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	station := done.Station
	if station == "" {
		machine, known := p.MachineFor(done.Site, done.Equipment, "", done.AtMs*1e6)
		if !known {
			return &doneAt{}, nil
		}
		station = machine.Station
	}
	if p.StationRow(station, done.AtMs*1e6) == nil {
		return &doneAt{}, nil
	}
	moment := time.UnixMilli(done.AtMs)
	then := run.Aside(source.Range{From: moment.Add(-recently), To: moment})
	found, err := t.departed(ctx, then, station)
	if err != nil {
		return nil, err
	}
	out := &doneAt{departed: found}
	for _, of := range found.all {
		if !isProvedBefore(of, done, events) {
			out.subjects = append(out.subjects, subjectsOf(of, done, found.all)...)
		}
	}
	return out, nil
}

// isProvedBefore tells whether what departed was mended by something that was done before.
func isProvedBefore(of monitor.Told, done record.Event, events []record.Event) bool {
	return slices.ContainsFunc(events, func(e record.Event) bool {
		return e.Kind == vocabulary.EventProof && e.ItemID == "" && e.Disposition == vocabulary.ProofVerified && e.Reference != done.ID && e.Station == of.Key.Station &&
			e.Equipment == of.Key.Equipment && e.Position == of.Key.Position && e.Characteristic == of.Key.Characteristic &&
			e.FromMs >= of.SinceMs && e.ToMs <= done.AtMs
	})
}

// proved are the kinds of what departs for more than one item.
var proved = []string{vocabulary.SignalOutOfControl, vocabulary.SignalKOfN}

// recently is how long before something was done what departed may have been over: whoever acts has seen it.
const recently = 4 * time.Hour

// departed is what departed at a station, and who says what became of it.
type departed struct {
	all []monitor.Told
	*speaker
}

// departed tells what departed at a station at the end of the run's range, or shortly before it.
func (t *ToProve) departed(ctx context.Context, run *source.Run, station string) (out departed, err error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return out, err
	}
	run.Alerting = true
	q := &Query{Kinds: proved, State: vocabulary.StateFresh, Stations: []string{station}, memory: t.memory()}
	s := newSearch(q, run, signalKinds())
	s.asOf = true
	if err := s.judgeBy(p); err != nil {
		return out, err
	}
	found, err := s.findEach(ctx)
	if err != nil {
		return out, err
	}
	out.speaker = s.speaker()
	for _, of := range found {
		if of.Told != nil {
			out.all = append(out.all, *of.Told)
		}
	}
	// Seen a moment ago, for the same moment.
	seen, err := t.memory().watching().Look(ctx, run, p, station)
	if err != nil {
		return out, err
	}
	for _, over := range seen.Past {
		if over.LastMs >= run.Range.To.Add(-recently).UnixMilli() && !slices.ContainsFunc(out.all, func(o monitor.Told) bool { return o.Key == over.Key }) {
			out.all = append(out.all, over)
		}
	}
	return out, run.Log.Whole(run.Budget.Rows)
}
