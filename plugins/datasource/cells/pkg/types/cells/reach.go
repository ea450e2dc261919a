package cells

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func (q *Query) isDownstream(run *source.Run, p *plan.Plan, station string) bool {
	back, ahead, ok := q.reach(run, p, station)
	return ok && back == 0 && ahead > 0
}

// reachUnknown is how far around the range a station is read that the plan does not connect with the anchor.
const reachUnknown = 30 * 24 * time.Hour

// readSlack allows for clocks that differ between stations.
const readSlack = time.Minute

// around is the range in which cells of the anchor's range can have been at another station.
func (q *Query) around(run *source.Run, p *plan.Plan, station string) source.Range {
	back, ahead, ok := q.reach(run, p, station)
	if !ok {
		run.Warn("The plan connects %s and %s by no route: %s is read %s before and after the time range only.",
			q.Anchor, station, station, reachUnknown)
		back, ahead = reachUnknown, reachUnknown
	}
	around := source.Range{From: run.Range.From.Add(-back - readSlack), To: run.Range.To.Add(ahead + readSlack)}
	if now := run.Now().Add(time.Hour); around.To.After(now) && run.Range.To.Before(now) {
		around.To = now
	}
	return around
}

func (q *Query) reach(run *source.Run, p *plan.Plan, station string) (back, ahead time.Duration, ok bool) {
	if p.Elsewhere.Stations[q.Anchor] || p.Elsewhere.Stations[station] {
		return 0, 0, false
	}
	backHours, aheadHours, ok := plan.Reach(p.Stations, q.Anchor, station, run.Range.To.UnixNano())
	hours := func(h float64) time.Duration { return time.Duration(h * float64(time.Hour)) }
	return hours(backHours), hours(aheadHours), ok
}
