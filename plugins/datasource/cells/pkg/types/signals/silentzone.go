package signals

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// waits is how long what is wrong is so before a rule tells it.
const waits = time.Minute

// unreadZone is the signal of a characteristic that is not read, and for how long it has been one in the time in which its site produces.
type unreadZone struct {
	signal
	lasts time.Duration
}

// unreadZones are the characteristics of a station's zone that no sensor has read for longer than it may say nothing: nobody knows
// whether they are within their spec. A site of which none is read any more is one signal, beside which stays what was told before. The
// value is the time without a reading as a multiple of what is allowed. Of stations that share a zone the one tells that waits the least, to
// each team of theirs and whatever is graver.
func (s *search) unreadZones(ctx context.Context, station *plan.Row, to int64) ([]signal, error) {
	of := s.readOfZone(station, to)
	if !slices.ContainsFunc(of, func(c *plan.Row) bool { return c.Station == station.Station }) {
		return nil, nil
	}
	sensors, err := s.zoneSensors(ctx, station, of, to)
	if err != nil {
		return nil, err
	}
	watched, unread := map[string]int{}, map[string][]unreadZone{}
	lasts := make([]map[string]int64, len(of))
	for i, c := range of {
		newest := map[string]int64{}
		lasts[i] = newest
		for _, sensor := range sensors[i] {
			newest[sensor.site] = max(newest[sensor.site], sensor.last)
		}
		for site, last := range newest {
			watched[site]++
			// What fell silent before anybody was to be told of it is shown.
			if times := s.silence(site, last, to, zoneWindow(c)); times > 1 && !(s.Alerting && last < s.plan.Pushed) {
				unread[site] = append(unread[site], unreadZone{signal{Value: times, Facts: began(last), Labels: map[string]string{
					"site": site, "station": c.Station, "characteristic": c.Characteristic, "rule": vocabulary.SignalRuleSensor,
					"route": routeOf(vocabulary.SignalSilent, c), "severity": severityOf(vocabulary.SignalSilent, c),
				}}, time.Duration((times - 1) * float64(zoneWindow(c)))})
			}
		}
	}
	var out []signal
	for site, found := range unread {
		if len(found) == watched[site] {
			found = wholeZones(found)
		}
		for _, of := range found {
			if of.Labels["station"] == station.Station {
				out = append(out, of.signal)
			}
		}
	}
	if s.Alerting {
		return out, nil
	}
	return append(out, s.neverRead(station, of, lasts)...), nil
}

// neverRead are the characteristics of a station's zone that no sensor of a site has read for 90 days, or ever, though it reads others of
// the zone. The value is 1.
func (s *search) neverRead(station *plan.Row, of []*plan.Row, lasts []map[string]int64) (out []signal) {
	connected := map[string]bool{}
	for _, newest := range lasts {
		for site := range newest {
			connected[site] = true
		}
	}
	for i, c := range of {
		for _, site := range slices.Sorted(maps.Keys(connected)) {
			if _, read := lasts[i][site]; !read && c.Station == station.Station {
				out = append(out, signal{Value: 1, Labels: map[string]string{
					"site": site, "station": c.Station, "characteristic": c.Characteristic, "rule": vocabulary.SignalRuleNever, "severity": severityOfNever,
				}})
			}
		}
	}
	return out
}

// readOfZone are the characteristics of a station's zone, but those of which another one says as much no later: the first by the plan where
// two do of each other.
func (s *search) readOfZone(station *plan.Row, to int64) []*plan.Row {
	var all []*plan.Row
	for _, row := range s.inZone(station, to) {
		all = append(all, s.ofZone(row, to)...)
	}
	covers := func(o, c *plan.Row) bool {
		return asMuch(vocabulary.SignalSilent, o, c) && zoneWindow(o) <= zoneWindow(c)
	}
	var out []*plan.Row
	for i, c := range all {
		if !slices.ContainsFunc(all[:i], func(o *plan.Row) bool { return covers(o, c) }) &&
			!slices.ContainsFunc(all[i+1:], func(o *plan.Row) bool { return covers(o, c) && !covers(c, o) }) {
			out = append(out, c)
		}
	}
	return out
}

// wholeZones puts, of each team that is told of several characteristics of a zone, one signal in their place.
func wholeZones(found []unreadZone) (out []unreadZone) {
	byRoute := map[string][]unreadZone{}
	for _, of := range found {
		byRoute[of.Labels["route"]] = append(byRoute[of.Labels["route"]], of)
	}
	for _, route := range slices.Sorted(maps.Keys(byRoute)) {
		if of := byRoute[route]; len(of) > 1 {
			out = append(out, untold(of)...)
		} else {
			out = append(out, of...)
		}
	}
	return out
}

// untold is the signal of all characteristics of a zone in the place of those that nobody was told of before it: since the last reading
// of any, as grave as the gravest.
func untold(found []unreadZone) []unreadZone {
	lasts := func(a, b unreadZone) int { return cmp.Compare(a.lasts, b.lasts) }
	gravest := slices.MinFunc(found, func(a, b unreadZone) int { return cmp.Compare(a.grave(), b.grave()) })
	whole := slices.MinFunc(found, lasts)
	told := slices.DeleteFunc(found, func(of unreadZone) bool { return of.lasts <= whole.lasts+waits })
	whole.Labels = maps.Clone(whole.Labels)
	delete(whole.Labels, "characteristic")
	whole.Labels["severity"] = gravest.Labels["severity"]
	return append(told, whole)
}
