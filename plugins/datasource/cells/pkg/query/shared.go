package query

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// worth is how many times what it took an answer is given to whoever asks the same about now: at most mostShared, so that pages that
	// are read anew every ten seconds show something else each time.
	worth      = 2
	mostShared = 5 * time.Second
	// liveWithin is how long ago a range may end that is about now, sameLength how far two of these may differ in length.
	liveWithin, sameLength = time.Minute, time.Second
	// grace is how long a question is answered of which nobody waits for the answer: a page that is read anew asks it again at once.
	grace = 2 * time.Second
	// mostValues are kept of one answer, mostKept of all.
	mostValues, mostKept = 100_000, 1_000_000
)

// asked is a question: what is asked, and by what rights.
type asked struct {
	queryType, text   string
	single, mayDecide bool
}

// answering is a question that is being answered, or was.
type answering struct {
	over  source.Range
	began time.Time
	done  chan struct{}
	// frames and err are what it came to, at when; values how many are kept of it.
	frames data.Frames
	err    error
	at     time.Time
	values int

	waiting int
	cancel  context.CancelFunc
}

// shared are the answers that several askers wait for, and for some seconds those that were given. Its zero is ready.
type shared struct {
	mu     sync.Mutex
	all    map[asked][]*answering
	values int
}

// Shared is Execute for people: who asks the same of the same time, or of now, waits for one answer. It is answered to its end also where
// its asker asks anew before it is there. Frames are the asker's own; their fields are not to be changed.
func (e *Engine) Shared(ctx context.Context, run *source.Run, queryType string, raw json.RawMessage) (data.Frames, error) {
	q := asked{queryType, bare(raw), run.Single, run.MayDecide}
	return e.shared.answer(ctx, q, run.Range, e.Now, func(ctx context.Context) (frames data.Frames, err error) {
		err = source.Guard("a query", func() (err error) {
			frames, err = e.Execute(ctx, run, queryType, raw)
			return err
		})
		return frames, err
	})
}

// Forget has everything answered anew: something was stored.
func (e *Engine) Forget() { e.shared.forget() }

// unasked are the parts of a query that Grafana writes and no answer depends on.
var unasked = []string{"refId", "hide", "key", "datasource", "datasourceId", "intervalMs", "maxDataPoints", "timeRange"}

// bare is a query without them, its names in the order of the alphabet; as it is where it cannot be read.
func bare(raw json.RawMessage) string {
	var parts map[string]json.RawMessage
	if json.Unmarshal(raw, &parts) != nil {
		return string(raw)
	}
	for _, name := range unasked {
		delete(parts, name)
	}
	text, _ := json.Marshal(parts)
	return string(text)
}

func (s *shared) answer(
	ctx context.Context, q asked, over source.Range, now func() time.Time, find func(ctx context.Context) (data.Frames, error),
) (data.Frames, error) {
	a := s.join(ctx, q, over, now, find)
	select {
	case <-a.done:
		return own(a.frames), a.err
	case <-ctx.Done():
		s.leave(q, a)
		return nil, context.Cause(ctx)
	}
}

// join is the answer to a question that is there or awaited, else one that is begun.
func (s *shared) join(
	ctx context.Context, q asked, over source.Range, now func() time.Time, find func(ctx context.Context) (data.Frames, error),
) *answering {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(now())
	for _, a := range s.all[q] {
		if a.answers(over, now()) {
			a.waiting++
			return a
		}
	}
	within, cancel := context.WithCancel(context.WithoutCancel(ctx))
	a := &answering{over: over, began: now(), done: make(chan struct{}), waiting: 1, cancel: cancel}
	if s.all == nil {
		s.all = map[asked][]*answering{}
	}
	s.all[q] = append(s.all[q], a)
	go func() {
		defer cancel()
		a.frames, a.err = find(within)
		s.answered(q, a, now())
	}()
	return a
}

// answers tells whether it is an answer about a range: of the same moments, or of now as lately.
func (a *answering) answers(over source.Range, now time.Time) bool {
	if !a.at.IsZero() && now.Sub(a.at) >= a.keeps() {
		return false
	}
	if a.over.From.Equal(over.From) && a.over.To.Equal(over.To) {
		return true
	}
	live := now.Sub(over.To).Abs() < liveWithin && a.began.Sub(a.over.To).Abs() < liveWithin
	length := func(r source.Range) time.Duration { return r.To.Sub(r.From) }
	return live && (length(over)-length(a.over)).Abs() < sameLength && over.To.Sub(a.over.To) <= liveWithin/2
}

// keeps is for how long it is given.
func (a *answering) keeps() time.Duration { return min(worth*a.at.Sub(a.began), mostShared) }

// answered notes that a question is answered, and keeps the answer where it is one and not too large.
func (s *shared) answered(q asked, a *answering, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer close(a.done)
	values := 0
	for _, frame := range a.frames {
		values += frame.Rows() * len(frame.Fields)
	}
	switch i := s.index(q, a); {
	case i < 0:
	case a.err != nil || values > mostValues || s.values+values > mostKept:
		s.remove(q, i)
	default:
		a.values = values
		s.values += values
	}
	a.at = now
}

// leave notes that one asker waits no longer; the last one's question is given up unless somebody asks it again.
func (s *shared) leave(q asked, a *answering) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a.waiting--
	if a.waiting > 0 {
		return
	}
	time.AfterFunc(grace, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if a.waiting > 0 || !a.at.IsZero() {
			return
		}
		a.cancel()
		if i := s.index(q, a); i >= 0 {
			s.remove(q, i)
		}
	})
}

func (s *shared) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all, s.values = nil, 0
}

// drop forgets what is given no more.
func (s *shared) drop(now time.Time) {
	for q, all := range s.all {
		for i := len(all) - 1; i >= 0; i-- {
			if a := all[i]; !a.at.IsZero() && now.Sub(a.at) >= a.keeps() {
				s.remove(q, i)
			}
		}
	}
}

func (s *shared) index(q asked, a *answering) int { return slices.Index(s.all[q], a) }

func (s *shared) remove(q asked, i int) {
	all := s.all[q]
	s.values -= all[i].values
	if len(all) == 1 {
		delete(s.all, q)
		return
	}
	s.all[q] = slices.Delete(all, i, i+1)
}

// own are frames that an asker may name and add to.
func own(frames data.Frames) data.Frames {
	if frames == nil {
		return nil
	}
	out := make(data.Frames, len(frames))
	for i, frame := range frames {
		of := *frame
		out[i] = &of
	}
	return out
}
