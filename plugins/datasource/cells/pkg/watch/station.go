package watch

import (
	"context"
	"reflect"
	"slices"
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
	// kept: it is there for the next query as well. ofVisits: nothing is told of gauges and zones.
	kept     bool
	ofVisits bool
	looking  looking

	mu        sync.Mutex
	version   version
	plannedNs int64        // the moment by whose plan it counts
	voids     source.Voids // by which its steps were read, or are to be read
	counting  *control.Counting
	book      *summary.Book
	masters   masters
	checks    *summary.Book      // what gauges read of master parts
	steps     map[int64]*reading // by beginning, Unix ms
	newsNs    int64              // up to which arrivals were heard, by the clock of the database
	heard     map[int64]bool     // steps that were not read yet when something of them was heard
	audit     audit
	chunks    int // that were read
	progress  progress
	owed      owed
	watching  watching
	followers followers
	breaks    breaks
	judged    judged
	beside    beside
}

// version is what was planned: what the counting and, beside it, the judging depends on.
type version struct{ counting, judging uint64 }

func versionOf(p *plan.Plan, station string) version {
	return version{counting: p.Stations.Version(station) + p.Characteristics.Version(station), judging: p.Limits.Version("") + p.Settings.Version("")}
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
	v, ns := versionOf(p, s.name), max(at.UnixNano(), p.Begin)
	if s.book == nil || v.counting != s.version.counting || !countsAlike(p, s.name, s.plannedNs, ns) {
		s.begin(p, ns)
	}
	s.version, s.plannedNs = v, ns
	if err := s.strike(ctx, run, p, ns); err != nil {
		return Seen{}, err
	}
	until := at.UnixMilli() - at.UnixMilli()%s.book.LengthMs
	from, start := extent(run, p, until)
	from -= from % s.book.LengthMs
	unread, err := s.read(ctx, run, from, until, s.readingTime(run, p, until))
	if err != nil {
		return Seen{}, err
	}
	left := time.Duration(unread-from) * time.Millisecond
	s.progress.note(run.Now(), left, s.chunks)
	stands := s.progress.stands(run.Now())
	// What is told to alert rules is judged by all there is: by less, what lasts for days would be over after a start.
	if left > 0 && run.Alerting {
		return Seen{}, &ReadingError{s.name, left, stands}
	}
	if unread > start {
		if !s.kept {
			return Seen{}, &ReadingError{s.name, time.Duration(unread-start) * time.Millisecond, stands}
		}
		// People are shown what the newest steps tell by themselves.
		from, start = unread, unread
	}
	if err := s.readBreaks(ctx, run, from, until); err != nil {
		return Seen{}, err
	}
	s.judge(p, v.judging, from, until, left)
	seen, err := s.besides(ctx, run, p, until)
	if err != nil {
		return Seen{}, err
	}
	seen.FromMs, seen.StartMs, seen.ToMs, seen.Stands = from, start, until, stands
	seen.FirstMs = s.firstOf(start, until)
	seen.Behind, seen.Owed = !s.owed.since.IsZero(), s.owed.stands(run.Now())
	seen.Breaks = s.breaks.Breaks
	seen.Crowded = slices.Concat(s.book.Crowded(), s.checks.Crowded())
	return seen, nil
}

// firstOf is where the first step in [from, until) begins in which something was measured, until where none was.
func (s *station) firstOf(from, until int64) int64 {
	for begin := from - from%s.book.LengthMs; begin < until; begin += s.book.LengthMs {
		if r := s.steps[begin]; r != nil && r.rows > 0 {
			return max(begin, from)
		}
	}
	return until
}

// readingTime is how long the station may read for a query: what is kept goes on the next time, and other stations read as well.
func (s *station) readingTime(run *source.Run, p *plan.Plan, until int64) time.Duration {
	share := readingShare * float64(run.Budget.Time)
	if stations := len(p.StationsAt(max(until*1e6, p.Begin))); s.kept && stations > source.ParallelStations {
		share *= source.ParallelStations / float64(stations)
	}
	return time.Duration(share)
}

// countsAlike tells whether what is counted at a station is the same by what is planned at two moments (ns).
func countsAlike(p *plan.Plan, station string, a, b int64) bool {
	if !p.Remeasures(station, min(a, b), max(a, b)) {
		return true
	}
	return control.NewCounting(p, station, a).Same(control.NewCounting(p, station, b)) &&
		control.StepMs(p, station, a) == control.StepMs(p, station, b) && reflect.DeepEqual(mastersOf(p, station, a), mastersOf(p, station, b))
}

func (s *station) begin(p *plan.Plan, ns int64) {
	s.counting, s.judged, s.watching, s.followers = control.NewCounting(p, s.name, ns), judged{}, watching{}, followers{}
	s.book, s.steps, s.newsNs, s.heard, s.audit = summary.NewBook(control.StepMs(p, s.name, ns)), map[int64]*reading{}, 0, map[int64]bool{}, audit{}
	s.masters, s.checks = mastersOf(p, s.name, ns), summary.NewBook(s.book.LengthMs)
	s.book.Most, s.checks.Most = MostStreams, MostStreams
}
