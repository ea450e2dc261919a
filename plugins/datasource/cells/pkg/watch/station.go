package watch

import (
	"context"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// station is what is kept of one station: a book of steps, and how each step was read.
type station struct {
	name string

	mu       sync.Mutex
	version  version
	counting *control.Counting
	book     *summary.Book
	masters  masters
	checks   *summary.Book      // what gauges read of master parts
	steps    map[int64]*reading // by beginning, Unix ms
	newsNs   int64              // up to which arrivals were heard, by the clock of the database
	audited  time.Time
	// Mended by an audit: what arrivals had not told of.
	mended    int
	followers followers
	judged    judged
	beside    beside
}

// version is what the counting depends on.
type version struct {
	planned uint64
	voids   int
}

// reading is how a step was read.
type reading struct {
	rows int
	// counted is when its rows were first counted as so many, or something of it was heard last; settled tells that a count long
	// enough after agreed.
	counted time.Time
	settled bool
}

func (s *station) look(ctx context.Context, run *source.Run, p *plan.Plan, at time.Time) (Seen, error) {
	void, err := run.Voids(ctx)
	if err != nil {
		return Seen{}, err
	}
	if v := (version{p.Stations.Version(s.name) + p.Characteristics.Version(s.name), len(void)}); s.book == nil || v != s.version {
		s.begin(p, at, v)
	}
	until := at.UnixMilli() - at.UnixMilli()%s.book.LengthMs
	from, start := extent(run, p, until)
	from -= from % s.book.LengthMs
	left, err := s.read(ctx, run, from, start, until)
	if err != nil {
		return Seen{}, err
	}
	s.judge(p, from, until)
	seen, err := s.besides(ctx, run, p, until)
	if err != nil {
		return Seen{}, err
	}
	seen.FromMs, seen.StartMs, seen.ToMs, seen.Left = from, start, until, left
	return seen, nil
}

func (s *station) begin(p *plan.Plan, at time.Time, v version) {
	ns := max(at.UnixNano(), p.Begin)
	s.version, s.counting, s.judged, s.followers = v, control.NewCounting(p, s.name, ns), judged{}, followers{}
	s.book, s.steps, s.newsNs = summary.NewBook(control.StepMs(p, s.name, ns)), map[int64]*reading{}, 0
	s.masters, s.checks = mastersOf(p, s.name, ns), summary.NewBook(s.book.LengthMs)
}
