package losses

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// keptFor is how long at least, and mostKeptFor at most, what was found is given to whoever asks for the same; of longer ranges a hundredth
	// of their length.
	keptFor, mostKeptFor = 10 * time.Second, time.Minute
	// awaited is how far the ends of two ranges may lie apart at most for one to wait for the search of the other: no further than a hundredth
	// of their length, or the answer would be of another time.
	awaited = 5 * time.Minute
	// mostKept is how many questions are kept, atOnce how many searched at a time.
	mostKept, atOnce = 16, 2
	// patience is how long a search may take. It outlives who asked for it: a page that asks again finds what it has found.
	patience = 3 * time.Minute
)

// lately shares what was found: the panels of a page ask for the same episodes, summed by different things, and one of them searches.
type lately struct {
	mu sync.Mutex
	// all are the newest last.
	all       []*finding
	searching chan struct{}
}

// question is what the episodes of a search depend on: texts that have to be the same, and a range that may be nearly so.
type question struct {
	text string
	over source.Range
}

// finding is a search of which something is found once done is closed.
type finding struct {
	question
	done chan struct{}
	at   time.Time
	found
}

// found are the episodes of a question, and what there is to tell of them.
type found struct {
	err      error
	episodes []*loss.Episode
	reckoner *loss.Reckoner
	fromMs   int64
	told     *source.Run
}

func (s *search) question() question {
	text, _ := json.Marshal([]any{s.bucket() != nil, s.query.Filters, s.query.Language, s.People})
	return question{string(text), s.over}
}

// near tells whether a range differs from another one by no more than so much.
func near(a, b source.Range, by time.Duration) bool {
	return a.From.Sub(b.From).Abs() <= by && a.To.Sub(b.To).Abs() <= by
}

// isDone tells whether it has found something, or failed.
func (f *finding) isDone() bool {
	select {
	case <-f.done:
		return true
	default:
		return false
	}
}

// answers tells whether a search is, or will be, an answer to a question.
func (f *finding) answers(q question) bool {
	hundredth := q.over.To.Sub(q.over.From) / 100
	kept := min(max(keptFor, hundredth), mostKeptFor)
	switch {
	case f.text != q.text:
		return false
	case !f.isDone():
		return near(f.over, q.over, min(hundredth, awaited))
	}
	return f.err == nil && time.Since(f.at) < kept && near(f.over, q.over, min(hundredth, kept))
}

// episodes searches, or gives what somebody else finds or has just found. What is searched is searched to its end, also where nobody waits
// for it any more.
func (l *lately) episodes(ctx context.Context, q question, find func(ctx context.Context) found) (found, error) {
	f, mine := l.of(q)
	switch {
	case f == nil:
		return found{}, source.Mistake("the datasource searches for what episodes cost in %d time ranges or places already; ask again in a minute", mostKept)
	case mine:
		go l.search(ctx, f, find)
	}
	select {
	case <-f.done:
		return f.found, f.err
	case <-ctx.Done():
		return found{}, ctx.Err()
	}
}

func (l *lately) search(ctx context.Context, f *finding, find func(ctx context.Context) found) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	defer close(f.done)
	defer func() { f.at = time.Now() }()
	select {
	case l.searching <- struct{}{}:
		defer func() { <-l.searching }()
		f.found = find(ctx)
	case <-ctx.Done():
		f.found = found{err: ctx.Err()}
	}
}

// of is the search that answers a question; mine: there is none, and who asked is to search; nil where too many wait already.
func (l *lately) of(q question) (f *finding, mine bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, f := range slices.Backward(l.all) {
		if f.answers(q) {
			return f, false
		}
	}
	if len(l.all) >= mostKept {
		// Who waits for one that is done has it in hand.
		oldest := slices.IndexFunc(l.all, (*finding).isDone)
		if oldest < 0 {
			return nil, false
		}
		l.all = slices.Delete(l.all, oldest, oldest+1)
	}
	if l.searching == nil {
		l.searching = make(chan struct{}, atOnce)
	}
	f = &finding{question: q, done: make(chan struct{})}
	l.all = append(l.all, f)
	return f, true
}
