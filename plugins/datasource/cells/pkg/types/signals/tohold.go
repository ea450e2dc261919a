package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// ToHold finds what the plan holds of all that was stored in ranges; it remembers what it looked up from one range to the next.
type ToHold struct {
	// Compared: it finds what is wrong with records beside others of their item, which have to be looked up; otherwise what is wrong with a
	// record by itself.
	Compared bool

	memory memory
}

// compared are the holding kinds that look other records up.
var compared = []string{vocabulary.SignalConflicting}

func (h *ToHold) kinds() []string {
	return slices.DeleteFunc(slices.Clone(vocabulary.HoldingSignals), func(kind string) bool { return slices.Contains(compared, kind) != h.Compared })
}

// Held is why an item is to be held: the labels of a signal, and the sentence that says what is wrong.
type Held struct {
	Labels   map[string]string
	Sentence string
}

// Find gives every signal for which an item is to be held, by what was stored in the run's range: those that the alert rules of the
// line get, however many there are. What only tells what was holds nothing.
//
// Errors: whatever kept it from seeing all; then nothing is given.
func (h *ToHold) Find(ctx context.Context, run *source.Run) ([]Held, error) {
	q := &Query{Kinds: h.kinds(), State: vocabulary.StateFresh, memory: &h.memory}
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	run.Alerting = true
	s := newSearch(q, run, signalKinds())
	if err := s.judgeBy(p); err != nil {
		return nil, err
	}
	found, err := s.findEach(ctx)
	if err != nil {
		return nil, err
	}
	if err := run.Log.Whole(run.Budget.Rows); err != nil {
		return nil, err
	}
	var out []Held
	say := s.speaker()
	for _, of := range found {
		if of.Labels["disposition"] != notContained {
			out = append(out, Held{of.Labels, say.sentence(of)})
		}
	}
	return out, nil
}
