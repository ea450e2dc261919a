package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// silentKind: a machine has stored nothing for longer than the plan's max_gap, of the time in which its site produces and it does not say
// that it stands. The value is that time as a multiple of max_gap. What fell silent stays so until a row comes. What has stored nothing
// for 90 days, or never, or since before the first plan was pushed, is shown to people and kept from alert rules: a plant that is
// connected by and by would be told so for ever.
var silentKind = signalKind{Name: vocabulary.SignalSilent, Station: findSilent}

const (
	// silentLookback is how far back the last row and the last state of a machine are searched.
	silentLookback = 7 * 24 * time.Hour
	// rowsLookback is how far back both are searched of a machine that has stored nothing since.
	rowsLookback = 90 * 24 * time.Hour
	// standingFor is how long it is believed that a machine stands that says no more, in the time in which its site produces.
	standingFor   = 24 * time.Hour
	defaultMaxGap = 30 * time.Minute
	stateRunning  = "running"
	// severityOfNever: who has not connected a machine knows it.
	severityOfNever = "info"
)

func findSilent(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	to := min(s.Range.To.UnixNano(), s.Now().UnixNano())
	h, err := s.heard(ctx, station, to)
	if err != nil {
		return nil, err
	}
	var quiets []*quiet
	for _, m := range h.machines {
		if q := s.quietOf(h, m, to); q != nil && s.silence(m.site, q.since, to, h.allowed) > 1 {
			quiets = append(quiets, q)
		}
	}
	if err := s.readStanding(ctx, quiets, h.allowed, to); err != nil {
		return nil, err
	}
	var out []signal
	for _, q := range quiets {
		if times := s.silence(q.site, q.from, to, h.allowed) - float64(q.stood)/float64(h.allowed); times > 1 {
			out = append(out, signal{Value: times, Labels: q.labels(station, vocabulary.SignalRuleNoRows), Facts: began(q.since)})
		}
	}
	zones, err := s.unreadZones(ctx, station, to)
	if err != nil {
		return nil, err
	}
	out = append(out, zones...)
	if s.Alerting {
		return out, nil
	}
	return append(out, s.neverHeard(station, h, to)...), nil
}

// silence is the time in which a site produced between two moments, as a multiple of what is allowed.
func (s *search) silence(site string, from, to int64, allowed time.Duration) float64 {
	produced := s.calendar(site, to).Produces(calendar.Span{From: time.Unix(0, from), To: time.Unix(0, to)})
	return float64(produced) / float64(allowed)
}

// calendar is that of a site at a moment; of one that states none every minute is production.
func (s *search) calendar(site string, ns int64) *calendar.Calendar {
	stated := s.plan.Setting("calendar:"+site, max(ns, s.plan.Begin))
	c, err := calendar.Parse(stated)
	if err == nil {
		return c
	}
	if stated != "" {
		s.Warn("The calendar of site %s cannot be read (%s): every minute counts as production.", site, err)
	}
	return calendar.UTC()
}
