package signals

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// evaluations remember how alert rules last fared, by kind, state and station. What people ask on dashboards is not kept: it
// says nothing of the rules, and anybody could make it fail.
type evaluations struct {
	mu    sync.Mutex
	began time.Time
	all   map[evaluationKey]evaluation
}

// maxEvaluations bounds what is remembered; a plan of 100 stations with every kind and state needs 3 300.
const maxEvaluations = 10_000

// evaluationKey names what an alert rule looks at; Station is empty for kinds that look at the whole plant. Of tells rules
// apart that look at parts of it: their characteristics and filters.
type evaluationKey struct{ Kind, State, Station, Of string }

// partOf spells characteristics and filters for a key.
func partOf(characteristics []string, filters []source.Filter) string {
	if len(characteristics) == 0 && len(filters) == 0 {
		return ""
	}
	text, _ := json.Marshal([]any{slices.Sorted(slices.Values(characteristics)), append([]source.Filter{}, filters...)})
	return string(text)
}

// evaluation is the last time that an alert rule looked.
type evaluation struct {
	At time.Time
	// Every is the time between the last two; zero before the second.
	Every time.Duration
	// Problem is why it saw nothing: failed, cut, timed-out or (still being) unread; empty when it saw all. Fails is how often so in a row.
	Problem string
	Detail  detail
	Fails   int
	// Passes: the problem is over by itself soon, so that nobody is told who does not look.
	Passes bool
	// Unjudged are the characteristics that could not be judged though the rest was.
	Unjudged []unjudged
}

// unjudged is what a rule could not judge: a characteristic, or something of the station; that may pass by itself soon. It concerns
// one kind of signals, or without one all.
type unjudged struct {
	Kind, Characteristic, Rule string
	Detail                     detail
	Passes                     bool
}

// problemOf tells why an evaluation saw nothing.
func problemOf(ctx context.Context, err error) (problem string, why detail) {
	var budget *source.BudgetError
	var reading *watch.ReadingError
	switch {
	case err == nil:
		return "", detail{}
	case errors.As(err, &budget):
		return vocabulary.UnreadCut, inFull(detailLarge, budget.Limit, budget.What)
	case errors.As(err, &reading):
		return vocabulary.UnreadUnread, inFull(detailReading, reading.Station, reading.Left)
	case errors.Is(err, query.ErrTime), errors.Is(err, context.DeadlineExceeded), errors.Is(context.Cause(ctx), query.ErrTime):
		return vocabulary.UnreadTimedOut, inFull(detailTooLong)
	case errors.Is(ctx.Err(), context.Canceled):
		return vocabulary.UnreadTimedOut, inFull(detailGivenUp)
	}
	return vocabulary.UnreadFailed, inFull("", err.Error())
}

// passes tells whether what went wrong is over by itself soon: what is needed is being read.
func passes(err error) bool {
	var reading *watch.ReadingError
	return errors.As(err, &reading) && !reading.Stands
}

// start notes when remembering began: what was not evaluated since is unknown, not well.
func (e *evaluations) start(now time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.began.IsZero() {
		e.began = now
	}
}

// note keeps how an evaluation went.
func (e *evaluations) note(key evaluationKey, now time.Time, current evaluation) {
	e.mu.Lock()
	defer e.mu.Unlock()
	before, known := e.all[key]
	if !known && len(e.all) >= maxEvaluations {
		return
	}
	if e.all == nil {
		e.all = map[evaluationKey]evaluation{}
	}
	current.At, current.Every = now, before.Every
	if gap := now.Sub(before.At); known && gap > 0 {
		current.Every = gap
	}
	if current.Problem != "" {
		current.Fails = before.Fails + 1
	}
	e.all[key] = current
}

// lack adds to the last evaluation what it could not say beside what it saw.
func (e *evaluations) lack(key evaluationKey, u unjudged) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if of, known := e.all[key]; known && !slices.Contains(of.Unjudged, u) {
		of.Unjudged = slices.Concat(of.Unjudged, []unjudged{u})
		e.all[key] = of
	}
}

func (e *evaluations) forget(key evaluationKey) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.all, key)
}

// forgetAfter is how long an evaluation that no rule is known to repeat is remembered: its rule was removed.
const forgetAfter = time.Hour

// remembered are all evaluations and when remembering began; those of removed rules are forgotten, but for watched ones.
func (e *evaluations) remembered(now time.Time, watched func(key evaluationKey) bool) (map[evaluationKey]evaluation, time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	out := map[evaluationKey]evaluation{}
	for key, of := range e.all {
		if now.Sub(of.At) > forgetAfter && !watched(key) {
			delete(e.all, key)
			continue
		}
		out[key] = of
	}
	return out, e.began
}

func sortedKeys(all map[evaluationKey]evaluation) []evaluationKey {
	var keys []evaluationKey
	for key := range all {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b evaluationKey) int {
		return cmp.Or(cmp.Compare(a.Station, b.Station), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.State, b.State), cmp.Compare(a.Of, b.Of))
	})
	return keys
}
