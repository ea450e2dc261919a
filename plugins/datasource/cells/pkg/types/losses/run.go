package losses

import (
	"context"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// search is one search for what episodes cost.
type search struct {
	*source.Run
	query *Query
	plan  *plan.Plan
	// over is what is looked at: up to now, of days and weeks whole ones. ns is the moment of the plan that holds for all of it.
	over     source.Range
	ns       int64
	stations []*plan.Row
	route    loss.Route
	days     days
	// fromMs is from where on all is known that departed (Unix ms).
	fromMs int64
}

// Run finds the episodes of the range and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	if p.Empty() {
		return nil, source.Mistake("no control plan was pushed to database %s, so nothing can be judged; run npm run plan:push", run.Databases.Record)
	}
	s := &search{Run: run, query: q, plan: p, over: run.Range}
	if now := run.Now(); s.over.To.After(now) {
		s.over.To = now
	}
	s.ns = max(s.over.To.UnixNano(), p.Begin)
	s.stations = p.StationsAt(s.ns)
	s.route = s.routeOf()
	s.days = s.calendars()
	if err := s.wholeDays(); err != nil {
		return nil, err
	}
	of, err := q.lately.episodes(ctx, s.question(), s.find)
	if err != nil {
		return nil, err
	}
	s.fromMs = of.fromMs
	s.Tell(of.told)
	s.tellGaps(of.reckoner)
	return data.Frames{s.frame(of.episodes)}, nil
}

// find searches beside the run, so that others can be told what it has to tell as well.
func (s *search) find(ctx context.Context) found {
	of := *s
	of.Run = s.Aside(s.Range)
	out := found{told: of.Run}
	out.err = source.Guard("losses", func() (err error) {
		out.episodes, out.reckoner, err = of.episodes(ctx)
		return err
	})
	out.fromMs = of.fromMs
	return out
}

// before is how long before the range cells out of spec are read: what goes on when it begins has begun then.
const before = 24 * time.Hour

// episodes are those of the range that the filters leave, with all that came of them.
func (s *search) episodes(ctx context.Context) ([]*loss.Episode, *loss.Reckoner, error) {
	departed, err := s.departed(ctx)
	if err != nil {
		return nil, nil, err
	}
	cells, wrong, err := s.wrong(ctx, departed)
	if err != nil {
		return nil, nil, err
	}
	all := loss.Share(departed, wrong, s.pauseMs)
	loss.Settle(all, s.pauseMs, s.over.To.UnixMilli())
	events, err := s.events(ctx)
	if err != nil {
		return nil, nil, err
	}
	loss.Answer(all, events)
	all = slices.DeleteFunc(all, func(e *loss.Episode) bool { return !s.inRange(e) || !s.chosen(e) })
	reckoner := &loss.Reckoner{Route: s.route, Decided: loss.DecidedBy(events), NowMs: s.Now().UnixMilli()}
	if reckoner.Typical, err = s.typical(ctx, len(cells) > 0); err != nil {
		return nil, nil, err
	}
	for _, e := range all {
		e.Figures = reckoner.Of(e.Bad)
		if !s.ofCells(e.Station) {
			e.Unfollowed, e.Figures = true, e.WithoutFate()
		}
	}
	return all, reckoner, s.count(ctx, all)
}

// inRange tells whether an episode is of the range: it was on in it; of days and weeks it began in it.
func (s *search) inRange(e *loss.Episode) bool {
	from, to := s.over.From.UnixMilli(), s.over.To.UnixMilli()
	if s.bucket() != nil {
		return e.FromMs >= from && e.FromMs < to
	}
	return e.ToMs >= from && e.FromMs < to
}

// chosen tells whether the filters leave an episode.
func (s *search) chosen(e *loss.Episode) bool {
	return s.query.filters.MatchPlace(map[string]string{
		"site": e.Site, "line": e.Line, "station": e.Station, "equipment": e.Equipment, "position": e.Position, "product": e.Product,
		"characteristic": e.Characteristic, "lot": e.Lot, "kind": e.Kind, "rule": e.Rule, "cause": e.Cause, "shift": s.days.shift(e),
	})
}

// ofCells tells whether a station works on cells.
func (s *search) ofCells(station string) bool {
	return slices.ContainsFunc(s.route, func(r loss.Station) bool { return r.ID == station })
}

// cellItems are what stations work on that cells come to one by one.
var cellItems = []string{"cell", "tray"}

// routeOf are the stations of the plan that cells pass.
func (s *search) routeOf() (out loss.Route) {
	for _, row := range s.stations {
		if !slices.Contains(cellItems, plan.StationItem(row)) {
			continue
		}
		gate, _ := row.Bool("gate")
		station := loss.Station{ID: row.Station, Gate: gate, CostAdded: row.Number("cost_added")}
		for _, site := range s.PlannedSites(s.plan) {
			if len(s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}, Stations: []string{row.Station}})) > 0 {
				station.Sites = append(station.Sites, site.ID)
			}
		}
		out = append(out, station)
	}
	return out
}

// defaultPause is the longest pause that a chart bridges where the plan says nothing (ms).
const defaultPause = 30 * 60 * 1000

func (s *search) pauseMs(station string) int64 {
	if row := s.plan.StationRow(station, s.ns); row != nil {
		return int64(row.NumberOr("max_gap_s", defaultPause/1000) * 1000)
	}
	return defaultPause
}

// events are what was said in the range and since.
func (s *search) events(ctx context.Context) (out []record.Event, err error) {
	kinds := slices.Concat(vocabulary.Dispositions, vocabulary.BreakingEvents, []string{
		vocabulary.EventAcknowledge, vocabulary.EventNote, vocabulary.EventCause, vocabulary.EventProof,
	})
	slices.Sort(kinds)
	return s.Events(ctx, s.plan, source.Span{From: s.over.From.Add(-before).UnixNano(), To: s.Now().UnixNano()}, slices.Compact(kinds))
}
