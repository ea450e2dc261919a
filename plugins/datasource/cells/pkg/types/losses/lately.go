package losses

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// keptFor is how long what was found is given to whoever asks for the same, mostKept for how many questions.
const (
	keptFor  = 10 * time.Second
	mostKept = 16
)

// lately shares what was found: the panels of a page ask for the same episodes, summed by different things, and one of them searches.
type lately struct {
	mu  sync.Mutex
	all map[string]*finding
}

// finding is a search of which something is found once done is closed.
type finding struct {
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

// question spells what the episodes of a search depend on.
func (s *search) question() string {
	text, _ := json.Marshal([]any{s.over.From.UnixNano(), s.over.To.UnixNano(), s.bucket() != nil, s.query.Filters, s.query.Language, s.People})
	return string(text)
}

// episodes searches, or gives what somebody else finds or has just found. A search that its asker gave up is made again by who waits for it.
func (l *lately) episodes(ctx context.Context, question string, find func() found) (found, error) {
	for {
		f, mine := l.of(question)
		if mine {
			f.found, f.at = find(), time.Now()
			close(f.done)
			if f.err != nil {
				l.forget(question, f)
			}
			return f.found, f.err
		}
		select {
		case <-f.done:
		case <-ctx.Done():
			return found{}, ctx.Err()
		}
		if f.err == nil && time.Since(f.at) < keptFor {
			return f.found, nil
		}
		l.forget(question, f)
		if f.err != nil && !errors.Is(f.err, context.Canceled) && !errors.Is(f.err, context.DeadlineExceeded) {
			return found{}, f.err
		}
	}
}

// of is what is known of a question; mine: nothing is, and who asked is to find it.
func (l *lately) of(question string) (f *finding, mine bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if f = l.all[question]; f != nil {
		return f, false
	}
	if l.all == nil || len(l.all) >= mostKept {
		l.all = map[string]*finding{} // who waits for one of them has it in hand
	}
	f = &finding{done: make(chan struct{})}
	l.all[question] = f
	return f, true
}

func (l *lately) forget(question string, f *finding) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all[question] == f {
		delete(l.all, question)
	}
}
